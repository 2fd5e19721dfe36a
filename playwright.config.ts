import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = process.env['LOCUS_E2E_PORT'] ?? '4173';
// Workers read this file again; the folder is made once, by the first reader.
const data = (process.env['LOCUS_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'locus-e2e-')));

/** The Chromium that the test run found, else the first on the path, else Playwright's own. */
function chromium(): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const onPath = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
		folders.map((folder) => join(folder, name))
	);
	return process.env['LOCUS_CHROMIUM'] ?? onPath.find((program) => existsSync(program));
}

const executablePath = chromium();

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.e2e.ts',
	// has an installation of its own: npm run journey:real
	testIgnore: '**/journey-real.e2e.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	timeout: 60_000,
	forbidOnly: Boolean(process.env['CI']),
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		// A trace costs a quarter of the run: who looks for a failure asks for one by --trace on.
		trace: 'off',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			// the sandbox of Chromium needs a user who is not root
			args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
		}
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
