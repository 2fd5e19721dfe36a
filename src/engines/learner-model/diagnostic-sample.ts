import { createRandom, type Random } from '../kernel/index.ts';
import { drawNoise, type Noise } from './diagnostic-noise.ts';
import type { IndexedGraph } from './graph.ts';

/** Where each outcome is expected on the way through the whole graph, and how far off that may be. */
export interface Places {
	/** 0 = start, 1 = end. */
	readonly place: Float64Array;
	readonly spread: Float64Array;
}

/** What never changes during one diagnostic. */
export interface Setting {
	readonly graph: IndexedGraph;
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
		drawNoise(setting.noise, random, rowOf(sample.noise, state, nodes));
		fillKnown(setting, sample, state, rowOf(sample.known, state, nodes));
	}
	return sample;
}

const emptySample = (nodes: number): Sample => ({
	level: new Float64Array(STATES),
	scatter: new Float64Array(STATES),
	view: new Uint8Array(STATES),
	noise: new Float32Array(STATES * nodes),
	known: new Uint8Array(STATES * nodes)
});

const drawLevel = ({ low, high }: Range, random: Random) => low + (high - low) * random.next();
const drawScatter = (random: Random) => SCATTERS[random.below(SCATTERS.length)] ?? 1;

const rowOf = <T extends Float32Array | Uint8Array>(matrix: T, state: number, nodes: number): T =>
	// SAFETY: subarray returns an array of the same kind as the one it views.
	matrix.subarray(state * nodes, (state + 1) * nodes) as T;

const NOWHERE: Places = { place: new Float64Array(), spread: new Float64Array() };

/** Which outcomes a state has, earlier ones first so that closure downwards needs one pass. */
function fillKnown(
	{ graph, views }: Setting,
	{ level, scatter, view, noise }: Sample,
	state: number,
	known: Uint8Array
): void {
	const nodes = graph.ids.length;
	const places = views[view[state] ?? 0] ?? NOWHERE;
	const reach = level[state] ?? 0;
	const wide = scatter[state] ?? 1;
	for (const node of graph.order) {
		const off = wide * (places.spread[node] ?? 0) * (noise[state * nodes + node] ?? 0);
		known[node] =
			(places.place[node] ?? 0) + off < reach && hasAll(known, graph.before[node]) ? 1 : 0;
	}
}

function hasAll(known: Uint8Array, before: readonly number[] = []): boolean {
	for (const node of before) if (known[node] === 0) return false;
	return true;
}

/**
 * Takes in the latest of `evidence`: resamples by its likelihood (systematic resampling, Kitagawa
 * 1996), then moves every state by one Metropolis step that leaves the posterior given all of the
 * evidence as it is (resample-move, Gilks & Berzuini 2001), so that the states stay different.
 */
export function updateSample(
	setting: Setting,
	sample: Sample,
	evidence: readonly Evidence[],
	seed: number
): Sample {
	const random = createRandom(seed);
	const latest = evidence.at(-1);
	if (latest === undefined || setting.graph.ids.length === 0) return sample;
	const next = resample(sample, setting.graph.ids.length, latest, random);
	const trial = new Uint8Array(setting.graph.ids.length);
	for (let state = 0; state < STATES; state++)
		moveState(setting, next, state, evidence, random, trial);
	return next;
}

function resample(sample: Sample, nodes: number, { node, can, cannot }: Evidence, random: Random) {
	const next = emptySample(nodes);
	const weight = (state: number) => (sample.known[state * nodes + node] === 1 ? can : cannot);
	let total = 0;
	for (let state = 0; state < STATES; state++) total += weight(state);
	let reached = 0;
	let from = -1;
	const offset = random.next();
	for (let state = 0; state < STATES; state++) {
		const wanted = ((state + offset) / STATES) * total;
		while (reached <= wanted && from + 1 < STATES) reached += weight(++from);
		copyState(sample, next, from, state, nodes);
	}
	return next;
}

function copyState(from: Sample, to: Sample, source: number, target: number, nodes: number): void {
	to.level[target] = from.level[source] ?? 0;
	to.scatter[target] = from.scatter[source] ?? 1;
	to.view[target] = from.view[source] ?? 0;
	rowOf(to.noise, target, nodes).set(rowOf(from.noise, source, nodes));
	rowOf(to.known, target, nodes).set(rowOf(from.known, source, nodes));
}

/** Standard deviation of the proposed step of the level, and share of fresh noise (pCN, Cotter 2013). */
const LEVEL_STEP = 0.06;
const FRESH = 0.45;
const KEPT = Math.sqrt(1 - FRESH * FRESH);

function moveState(
	setting: Setting,
	sample: Sample,
	state: number,
	evidence: readonly Evidence[],
	random: Random,
	trial: Uint8Array
): void {
	const nodes = trial.length;
	const noise = rowOf(sample.noise, state, nodes);
	const known = rowOf(sample.known, state, nodes);
	const proposed = propose(setting, sample, state, random);
	if (proposed === undefined) return;
	fillKnown(setting, proposed, 0, trial);
	const ratio = likelihood(trial, evidence) / likelihood(known, evidence);
	if (!(random.next() < ratio)) return;
	sample.level[state] = proposed.level[0] ?? 0;
	sample.scatter[state] = proposed.scatter[0] ?? 1;
	sample.view[state] = proposed.view[0] ?? 0;
	noise.set(proposed.noise);
	known.set(trial);
}

/** A neighbouring state; undefined when its level is out of range (the move is then refused). */
function propose(
	{ level, views, noise: source }: Setting,
	sample: Sample,
	state: number,
	random: Random
) {
	const nodes = sample.noise.length / STATES;
	const reach = (sample.level[state] ?? 0) + LEVEL_STEP * 2 * (random.next() + random.next() - 1);
	if (reach < level.low || reach > level.high) return undefined;
	const fresh = new Float32Array(nodes);
	drawNoise(source, random, fresh);
	for (let node = 0; node < nodes; node++)
		fresh[node] = KEPT * (sample.noise[state * nodes + node] ?? 0) + FRESH * (fresh[node] ?? 0);
	const scatter = random.next() < 0.2 ? drawScatter(random) : (sample.scatter[state] ?? 1);
	const view = random.next() < 0.1 ? random.below(views.length) : (sample.view[state] ?? 0);
	return {
		level: Float64Array.of(reach),
		scatter: Float64Array.of(scatter),
		view: Uint8Array.of(view),
		noise: fresh,
		known: new Uint8Array()
	};
}

function likelihood(known: Uint8Array, evidence: readonly Evidence[]): number {
	let product = 1;
	for (const { node, can, cannot } of evidence) product *= known[node] === 1 ? can : cannot;
	return product;
}
