import { ascend, createLearned, logistic, pullsOf, type Learned } from './adagrad.ts';
import type { Easiness } from './parameters.ts';
import type { TrainingAnswer, TrainingLearner } from './training-rows.ts';

/** Elo steps of the ability (Pelanek 2016): chosen on Statics 2011 and ASSISTments 2015. */
const STEP = 0.5;
const DECAY = 0.05;
export const EASINESS_PASSES = 6;
const RATE = 0.3;
/** Precision (1 / variance) of the prior of a skill around the mean, of an item around its skills. */
const SKILL_PRECISION = 1;
const ITEM_PRECISION = 1.5;

export interface Names {
	readonly skills: ReadonlyMap<string, number>;
	readonly items: ReadonlyMap<string, number>;
}

interface Parts {
	readonly start: Learned;
	readonly skills: Learned;
	readonly items: Learned;
	/** Pull on each: precision / number of answers, so that all answers together pull once. */
	readonly skillPull: Float64Array;
	readonly itemPull: Float64Array;
}

/** First stage: difficulty of skills and items, with the learner's ability moving as they answer. */
export function fitEasiness(learners: readonly TrainingLearner[], names: Names): Easiness {
	const itemAnswers = countNames(learners, names.items, ({ item }) => [item]);
	const skillAnswers = countNames(learners, names.skills, ({ skills }) => skills);
	const parts: Parts = {
		start: createLearned(1),
		skills: createLearned(names.skills.size),
		items: createLearned(names.items.size),
		skillPull: pullsOf(SKILL_PRECISION, skillAnswers),
		itemPull: pullsOf(ITEM_PRECISION, itemAnswers)
	};
	for (let pass = 0; pass < EASINESS_PASSES; pass++)
		for (const answers of learners) fitLearner(parts, names, answers);
	return {
		start: parts.start.weights[0] ?? 0,
		skills: [...parts.skills.weights],
		items: [...parts.items.weights],
		itemAnswers: [...itemAnswers],
		step: STEP,
		decay: DECAY
	};
}

function fitLearner(parts: Parts, names: Names, answers: TrainingLearner): void {
	let ability = 0;
	answers.forEach(({ item, skills, correct }, n) => {
		const at = skills.map((skill) => names.skills.get(skill) ?? -1);
		const itemAt = names.items.get(item) ?? -1;
		const residual = (correct ? 1 : 0) - logistic(easiness(parts, at, itemAt) + ability);
		ability += (STEP / (1 + DECAY * n)) * residual;
		ascend(parts.start, 0, residual, RATE, 0);
		for (const skill of at)
			if (skill >= 0)
				ascend(parts.skills, skill, residual / at.length, RATE, parts.skillPull[skill] ?? 0);
		if (itemAt >= 0) ascend(parts.items, itemAt, residual, RATE, parts.itemPull[itemAt] ?? 0);
	});
}

function easiness(parts: Parts, skills: readonly number[], item: number): number {
	let sum = 0;
	for (const skill of skills) sum += (parts.skills.weights[skill] ?? 0) / skills.length;
	return (parts.start.weights[0] ?? 0) + sum + (parts.items.weights[item] ?? 0);
}

function countNames(
	learners: readonly TrainingLearner[],
	names: ReadonlyMap<string, number>,
	of: (answer: TrainingAnswer) => readonly string[]
): Float64Array {
	const counts = new Float64Array(names.size);
	for (const answers of learners)
		for (const answer of answers)
			for (const name of of(answer)) {
				const at = names.get(name) ?? -1;
				if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
			}
	return counts;
}
