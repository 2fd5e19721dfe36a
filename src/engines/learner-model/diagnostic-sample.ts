import { createRandom, type Random } from '../kernel/index.ts';
import { drawNoise, fillNoise, type Noise } from './diagnostic-noise.ts';
import type { IndexedGraph } from './graph.ts';
import type { Neighbours, PackedGraph } from './packed-graph.ts';

/** Where each outcome is expected on the way through the whole graph, and how far off that may be. */
export interface Places {
	/** 0 = start, 1 = end. */
	readonly place: Float64Array;
	readonly spread: Float64Array;
}

/** What never changes during one diagnostic. */
export interface Setting {
	readonly graph: IndexedGraph;
	readonly packed: PackedGraph;
	/** Ways of reading where outcomes stand, equally likely at first; each state has one of them. */
	readonly views: readonly Places[];
	readonly noise: Noise;
	readonly level: Range;
}

/** Bounds of the learner's level before the first answer. */
export interface Range {
	readonly low: number;
	readonly high: number;
}

/**
 * A sample of what the learner may know, all states equally likely. State s has every outcome whose
 * place + scatter x spread x noise lies under its level and whose prerequisites it has.
 */
export interface Sample {
	readonly level: Float64Array;
	readonly scatter: Float64Array;
	/** Which of the setting's views each state takes. */
	readonly view: Uint8Array;
	/** STATES x nodes. */
	readonly noise: Float32Array;
	/** STATES x nodes, 1 = can. */
	readonly known: Uint8Array;
}

/** One answer as the sample sees it: its likelihood if the learner can, and if not. */
export interface Evidence {
	readonly node: number;
	readonly can: number;
	readonly cannot: number;
}

export const STATES = 512;
/** How closely learners follow the expected places, from closely to loosely. */
const SCATTERS = [0.2, 0.5, 1, 1.6] as const;

/** States drawn before any answer. */
export function drawSample(setting: Setting, seed: number): Sample {
	const random = createRandom(seed);
	const nodes = setting.graph.ids.length;
	const sample = emptySample(nodes);
	for (let state = 0; state < STATES; state++) {
		sample.level[state] = drawLevel(setting.level, random);
		sample.scatter[state] = drawScatter(random);
		sample.view[state] = random.below(setting.views.length);
		fillNoise(setting.noise, drawNoise(random, nodes), rowOf(sample.noise, state, nodes));
		fillKnown(setting, sample, state, rowOf(sample.known, state, nodes));
	}
	return sample;
}

export const emptySample = (nodes: number): Sample => ({
	level: new Float64Array(STATES),
	scatter: new Float64Array(STATES),
	view: new Uint8Array(STATES),
	noise: new Float32Array(STATES * nodes),
	known: new Uint8Array(STATES * nodes)
});

const drawLevel = ({ low, high }: Range, random: Random) => low + (high - low) * random.next();
export const drawScatter = (random: Random) => SCATTERS[random.below(SCATTERS.length)] ?? 1;

export const rowOf = <T extends Float32Array | Uint8Array>(
	matrix: T,
	state: number,
	nodes: number
): T =>
	// SAFETY: subarray returns an array of the same kind as the one it views.
	matrix.subarray(state * nodes, (state + 1) * nodes) as T;

export const NOWHERE: Places = { place: new Float64Array(), spread: new Float64Array() };

/** Which outcomes a state has, earlier ones first so that closure downwards needs one pass. */
function fillKnown(
	{ graph, packed: { order, before }, views }: Setting,
	{ level, scatter, view, noise }: Sample,
	state: number,
	known: Uint8Array
): void {
	const nodes = graph.ids.length;
	const places = views[view[state] ?? 0] ?? NOWHERE;
	const reach = level[state] ?? 0;
	const wide = scatter[state] ?? 1;
	for (const node of order) {
		const off = wide * (places.spread[node] ?? 0) * (noise[state * nodes + node] ?? 0);
		known[node] = (places.place[node] ?? 0) + off < reach ? hasAll(known, before, node) : 0;
	}
}

/** 1 when everything directly before the node is known, else 0. */
export function hasAll(known: Uint8Array, { starts, others }: Neighbours, node: number): 0 | 1 {
	const end = starts[node + 1] ?? 0;
	for (let at = starts[node] ?? 0; at < end; at++) if (known[others[at] ?? 0] === 0) return 0;
	return 1;
}
