import { createRandom, type Random } from '../kernel/index.ts';
import { TAIL, tailsOf } from './diagnostic-levels.ts';
import { drawNoise, type NoiseDraw } from './diagnostic-noise.ts';
import {
	drawScatter,
	drawView,
	emptySample,
	placeOutcomes,
	rowOf,
	RULERS,
	type Evidence,
	type Sample,
	type Setting
} from './diagnostic-sample.ts';

/**
 * Takes in the latest of `evidence`: resamples rulers by its likelihood (systematic resampling, Kitagawa
 * 1996), then moves every ruler by one Metropolis step that leaves the posterior given all of the
 * evidence as it is (resample-move, Gilks & Berzuini 2001), so that the rulers stay different. The level
 * is summed out of both (Rao-Blackwell; Doucet et al. 2000).
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
	const trial: Trial = {
		noise: new Float32Array(nodes),
		steps: new Uint8Array(nodes),
		tails: new Float32Array(TAIL)
	};
	for (let ruler = 0; ruler < RULERS; ruler++)
		moveRuler(setting, next, ruler, evidence, random, trial);
	return next;
}

function resample(sample: Sample, nodes: number, { node, can, cannot }: Evidence, random: Random) {
	const next = emptySample(nodes);
	const weights = Float64Array.from({ length: RULERS }, (_, ruler) => {
		const step = sample.steps[ruler * nodes + node] ?? 0;
		return cannot + (can - cannot) * (sample.tails[ruler * TAIL + step] ?? 0);
	});
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let reached = 0;
	let from = -1;
	const offset = random.next();
	for (let ruler = 0; ruler < RULERS; ruler++) {
		const wanted = ((ruler + offset) / RULERS) * total;
		while (reached <= wanted && from + 1 < RULERS) reached += weights[++from] ?? 0;
		copyRuler(sample, next, from, ruler, nodes);
	}
	return next;
}

function copyRuler(from: Sample, to: Sample, source: number, target: number, nodes: number): void {
	to.scatter[target] = from.scatter[source] ?? 1;
	to.view[target] = from.view[source] ?? 0;
	rowOf(to.noise, target, nodes).set(rowOf(from.noise, source, nodes));
	rowOf(to.steps, target, nodes).set(rowOf(from.steps, source, nodes));
}

/** Room to write a proposed ruler in; used again for every ruler. */
interface Trial {
	readonly noise: Float32Array;
	readonly steps: Uint8Array;
	readonly tails: Float32Array;
}

function moveRuler(
	setting: Setting,
	sample: Sample,
	ruler: number,
	evidence: readonly Evidence[],
	random: Random,
	trial: Trial
): void {
	const nodes = trial.steps.length;
	const noise = rowOf(sample.noise, ruler, nodes);
	const steps = rowOf(sample.steps, ruler, nodes);
	const tails = rowOf(sample.tails, ruler, TAIL);
	const likelihood = tailsOf(steps, evidence, tails);
	const draw = drawNoise(random, nodes);
	const scatter = random.next() < 0.2 ? drawScatter(random) : (sample.scatter[ruler] ?? 1);
	const view = random.next() < 0.1 ? drawView(random, setting.views) : (sample.view[ruler] ?? 0);
	mixNoise(setting, draw, noise, trial.noise);
	placeOutcomes(setting, scatter, view, trial.noise, trial.steps);
	if (!(random.next() * likelihood < tailsOf(trial.steps, evidence, trial.tails))) return;
	sample.scatter[ruler] = scatter;
	sample.view[ruler] = view;
	noise.set(trial.noise);
	steps.set(trial.steps);
	tails.set(trial.tails);
}

/** Share of fresh noise (pCN, Cotter 2013). */
const FRESH = 0.45;
const KEPT = Math.sqrt(1 - FRESH * FRESH);

/** Noise a step away from the ruler's own. A hot loop. */
function mixNoise(
	{ noise: { fields, white } }: Setting,
	{ field, stretch, shared, own }: NoiseDraw,
	noise: Float32Array,
	into: Float32Array
): void {
	for (let node = 0; node < noise.length; node++) {
		const drawn = shared * (fields[field + node] ?? 0) + own * (white[stretch + node] ?? 0);
		into[node] = KEPT * (noise[node] ?? 0) + FRESH * drawn;
	}
}
