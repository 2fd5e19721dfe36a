import { spawn } from 'node:child_process';
import { SetupProblem } from './problem.mjs';
import { ROOT } from './project.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in the terminal's own streams until it ends, passing signals on. With `isLinked`
 * the child has a channel to this process and so learns when this process is killed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, isLinked?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 128 + the signal's number when a signal ended it
 */
export function runAttached(program, args, { env = process.env, isLinked = false } = {}) {
	const stdio = ['inherit', 'inherit', 'inherit', ...(isLinked ? ['ipc'] : [])];
	const child = spawn(program, args, { cwd: ROOT, env, stdio });
	const pass = (signal) => child.kill(signal);
	for (const signal of FORWARDED) process.on(signal, pass);
	const stopWatching = watchParent(() => pass('SIGTERM'));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			for (const name of FORWARDED) process.off(name, pass);
			stopWatching();
			resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0));
		});
	});
}

/**
 * npm passes SIGTERM to its shell alone, which dies without passing it on: then this process has a
 * new parent.
 */
function watchParent(end) {
	if (process.env.npm_lifecycle_event === undefined) return () => {};
	const parent = process.ppid;
	const check = () => {
		if (process.ppid !== parent) end();
	};
	const timer = setInterval(check, 500);
	return () => clearInterval(timer);
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs a program out of sight and shows what it printed only when it fails.
 * @param {string} what names the work in the sentence of a failure
 */
export async function runQuietly(what, program, args, env = process.env) {
	const { code, output } = await collect(program, args, env);
	if (code === 0) return;
	throw new SetupProblem(`${output.trimEnd()}\n\n${what} failed. What was printed is above.`);
}

/** Runs a program out of sight; returns what it printed and its exit code. */
export function collect(program, args, env) {
	return new Promise((resolve, reject) => {
		const isScript = process.platform === 'win32' && !program.endsWith('.exe');
		const stdio = ['ignore', 'pipe', 'pipe'];
		const child = spawn(program, args, { cwd: ROOT, env, stdio, shell: isScript });
		const stopWatching = watchParent(() => {
			child.kill();
			process.exit(128 + SIGNAL_NUMBERS.SIGTERM);
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.once('error', (cause) =>
			reject(new SetupProblem(`${program} could not be run (${cause.message}).`))
		);
		child.once('close', (code) => {
			stopWatching();
			resolve({ code, output });
		});
	});
}
