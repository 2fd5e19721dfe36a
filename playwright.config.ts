import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserOptions } from './e2e/browser.ts';

const port = process.env['LOCUS_E2E_PORT'] ?? '4173';
// Workers read this file again; the folder is made once, by the first reader.
const data = (process.env['LOCUS_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'locus-e2e-')));

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.e2e.ts',
	projects: [
		{
			name: 'pages',
			// journey-real has an installation of its own: npm run journey:real
			testIgnore: ['**/journey-real.e2e.ts', '**/processor.e2e.ts']
		},
		// Measures the server, so nobody else may be using it: after everything else, one page after the other.
		{
			name: 'processor',
			testMatch: '**/processor.e2e.ts',
			dependencies: ['pages'],
			workers: 1,
			fullyParallel: false
		}
	],
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	timeout: 60_000,
	// Generous: machines are noisy, and no test is about time.
	expect: { timeout: 20_000 },
	forbidOnly: Boolean(process.env['CI']),
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		// A trace costs a quarter of the run: who looks for a failure asks for one by --trace on.
		trace: 'off',
		launchOptions: browserOptions()
	},
	webServer: {
		command: 'node tools/locus.mjs start',
		url: `http://127.0.0.1:${port}/gallery/basics`,
		timeout: 300_000,
		reuseExistingServer: process.env['LOCUS_E2E_REUSE'] === '1',
		gracefulShutdown: { signal: 'SIGINT', timeout: 10_000 },
		env: { PORT: port, LOCUS_DATA: data, LOCUS_GALLERY: '1', LOCUS_MEASURE: '1' }
	}
});
