import { createRandom } from '../kernel/index.ts';
import { toldAfter } from './adagrad.ts';
import { EASINESS_PASSES, fitEasiness } from './fit-easiness.ts';
import { fitWeights, type FittedWeights } from './fit-weights.ts';
import type { Graph } from './graph.ts';
import { createModel } from './model.ts';
import { blankStage, growStage, type Stage } from './stage.ts';
import type { Parameters } from './parameters.ts';
import { rowsOf, type LearnerLog } from './training-rows.ts';
import type { Signs } from './weight-run.ts';

export interface LinearOptions {
	readonly seed: number;
	readonly version: string;
	readonly graph?: Graph | undefined;
	readonly passes?: number | undefined;
	/** Learn shared weights only, as if every skill and item were unknown: for shipped priors. */
	readonly anonymous?: boolean | undefined;
	readonly signs?: Signs | undefined;
}

/** How often `trainLinear` goes through each of so many answers, both stages together. */
export const passesOver = (answers: number, passes?: number): number =>
	EASINESS_PASSES + (passes ?? passesFor(answers));

const passesFor = (answers: number) =>
	Math.max(FEWEST_PASSES, Math.min(MOST_PASSES, Math.ceil(ANSWER_PASSES / Math.max(1, answers))));

const RATE = 0.15;
/** Answers learnt from in all passes together, about, and the bounds of the passes. */
const ANSWER_PASSES = 2_500_000;
const FEWEST_PASSES = 5;
const MOST_PASSES = 12;
/** Range of the random start of the memory's rows. */
const SPREAD = 0.2;

/**
 * The first two stages: difficulty, then every weight of the sum. No tables, no calibration yet. Goes on
 * from `before` with the answers that are new in the logs; from the prior's shared weights when absent.
 */
export function trainLinear(
	prior: Parameters,
	logs: readonly LearnerLog[],
	options: LinearOptions,
	before: Stage = blankStage(prior)
): Stage {
	const fresh = logs.filter(({ answers, learnt }) => answers.length > learnt);
	const grown = withNames(before, options.anonymous === true ? [] : fresh, options);
	const names = { skills: numbered(grown.skills), items: numbered(grown.items) };
	const { easiness, told } = fitEasiness(fresh, names, grown.stage);
	const parameters = { ...grown.stage.parameters, version: options.version, easiness };
	const stage = { parameters, told: { ...grown.stage.told, ...told } };
	const rows = rowsOf(createModel(parameters, options.graph), fresh);
	const answers = fresh.reduce((sum, log) => sum + log.answers.length - log.learnt, 0);
	const passes = options.passes ?? passesFor(answers);
	const { seed, signs } = options;
	return afterFit(stage, fitWeights(rows, stage, { seed, passes, rate: RATE, signs }));
}

const numbered = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]));

/** The stage with the names of new answers, new ones last. */
function withNames(before: Stage, logs: readonly LearnerLog[], { seed }: LinearOptions) {
	const skills = new Set(before.parameters.skills);
	const items = new Set(before.parameters.items);
	for (const { answers, learnt } of logs)
		for (const answer of answers.slice(learnt)) {
			for (const skill of answer.skills) skills.add(skill);
			items.add(answer.item);
		}
	const more = {
		skills: [...skills].slice(before.parameters.skills.length),
		items: [...items].slice(before.parameters.items.length)
	};
	const random = createRandom(seed);
	const stage = growStage(before, more, () => SPREAD * (random.next() - 0.5));
	return { stage, skills: [...skills], items: [...items] };
}

/** The numbers with new ones at some places. */
function placed(
	numbers: readonly number[],
	places: Uint8Array,
	by: ArrayLike<number>
): readonly number[] {
	const all = [...numbers];
	places.forEach((place, i) => (all[place] = by[i] ?? 0));
	return all;
}

/** The stage with what the second stage learnt. */
function afterFit(
	{ parameters, told }: Stage,
	{ fitted, before, active, itemPairs, skillPairs }: FittedWeights
): Stage {
	const known = (part: keyof typeof fitted) => toldAfter(fitted[part], before[part]);
	return {
		parameters: {
			...parameters,
			weights: placed(parameters.weights, active, fitted.shared.weights),
			skillWeights: [...fitted.skills.weights],
			itemWeights: [...fitted.items.weights],
			memory: {
				...parameters.memory,
				leaves: [...fitted.leaves.weights],
				reads: [...fitted.reads.weights]
			},
			sequence: {
				itemPairs: itemPairs.keys,
				itemValues: [...fitted.itemPairs.weights],
				skillPairs: skillPairs.keys,
				skillValues: [...fitted.skillPairs.weights]
			}
		},
		told: {
			...told,
			weights: placed(told.weights, active, known('shared')),
			skillWeights: known('skills'),
			itemWeights: known('items'),
			leaves: known('leaves'),
			reads: known('reads'),
			itemPairs: known('itemPairs'),
			skillPairs: known('skillPairs')
		}
	};
}
