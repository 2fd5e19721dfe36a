import { ascend, createLearned, logistic, type Learned } from './adagrad.ts';
import type { Easiness } from './parameters.ts';
import type { TrainingLearner } from './training-rows.ts';

/** Elo steps of the ability (Pelanek 2016): chosen on Statics 2011 and ASSISTments 2015. */
const STEP = 0.5;
const DECAY = 0.05;
const PASSES = 6;
const RATE = 0.3;
/** Pull of a skill to the global mean, of an item to its skills. */
const SKILL_PULL = 0.002;
const ITEM_PULL = 0.01;

export interface Names {
	readonly skills: ReadonlyMap<string, number>;
	readonly items: ReadonlyMap<string, number>;
}

interface Parts {
	readonly start: Learned;
	readonly skills: Learned;
	readonly items: Learned;
}

/** First stage: difficulty of skills and items, with the learner's ability moving as they answer. */
export function fitEasiness(learners: readonly TrainingLearner[], names: Names): Easiness {
	const parts: Parts = {
		start: createLearned(1),
		skills: createLearned(names.skills.size),
		items: createLearned(names.items.size)
	};
	for (let pass = 0; pass < PASSES; pass++)
		for (const answers of learners) fitLearner(parts, names, answers);
	return {
		start: parts.start.weights[0] ?? 0,
		skills: [...parts.skills.weights],
		items: [...parts.items.weights],
		itemAnswers: countItems(learners, names),
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
			if (skill >= 0) ascend(parts.skills, skill, residual / at.length, RATE, SKILL_PULL);
		if (itemAt >= 0) ascend(parts.items, itemAt, residual, RATE, ITEM_PULL);
	});
}

function easiness(parts: Parts, skills: readonly number[], item: number): number {
	let sum = 0;
	for (const skill of skills) sum += (parts.skills.weights[skill] ?? 0) / skills.length;
	return (parts.start.weights[0] ?? 0) + sum + (parts.items.weights[item] ?? 0);
}

function countItems(learners: readonly TrainingLearner[], { items }: Names): number[] {
	const counts = new Array<number>(items.size).fill(0);
	for (const { item } of learners.flat()) {
		const at = items.get(item);
		if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
	}
	return counts;
}
