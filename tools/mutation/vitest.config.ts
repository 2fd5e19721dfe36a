import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');

/** The tests that say what policies let through: those alone are run against each mutant. */
export default defineConfig({
	root,
	resolve: {
		alias: [
			// One policy asks the door of people for two functions: each mutant loads them without all the rest of the door.
			{
				find: /^.*\/people\/index\.ts$/,
				replacement: join(root, 'src/lib/server/modules/people/profile.ts')
			}
		]
	},
	test: {
		environment: 'node',
		include: ['src/lib/server/policy-*.test.ts', 'src/lib/server/platform/access/*.test.ts']
	}
});
