import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { ensureChromium } from './setup/chromium.mjs';
import { closingLine, countPlaywright, withCrash } from './setup/counts.mjs';
import { environmentWith } from './setup/node.mjs';
import { runAttached } from './setup/processes.mjs';
import { inProject } from './setup/project.mjs';

/**
 * `npm run journey:real`: a school's first week in a real browser, from an empty installation and on the real input
 * that lies beside this checkout. The last line counts.
 */
const shared = process.env['LOCUS_SHARED_DATA'] ?? inProject('../shared/data');

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	// SAFETY: a server that listens on a port has an address of this shape.
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function travel(): Promise<number> {
	const node = process.execPath;
	const report = inProject('reports/journey-real.json');
	rmSync(report, { force: true });
	const program = inProject('node_modules/@playwright/test/cli.js');
	const config = inProject('playwright.journey.config.ts');
	const code = await runAttached(
		node,
		[program, 'test', '--config', config, '--reporter=list,json'],
		{
			env: {
				...environmentWith(node),
				...(await ensureChromium(node)),
				LOCUS_SHARED_DATA: shared,
				LOCUS_JOURNEY_PORT: String(await freePort()),
				PLAYWRIGHT_JSON_OUTPUT_FILE: report
			}
		}
	);
	const counts = existsSync(report)
		? withCrash(countPlaywright(JSON.parse(readFileSync(report, 'utf8'))), code)
		: { passed: 0, failed: 1, skipped: 0 };
	console.log(closingLine(counts));
	return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

if (existsSync(shared)) process.exitCode = await travel();
else {
	console.log('skipped: the shared data is not beside this checkout (set LOCUS_SHARED_DATA).');
	console.log(closingLine({ passed: 0, failed: 0, skipped: 1 }));
}
