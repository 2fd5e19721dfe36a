import { existsSync } from 'node:fs';
import module from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureMessages } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runDoctor } from './doctor.mjs';
import { ensureNode, environmentWith } from './node.mjs';
import { SetupProblem } from './problem.mjs';
import { runAttached } from './processes.mjs';
import { inProject } from './project.mjs';
import { runChecks, runTests } from './test-run.mjs';

/** Where Node keeps compiled code: a later start need not read every file's types away again. */
const COMPILE_CACHE = inProject('node_modules/.cache/locus/compiled');

/**
 * What `node tools/locus.mjs <task>` can be asked for beside the commands of the CLI.
 * @type {Record<string, (args: string[]) => Promise<number>>}
 */
const TASKS = {
	doctor: runDoctor,
	check: async () => runChecks(await prepare()),
	test: async (args) => runTests(await prepare(), { isFull: args.includes('--full') }),
	build: async () => {
		await ensureBuild(await prepare());
		return 0;
	},
	run: async ([file, ...args]) => runFile(await prepare(), file, args)
};

/** @param {string[]} args @returns {Promise<number>} the exit code */
export function runTask([name, ...args]) {
	const task = name === undefined ? undefined : TASKS[name];
	return task === undefined ? runCommand(name, args) : task(args);
}

/** A command of the CLI, after everything it needs is there. */
async function runCommand(name, args) {
	const node = await prepare();
	if (name === 'start') await ensureBuild(node);
	return runFile(node, inProject('src/cli/locus.ts'), name === undefined ? args : [name, ...args]);
}

/** Node and libraries; prints nothing and takes a few milliseconds where both are there. */
async function prepare() {
	const node = await ensureNode();
	await ensureDependencies(node);
	await ensureMessages(node);
	return node;
}

/** Runs a TypeScript file: in this very process where its Node can, so that signals need no relay. */
async function runFile(node, file, args) {
	const path = resolve(file ?? '');
	if (file === undefined || !existsSync(path)) {
		throw new SetupProblem(
			`There is no file ${file ?? ''} to run. Usage: node tools/locus.mjs run <file.ts> [arguments]`
		);
	}
	if (node !== process.execPath) {
		return runAttached(node, [path, ...args], {
			env: { ...environmentWith(node), NODE_COMPILE_CACHE: COMPILE_CACHE },
			isLinked: true
		});
	}
	process.argv = [process.argv[0] ?? node, path, ...args];
	module.enableCompileCache(COMPILE_CACHE);
	await import(pathToFileURL(path).href);
	return Number(process.exitCode ?? 0);
}
