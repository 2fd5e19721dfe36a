import type { Evidence } from './diagnostic-sample.ts';

/** Steps into which the range of levels is cut. */
export const LEVELS = 128;
/** Places of one ruler's tails: place k = the level is at least k, up to LEVELS (never). */
export const TAIL = LEVELS + 1;

/** Every level equally likely. */
export function evenTails(tails: Float32Array): void {
	for (let level = 0; level < TAIL; level++) tails[level] = (LEVELS - level) / LEVELS;
}

/** Room for the odds of every level; used again for every ruler. */
const odds = new Float64Array(TAIL);

/**
 * Writes how likely it is that the level is at least so high, given all of the evidence, and returns the
 * likelihood of the evidence on this ruler, every level counted (a constant factor left out). Each answer
 * multiplies the odds of all levels from its outcome's step on, so one pass over the levels does.
 */
export function tailsOf(
	steps: Uint8Array,
	evidence: readonly Evidence[],
	tails: Float32Array
): number {
	odds.fill(1);
	for (const { node, can, cannot } of evidence) {
		const step = steps[node] ?? LEVELS;
		odds[step] = (odds[step] ?? 1) * (can / cannot);
	}
	let [product, total] = [1, 0];
	for (let level = 0; level < LEVELS; level++) {
		product *= odds[level] ?? 1;
		odds[level] = product;
		total += product;
	}
	let rest = 0;
	tails[LEVELS] = 0;
	for (let level = LEVELS - 1; level >= 0; level--) {
		rest += odds[level] ?? 0;
		tails[level] = rest / total;
	}
	return total;
}
