import { defineConfig } from 'vitest/config';

const common = {
	environment: 'node' as const,
	// Generous: machines are noisy, and no test is about time.
	testTimeout: 120_000,
	setupFiles: ['tools/test/properties.ts']
};

export default defineConfig({
	test: {
		// By itself Vitest leaves one core to others: half of a machine with two.
		maxWorkers: '100%',
		// Files of one worker share what they import: half the time went into reading the same modules again.
		// A test that changes a module's state puts it back, as it must for the tests beside it anyway.
		isolate: false,
		projects: [
			{
				test: {
					...common,
					name: 'unit',
					include: ['{src,tools,fixtures,bench}/**/*.{test,prop.test}.ts'],
					exclude: ['**/*.db.test.ts', '**/*.svelte.test.ts', '**/node_modules/**']
				}
			},
			{
				test: {
					...common,
					name: 'db',
					include: ['src/**/*.db.test.ts', 'fixtures/**/*.db.test.ts'],
					globalSetup: ['tools/test/database.ts'],
					setupFiles: [
						...common.setupFiles,
						'tools/test/sql-rules.ts',
						'tools/test/recorded-sql.ts'
					],
					hookTimeout: 120_000
				}
			}
		]
	}
});
