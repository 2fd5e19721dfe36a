import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, wherever it was called from. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts @returns a path inside the checkout */
export const inProject = (...parts) => join(ROOT, ...parts);

/** Says what set-up does. Always on stderr: stdout belongs to the program that was asked for. */
export function say(sentence) {
	process.stderr.write(`${sentence}\n`);
}
