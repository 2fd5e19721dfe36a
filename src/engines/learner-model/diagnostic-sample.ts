import { createRandom, type Random } from '../kernel/index.ts';
import type { IndexedGraph } from './graph.ts';

/** Weighted knowledge states: row p of `known` says which outcomes state p has. */
export interface Sample {
	readonly nodes: number;
	readonly states: number;
	/** states x nodes, 1 = can. */
	readonly known: Uint8Array;
	/** One a state, sum 1. */
	readonly weights: Float64Array;
	/** Chance of each outcome: weighted share of the states that have it. */
	readonly marginals: Float64Array;
}

const STATES = 512;

/** Draws states that respect the graph: a level for the learner, a scatter, and closure downwards. */
export function sampleStates(graph: IndexedGraph, seed: number, expectedLevel?: number): Sample {
	const random = createRandom(seed);
	const nodes = graph.ids.length;
	const known = new Uint8Array(STATES * nodes);
	const place = placesOf(graph);
	for (let state = 0; state < STATES; state++)
		drawState(
			graph,
			place,
			random,
			known.subarray(state * nodes, (state + 1) * nodes),
			expectedLevel
		);
	const weights = new Float64Array(STATES).fill(1 / STATES);
	return withMarginals({ nodes, states: STATES, known, weights });
}

/** Where an outcome stands between the start (0) and the end (1) of the longest road through it. */
export function placesOf({ order, before, after, ids }: IndexedGraph): Float64Array {
	const depth = longest(order, before);
	const height = longest(order.toReversed(), after);
	return Float64Array.from(ids, (_, node) => {
		const down = depth[node] ?? 0;
		return (down + 0.5) / (down + (height[node] ?? 0) + 1);
	});
}

function longest(order: readonly number[], before: readonly (readonly number[])[]): number[] {
	const depth = before.map(() => 0);
	for (const node of order)
		depth[node] = Math.max(0, ...(before[node] ?? []).map((prior) => (depth[prior] ?? 0) + 1));
	return depth;
}

function drawState(
	{ order, before }: IndexedGraph,
	place: Float64Array,
	random: Random,
	row: Uint8Array,
	expectedLevel: number | undefined
): void {
	const level =
		expectedLevel === undefined
			? random.next() * 1.2 - 0.1
			: expectedLevel + (random.next() - 0.5) * 0.4;
	const scatter = random.next() * 0.3;
	for (const node of order) {
		const reached = (place[node] ?? 0) + scatter * (random.next() + random.next() - 1) < level;
		row[node] = reached && (before[node] ?? []).every((prior) => row[prior] === 1) ? 1 : 0;
	}
}

type Unsummed = Omit<Sample, 'marginals'>;

function withMarginals(sample: Unsummed): Sample {
	const marginals = new Float64Array(sample.nodes);
	for (let state = 0; state < sample.states; state++) {
		const weight = sample.weights[state] ?? 0;
		const start = state * sample.nodes;
		for (let node = 0; node < sample.nodes; node++)
			if (sample.known[start + node] === 1) marginals[node] = (marginals[node] ?? 0) + weight;
	}
	return { ...sample, marginals };
}

/** Bayes' rule on the weights for one answer about `node`. */
export function reweigh(
	sample: Sample,
	node: number,
	chance: { readonly can: number; readonly cannot: number }
): Sample {
	const weights = sample.weights.map(
		(weight, state) =>
			weight * (sample.known[state * sample.nodes + node] === 1 ? chance.can : chance.cannot)
	);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (!(total > 0)) return sample;
	return withMarginals({ ...sample, weights: weights.map((weight) => weight / total) });
}
