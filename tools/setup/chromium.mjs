import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environmentWith } from './node.mjs';
import { runAttached, runQuietly } from './processes.mjs';
import { inProject, say } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC_PROGRAM = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The Chromium of this machine: the one named by `LOCUS_CHROMIUM`, else the first on the path. */
export function findChromium() {
	const wanted = process.env.LOCUS_CHROMIUM;
	if (wanted) return wanted;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const programs = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...programs, MAC_PROGRAM].find((program) => existsSync(program));
}

/**
 * Brings a Chromium for the tests where there is none: from Debian as root, else Playwright's own.
 * @returns {Promise<NodeJS.ProcessEnv>} what the test runners need to find it; nothing for Playwright's
 */
export async function ensureChromium(node) {
	const found = findChromium() ?? (await installFromDebian());
	if (found !== undefined) return { LOCUS_CHROMIUM: found };
	if (!hasPlaywrightsOwn(node)) {
		say('Bringing the Chromium of Playwright for the tests (once).');
		const program = inProject('node_modules/playwright/cli.js');
		await runAttached(node, [program, 'install', 'chromium'], { env: environmentWith(node) });
	}
	return {};
}

async function installFromDebian() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	say('Installing Chromium from Debian for the tests (once).');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await runQuietly('apt-get update', 'apt-get', ['update'], env);
	const packages = ['chromium', 'fonts-liberation'];
	const options = ['install', '--yes', '--no-install-recommends', ...packages];
	await runQuietly('Installing Chromium', 'apt-get', options, env);
	return findChromium();
}

function hasPlaywrightsOwn(node) {
	const script = "import('playwright').then((p) => console.log(p.chromium.executablePath()))";
	const path = execFileSync(node, ['-e', script], { cwd: inProject(), encoding: 'utf8' }).trim();
	return existsSync(path);
}
