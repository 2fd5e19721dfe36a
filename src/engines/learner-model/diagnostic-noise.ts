import { createRandom, type Random } from '../kernel/index.ts';
import type { IndexedGraph } from './graph.ts';

/**
 * A store of standard normal noise over the outcomes: some of it alike for neighbours in the graph
 * (a learner strong in fractions is strong in most of fractions), some each outcome's own.
 */
export interface Noise {
	/** FIELDS rows over the nodes, unit variance, alike for neighbours. */
	readonly fields: Float32Array;
	readonly white: Float32Array;
}

const FIELDS = 64;
const WHITE = 1 << 15;
/** Share of the variance that neighbours have in common. */
const SHARED = 0.6;
/** Rounds of averaging with neighbours. */
const ROUNDS = 3;

/** Fills the store; the same seed gives the same store. */
export function createNoise(graph: IndexedGraph, seed: number): Noise {
	const random = createRandom(seed);
	const nodes = graph.ids.length;
	const white = Float32Array.from({ length: WHITE + nodes }, () => gaussian(random));
	const fields = new Float32Array(FIELDS * nodes);
	for (let field = 0; field < FIELDS; field++)
		fields.set(smoothField(graph, random), field * nodes);
	return { fields, white };
}

/** Box-Muller transform. */
export const gaussian = (random: Random) =>
	Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function smoothField({ ids, before, after }: IndexedGraph, random: Random): Float64Array {
	let field = Float64Array.from(ids, () => gaussian(random));
	for (let round = 0; round < ROUNDS; round++) {
		const from = field;
		field = field.map((own, node) => {
			const around = [...(before[node] ?? []), ...(after[node] ?? [])];
			return around.reduce((sum, other) => sum + (from[other] ?? 0), own) / (1 + around.length);
		});
	}
	return standardised(field);
}

function standardised(field: Float64Array): Float64Array {
	const mean = field.reduce((sum, x) => sum + x, 0) / field.length;
	const variance = field.reduce((sum, x) => sum + (x - mean) ** 2, 0) / field.length;
	return field.map((x) => (x - mean) / Math.sqrt(variance || 1));
}

/** Fills `into` with one draw: a random field, turned either way, and a random stretch of white noise. */
export function drawNoise({ fields, white }: Noise, random: Random, into: Float32Array): void {
	const start = random.below(FIELDS) * into.length;
	const offset = random.below(WHITE);
	const shared = Math.sqrt(SHARED) * (random.next() < 0.5 ? -1 : 1);
	const own = Math.sqrt(1 - SHARED);
	for (let node = 0; node < into.length; node++)
		into[node] = shared * (fields[start + node] ?? 0) + own * (white[offset + node] ?? 0);
}
