import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import base from './playwright.config.ts';

/** The journey on real input has an empty installation of its own; its data folder is left for a look at it. */
const port = process.env['LOCUS_JOURNEY_PORT'] ?? '4199';
const data = (process.env['LOCUS_JOURNEY_DATA'] ??= mkdtempSync(join(tmpdir(), 'locus-journey-')));

export default {
	...base,
	projects: [{ name: 'journey', testMatch: 'journey-real.e2e.ts' }],
	workers: 1,
	use: { ...base.use, actionTimeout: 30_000, baseURL: `http://127.0.0.1:${port}` },
	webServer: {
		command: 'node tools/locus.mjs start --empty',
		url: `http://127.0.0.1:${port}/set-up`,
		timeout: 300_000,
		gracefulShutdown: { signal: 'SIGINT' as const, timeout: 10_000 },
		env: { PORT: port, LOCUS_DATA: data }
	}
};
