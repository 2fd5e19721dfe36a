import { TAIL } from './diagnostic-levels.ts';
import { rowOf, RULERS, type Sample } from './diagnostic-sample.ts';

/** What a sample says: the rulers' steps and tails, and the chance that each outcome is known. */
export interface Columns extends Pick<Sample, 'steps' | 'tails'> {
	readonly nodes: number;
	readonly marginals: Float64Array;
}

/** Sums a sample up. */
export function columnsOf({ steps, tails }: Sample): Columns {
	const nodes = steps.length / RULERS;
	const sums = new Float64Array(nodes);
	for (let ruler = 0; ruler < RULERS; ruler++)
		addTails(rowOf(steps, ruler, nodes), 0, rowOf(tails, ruler, TAIL), sums);
	return { nodes, steps, tails, marginals: sums.map((sum) => sum / RULERS) };
}

/** Adds, for each outcome, how likely it is on one ruler that the level reaches both its step and `least`. */
export function addTails(
	steps: Uint8Array,
	least: number,
	tails: Float32Array,
	sums: Float64Array
): void {
	for (let node = 0; node < steps.length; node++) {
		// The later of the two steps without a branch: which one it is is chance.
		const above = (steps[node] ?? 0) - least;
		sums[node] = (sums[node] ?? 0) + (tails[least + (above & ~(above >> 31))] ?? 0);
	}
}
