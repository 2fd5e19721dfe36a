import { existsSync, readFileSync } from 'node:fs';
import { environmentWith, linkNode, npmProgram } from './node.mjs';
import { runQuietly } from './processes.mjs';
import { inProject, say } from './project.mjs';

/** Installs exactly what the lockfile says, unless that is what is there. */
export async function ensureDependencies(node) {
	if (findMismatch() !== undefined) {
		say('Installing the libraries named in package-lock.json.');
		const options = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
		await runQuietly('npm ci', npmProgram(), options, environmentWith(node));
	}
	linkNode(node);
}

/**
 * What is installed differently from package-lock.json, in words, or nothing. npm notes what it
 * installed in `node_modules/.package-lock.json`; parts for other platforms are not in there.
 */
export function findMismatch() {
	const installed = readPackages(inProject('node_modules/.package-lock.json'));
	if (installed === undefined) return 'node_modules is missing';
	const locked = readPackages(inProject('package-lock.json')) ?? {};
	for (const [path, entry] of Object.entries(locked)) {
		if (path === '' || installed[path]?.version === entry.version) continue;
		if (entry.optional && !existsSync(inProject(path))) continue;
		return `${path.replace('node_modules/', '')} ${entry.version} is not installed`;
	}
	return undefined;
}

function readPackages(file) {
	if (!existsSync(file)) return undefined;
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}
