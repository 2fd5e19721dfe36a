import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { environmentWith } from './node.mjs';
import { runQuietly } from './processes.mjs';
import { inProject, ROOT, say } from './project.mjs';

const MESSAGE_SOURCES = ['messages', 'project.inlang/settings.json', 'package-lock.json'];
const BUILD_SOURCES = [
	...MESSAGE_SOURCES,
	'src',
	'static',
	'tools/bundle',
	'vite.config.ts',
	'tsconfig.json',
	'package.json'
];
const GENERATED = join('src', 'lib', 'paraglide') + sep;

/** Builds the pages unless the last build came from these very sources. */
export async function ensureBuild(node) {
	const stamp = inProject('build/.sources');
	const now = fingerprint(BUILD_SOURCES);
	if (existsSync(inProject('build/handler.js')) && readStamp(stamp) === now) return;
	say('Building the pages (only after a change; about half a minute).');
	await runQuietly('The build', node, [inProject('node_modules/vite/bin/vite.js'), 'build'], {
		...environmentWith(node),
		NODE_ENV: 'production'
	});
	writeStamp(stamp, now);
}

/** Compiles the messages, which server code reads, unless they are compiled already. */
export async function ensureMessages(node) {
	const stamp = inProject('node_modules/.cache/locus/messages');
	const now = fingerprint(MESSAGE_SOURCES);
	if (existsSync(inProject('src/lib/paraglide/messages.js')) && readStamp(stamp) === now) return;
	const program = inProject('node_modules/@inlang/paraglide-js/bin/run.js');
	const options = ['--project', './project.inlang', '--outdir', './src/lib/paraglide'];
	// The same as in vite.config.ts, which compiles them again for the pages.
	const strategy = ['--strategy', 'globalVariable', 'baseLocale', '--emit-ts-declarations'];
	const args = [program, 'compile', ...options, ...strategy];
	await runQuietly('Compiling the messages', node, args, environmentWith(node));
	writeStamp(stamp, now);
}

/** One hash over the names and contents of everything that goes into a build. */
export function fingerprint(sources) {
	const hash = createHash('sha256');
	for (const file of sources.flatMap((source) => filesUnder(source)).sort()) {
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(inProject(file)))
			.update('\0');
	}
	return hash.digest('hex');
}

function filesUnder(source) {
	const found = statSync(inProject(source), { throwIfNoEntry: false });
	if (found === undefined) return [];
	if (!found.isDirectory()) return [source];
	return readdirSync(inProject(source), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
		.filter((file) => !file.startsWith(GENERATED) && !/\.test\.[cm]?[jt]s$/.test(file));
}

function readStamp(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function writeStamp(file, value) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, value);
}
