import { TAIL } from './diagnostic-levels.ts';
import { RULERS, type Sample } from './diagnostic-sample.ts';

/** The sample turned round: for each outcome its step on every ruler, and the chance that it is known. */
export interface Columns {
	readonly nodes: number;
	/** Nodes x RULERS: where the outcome's step is in `tails`. */
	readonly at: Uint16Array;
	readonly tails: Float32Array;
	readonly marginals: Float64Array;
}

/** Turns a sample round. */
export function columnsOf({ steps, tails }: Sample): Columns {
	const nodes = steps.length / RULERS;
	const at = new Uint16Array(nodes * RULERS);
	const sums = new Float64Array(nodes);
	for (let ruler = 0; ruler < RULERS; ruler++)
		for (let node = 0; node < nodes; node++) {
			const place = ruler * TAIL + (steps[ruler * nodes + node] ?? 0);
			at[node * RULERS + ruler] = place;
			sums[node] = (sums[node] ?? 0) + (tails[place] ?? 0);
		}
	return { nodes, at, tails, marginals: sums.map((sum) => sum / RULERS) };
}
