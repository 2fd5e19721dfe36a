import { createRandom, type Random } from '../kernel/index.ts';
import type { IndexedGraph } from './graph.ts';
import { packNeighbours, type Neighbours } from './packed-graph.ts';

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
	const around = packNeighbours(
		graph.ids.map((_, node) => [...(graph.before[node] ?? []), ...(graph.after[node] ?? [])])
	);
	for (let field = 0; field < FIELDS; field++)
		fields.set(smoothField(nodes, around, random), field * nodes);
	return { fields, white };
}

/** Box-Muller transform. */
export const gaussian = (random: Random) =>
	Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function smoothField(nodes: number, around: Neighbours, random: Random): Float64Array {
	let field: Float64Array = Float64Array.from({ length: nodes }, () => gaussian(random));
	for (let round = 0; round < ROUNDS; round++) {
		const from = field;
		field = from.map((own, node) => meanAround(from, around, node, own));
	}
	return standardised(field);
}

function meanAround(
	field: Float64Array,
	{ starts, others }: Neighbours,
	node: number,
	own: number
): number {
	const [start, end] = [starts[node] ?? 0, starts[node + 1] ?? 0];
	let sum = own;
	for (let at = start; at < end; at++) sum += field[others[at] ?? 0] ?? 0;
	return sum / (1 + end - start);
}

function standardised(field: Float64Array): Float64Array {
	const mean = field.reduce((sum, x) => sum + x, 0) / field.length;
	const variance = field.reduce((sum, x) => sum + (x - mean) ** 2, 0) / field.length;
	return field.map((x) => (x - mean) / Math.sqrt(variance || 1));
}

/** One draw from the store: a random field, turned either way, and a random stretch of white noise. */
export interface NoiseDraw {
	/** Where the field and the stretch begin. */
	readonly field: number;
	readonly stretch: number;
	/** What each counts for. */
	readonly shared: number;
	readonly own: number;
}

/** Draws noise for `nodes` outcomes; node n gets shared x fields[field + n] + own x white[stretch + n]. */
export function drawNoise(random: Random, nodes: number): NoiseDraw {
	const field = random.below(FIELDS) * nodes;
	const stretch = random.below(WHITE);
	const shared = Math.sqrt(SHARED) * (random.next() < 0.5 ? -1 : 1);
	return { field, stretch, shared, own: Math.sqrt(1 - SHARED) };
}

/** Writes a draw down. */
export function fillNoise({ fields, white }: Noise, draw: NoiseDraw, into: Float32Array): void {
	const { field, stretch, shared, own } = draw;
	for (let node = 0; node < into.length; node++)
		into[node] = shared * (fields[field + node] ?? 0) + own * (white[stretch + node] ?? 0);
}
