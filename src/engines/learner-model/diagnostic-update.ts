import { createRandom, type Random } from '../kernel/index.ts';
import { drawNoise, type NoiseDraw } from './diagnostic-noise.ts';
import {
	drawScatter,
	emptySample,
	hasAll,
	NOWHERE,
	rowOf,
	STATES,
	type Evidence,
	type Sample,
	type Setting
} from './diagnostic-sample.ts';

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
	const nodes = setting.graph.ids.length;
	if (latest === undefined || nodes === 0) return sample;
	const next = resample(sample, nodes, latest, random);
	const trial: Trial = { noise: new Float32Array(nodes), known: new Uint8Array(nodes) };
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

/** Room to write a proposed state in; used again for every state. */
interface Trial {
	readonly noise: Float32Array;
	readonly known: Uint8Array;
}

/** A neighbouring state, before its outcomes are worked out. */
interface Proposal {
	readonly reach: number;
	readonly scatter: number;
	readonly view: number;
	readonly draw: NoiseDraw;
}

function moveState(
	setting: Setting,
	sample: Sample,
	state: number,
	evidence: readonly Evidence[],
	random: Random,
	trial: Trial
): void {
	const nodes = trial.known.length;
	const noise = rowOf(sample.noise, state, nodes);
	const known = rowOf(sample.known, state, nodes);
	const proposal = propose(setting, sample, state, nodes, random);
	if (proposal === undefined) return;
	fillTrial(setting, proposal, noise, trial);
	const ratio = likelihood(trial.known, evidence) / likelihood(known, evidence);
	if (!(random.next() < ratio)) return;
	sample.level[state] = proposal.reach;
	sample.scatter[state] = proposal.scatter;
	sample.view[state] = proposal.view;
	noise.set(trial.noise);
	known.set(trial.known);
}

/** Standard deviation of the proposed step of the level. */
const LEVEL_STEP = 0.06;

/** A neighbouring state; undefined when its level is out of range (the move is then refused). */
function propose(
	{ level, views }: Setting,
	sample: Sample,
	state: number,
	nodes: number,
	random: Random
): Proposal | undefined {
	const reach = (sample.level[state] ?? 0) + LEVEL_STEP * 2 * (random.next() + random.next() - 1);
	if (reach < level.low || reach > level.high) return undefined;
	const draw = drawNoise(random, nodes);
	const scatter = random.next() < 0.2 ? drawScatter(random) : (sample.scatter[state] ?? 1);
	const view = random.next() < 0.1 ? random.below(views.length) : (sample.view[state] ?? 0);
	return { reach, scatter, view, draw };
}

/** Share of fresh noise (pCN, Cotter 2013). */
const FRESH = 0.45;
const KEPT = Math.sqrt(1 - FRESH * FRESH);

/** The proposed noise, and what a state with it knows. The hot loops: a million steps an answer. */
function fillTrial(
	{ packed, views, noise: { fields, white } }: Setting,
	{ reach, scatter, view, draw: { field, stretch, shared, own } }: Proposal,
	noise: Float32Array,
	trial: Trial
): void {
	const { place, spread } = views[view] ?? NOWHERE;
	const { order, before } = packed;
	const { noise: moved, known } = trial;
	for (let node = 0; node < noise.length; node++) {
		const drawn = shared * (fields[field + node] ?? 0) + own * (white[stretch + node] ?? 0);
		// Rounded as a stored draw is, so that a state does not depend on how it was reached.
		moved[node] = KEPT * (noise[node] ?? 0) + FRESH * Math.fround(drawn);
	}
	for (let at = 0; at < order.length; at++) {
		const node = order[at] ?? 0;
		const off = scatter * (spread[node] ?? 0) * (moved[node] ?? 0);
		known[node] = (place[node] ?? 0) + off < reach ? hasAll(known, before, node) : 0;
	}
}

function likelihood(known: Uint8Array, evidence: readonly Evidence[]): number {
	let product = 1;
	for (const { node, can, cannot } of evidence) product *= known[node] === 1 ? can : cannot;
	return product;
}
