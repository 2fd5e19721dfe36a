import { createRandom, type Random } from '../kernel/index.ts';
import { drawNoise, fillNoise, type Noise } from './diagnostic-noise.ts';
import { evenTails, LEVELS, TAIL } from './diagnostic-levels.ts';
import type { IndexedGraph } from './graph.ts';
import type { Neighbours } from './packed-graph.ts';

/** Where each outcome is expected on the way through the whole graph, and how far off that may be. */
export interface Places {
	/** 0 = start, 1 = end. */
	readonly place: Float64Array;
	readonly spread: Float64Array;
}

/** One way of reading where outcomes stand, and how likely it is the right one before any answer. */
export interface View extends Places {
	readonly share: number;
}

/** What never changes during one diagnostic. */
export interface Setting {
	/** Earlier outcomes come first among its ids. */
	readonly graph: IndexedGraph;
	readonly before: Neighbours;
	/** Ways of reading where outcomes stand; each ruler has one of them. Their shares add up to 1. */
	readonly views: readonly View[];
	readonly noise: Noise;
	readonly level: Range;
}

/** Bounds of the learner's level before the first answer. */
export interface Range {
	readonly low: number;
	readonly high: number;
}

/**
 * A sample of rulers on which the learner's level may be read, all equally likely. On ruler r an outcome
 * stands at its place + scatter x spread x noise, and never before one of its prerequisites; a learner
 * can do just what stands under their level. What is thought of the level is exact on each ruler, so
 * that few rulers do.
 */
export interface Sample {
	readonly scatter: Float64Array;
	/** Which of the setting's views each ruler takes. */
	readonly view: Uint8Array;
	/** RULERS x nodes. */
	readonly noise: Float32Array;
	/** RULERS x nodes: the lowest level at which the outcome is known; LEVELS = at none. */
	readonly steps: Uint8Array;
	/** RULERS x TAIL: chance that the level on this ruler is at least so high (`tailsOf`). */
	readonly tails: Float32Array;
}

/** One answer as the sample sees it: its likelihood if the learner can, and if not. */
export interface Evidence {
	readonly node: number;
	readonly can: number;
	readonly cannot: number;
}

export const RULERS = 128;
/** How closely learners follow the expected places, from closely to loosely. */
const SCATTERS = [0.2, 0.5, 1, 1.6] as const;

/** Rulers drawn before any answer. */
export function drawSample(setting: Setting, seed: number): Sample {
	const random = createRandom(seed);
	const nodes = setting.graph.ids.length;
	const sample = emptySample(nodes);
	for (let ruler = 0; ruler < RULERS; ruler++) {
		const scatter = drawScatter(random);
		const view = drawView(random, setting.views);
		sample.scatter[ruler] = scatter;
		sample.view[ruler] = view;
		const noise = rowOf(sample.noise, ruler, nodes);
		fillNoise(setting.noise, drawNoise(random, nodes), noise);
		placeOutcomes(setting, scatter, view, noise, rowOf(sample.steps, ruler, nodes));
		evenTails(rowOf(sample.tails, ruler, TAIL));
	}
	return sample;
}

export const emptySample = (nodes: number): Sample => ({
	scatter: new Float64Array(RULERS),
	view: new Uint8Array(RULERS),
	noise: new Float32Array(RULERS * nodes),
	steps: new Uint8Array(RULERS * nodes),
	tails: new Float32Array(RULERS * TAIL)
});

export const drawScatter = (random: Random) => SCATTERS[random.below(SCATTERS.length)] ?? 1;

/** One of the views, each as often as its share says. */
export function drawView(random: Random, views: readonly View[]): number {
	let left = random.next();
	const last = views.length - 1;
	const drawn = views.findIndex(({ share }) => (left -= share) < 0);
	return drawn < 0 ? last : drawn;
}

export const rowOf = <T extends Float32Array | Uint8Array>(
	matrix: T,
	row: number,
	width: number
): T =>
	// SAFETY: subarray returns an array of the same kind as the one it views.
	matrix.subarray(row * width, (row + 1) * width) as T;

const NOWHERE: Places = { place: new Float64Array(), spread: new Float64Array() };

/**
 * The lowest level at which each outcome is known: its own place, or that of a prerequisite where that
 * is later. Earlier outcomes come first, so one pass does. The hot loop: 100,000 steps an answer.
 */
export function placeOutcomes(
	{ before: { starts, others }, views, level: { low, high } }: Setting,
	scatter: number,
	view: number,
	noise: Float32Array,
	steps: Uint8Array
): void {
	const { place, spread } = views[view] ?? NOWHERE;
	const scale = LEVELS / (high - low);
	const [shift, wide] = [0.5 - low * scale, scatter * scale];
	let prior = 0;
	for (let node = 0; node < steps.length; node++) {
		const stands =
			(place[node] ?? 0) * scale + shift + wide * (spread[node] ?? 0) * (noise[node] ?? 0);
		// Kept to 0 .. LEVELS, and the later of two steps, without branches: which way they go is chance.
		const under = (stands | 0) - LEVELS;
		let step = LEVELS + (under & (under >> 31));
		step &= ~(step >> 31);
		const end = starts[node + 1] ?? 0;
		for (; prior < end; prior++) {
			const later = (steps[others[prior] ?? 0] ?? 0) - step;
			step += later & ~(later >> 31);
		}
		steps[node] = step;
	}
}
