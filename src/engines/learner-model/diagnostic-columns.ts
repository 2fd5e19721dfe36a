import { bitCount } from './diagnostic-places.ts';
import { STATES, type Sample } from './diagnostic-sample.ts';

/** The sample turned round: for each outcome one bit a state, and the share of states that have it. */
export interface Columns {
	readonly nodes: number;
	readonly bits: Uint32Array;
	readonly marginals: Float64Array;
}

export const COLUMN_WORDS = STATES / 32;

/** Turns a sample round. */
export function columnsOf({ known }: Sample): Columns {
	const nodes = known.length / STATES;
	const bits = new Uint32Array(nodes * COLUMN_WORDS);
	for (let state = 0; state < STATES; state++) {
		const [word, mask] = [state >> 5, 1 << (state & 31)];
		for (let node = 0; node < nodes; node++)
			if (known[state * nodes + node] === 1) {
				const at = node * COLUMN_WORDS + word;
				bits[at] = (bits[at] ?? 0) | mask;
			}
	}
	const marginals = Float64Array.from({ length: nodes }, (_, node) =>
		sharedStates(bits, node, node)
	);
	return { nodes, bits, marginals: marginals.map((count) => count / STATES) };
}

/** How many states have both outcomes. */
export function sharedStates(bits: Uint32Array, a: number, b: number): number {
	let count = 0;
	for (let word = 0; word < COLUMN_WORDS; word++)
		count += bitCount((bits[a * COLUMN_WORDS + word] ?? 0) & (bits[b * COLUMN_WORDS + word] ?? 0));
	return count;
}
