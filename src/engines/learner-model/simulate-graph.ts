import { createRandom } from '../kernel/index.ts';
import type { Graph } from './graph.ts';

/** A made-up curriculum: steps of about 25 outcomes, each with one or two prerequisites a step or so back. */
export function simulateGraph(outcomes: number, seed: number): Graph {
	const random = createRandom(seed);
	const ids = Array.from({ length: outcomes }, (_, i) => `outcome-${i}`);
	const steps = Math.max(4, Math.round(outcomes / 25));
	const stepOf = (i: number) => Math.floor((i * steps) / outcomes);
	const firstOf = (step: number) => Math.ceil((step * outcomes) / steps);
	const precedes = ids.flatMap((id, i): (readonly [string, string])[] => {
		if (stepOf(i) === 0) return [];
		return Array.from({ length: 1 + random.below(2) }, () => {
			const back = 1 + (random.next() < 0.2 ? random.below(3) : 0);
			const low = firstOf(Math.max(0, stepOf(i) - back));
			const high = firstOf(Math.max(0, stepOf(i) - back) + 1);
			return [ids[low + random.below(high - low)] ?? id, id];
		});
	});
	return { ids, precedes };
}
