import { EASINESS_PASSES, fitEasiness } from './fit-easiness.ts';
import { fitWeights, type FitOptions, type Fitted } from './fit-weights.ts';
import type { Graph } from './graph.ts';
import { createModel } from './model.ts';
import type { Parameters, Sequence } from './parameters.ts';
import { rowsOf, type TrainingLearner } from './training-rows.ts';

export interface LinearOptions {
	readonly seed: number;
	readonly version: string;
	readonly graph?: Graph | undefined;
	readonly passes?: number | undefined;
	/** Learn shared weights only, as if every skill and item were unknown: for shipped priors. */
	readonly anonymous?: boolean | undefined;
	readonly signs?: FitOptions['signs'];
}

/** How often `trainLinear` goes through each of so many answers, both stages together. */
export const passesOver = (answers: number, passes?: number): number =>
	EASINESS_PASSES + (passes ?? passesFor(answers));

const passesFor = (answers: number) =>
	Math.max(FEWEST_PASSES, Math.min(MOST_PASSES, Math.ceil(ANSWER_PASSES / Math.max(1, answers))));

const RATE = 0.15;
const SPANS = [0.99, 0.9, 0.5];
const SIZE = 4;
/** Answers learnt from in all passes together, about, and the bounds of the passes. */
const ANSWER_PASSES = 2_500_000;
const FEWEST_PASSES = 5;
const MOST_PASSES = 12;

/** The first two stages: difficulty, then every weight of the sum. No tables, no calibration yet. */
export function trainLinear(
	prior: Parameters,
	learners: readonly TrainingLearner[],
	options: LinearOptions
): Parameters {
	const names = namesOf(options.anonymous === true ? [] : learners);
	const easiness = fitEasiness(learners, names);
	const bare = bareParameters(prior, [...names.skills.keys()], [...names.items.keys()], options);
	const rows = rowsOf(createModel({ ...bare, easiness }, options.graph), learners);
	const fitted = fitWeights(rows, fitOptions(prior, bare, rows.count, options));
	return { ...bare, easiness, ...fittedParts(fitted) };
}

function namesOf(learners: readonly TrainingLearner[]) {
	const skills = new Map<string, number>();
	const items = new Map<string, number>();
	const number = (map: Map<string, number>, name: string) =>
		map.has(name) || map.set(name, map.size);
	for (const answer of learners.flat()) {
		answer.skills.forEach((skill) => number(skills, skill));
		number(items, answer.item);
	}
	return { skills, items };
}

function bareParameters(
	prior: Parameters,
	skills: readonly string[],
	items: readonly string[],
	{ version }: LinearOptions
): Parameters {
	return {
		...prior,
		version,
		skills,
		items,
		skillWeights: [],
		itemWeights: [],
		memory: { spans: SPANS, size: SIZE, leaves: [], reads: [] },
		sequence: { itemPairs: [], itemValues: [], skillPairs: [], skillValues: [] },
		tables: [],
		calibration: { slope: 1, shift: 0 }
	};
}

function fitOptions(
	prior: Parameters,
	{ skills, items }: Parameters,
	answers: number,
	{ seed, passes, signs }: LinearOptions
): FitOptions {
	return {
		seed,
		passes: passes ?? passesFor(answers),
		rate: RATE,
		spans: SPANS,
		size: SIZE,
		skillCount: skills.length,
		itemCount: items.length,
		prior: prior.weights,
		signs
	};
}

function fittedParts(fitted: Fitted) {
	const sequence: Sequence = {
		itemPairs: fitted.itemPairs.keys,
		itemValues: [...fitted.itemPairs.values.weights],
		skillPairs: fitted.skillPairs.keys,
		skillValues: [...fitted.skillPairs.values.weights]
	};
	return {
		weights: [...fitted.shared.weights],
		skillWeights: [...fitted.skills.weights],
		itemWeights: [...fitted.items.weights],
		memory: {
			spans: SPANS,
			size: SIZE,
			leaves: [...fitted.leaves.weights],
			reads: [...fitted.reads.weights]
		},
		sequence
	};
}
