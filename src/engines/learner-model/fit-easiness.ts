import { ascend, createLearned, logistic, toldAfter, type Learned } from './adagrad.ts';
import type { Easiness } from './parameters.ts';
import type { Stage, Told } from './stage.ts';
import type { LearnerLog, TrainingAnswer } from './training-rows.ts';

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

/** The answers to learn from as columns, by position. */
interface Columns {
	readonly correct: Uint8Array;
	readonly item: Int32Array;
	/** Skills of answer n: skill[skillStart[n] .. skillStart[n + 1]); -1 = not among the names. */
	readonly skill: Int32Array;
	readonly skillStart: Int32Array;
	/** Answers of learner l: learnerStart[l] .. learnerStart[l + 1]. */
	readonly learnerStart: Int32Array;
}

interface Parts {
	readonly start: Learned;
	readonly skills: Learned;
	readonly items: Learned;
}

/** What the first stage comes to. */
export interface FittedEasiness {
	readonly easiness: Easiness;
	readonly told: Pick<Told, 'start' | 'skillEasiness' | 'itemEasiness'>;
}

/** First stage: difficulty of skills and items, with the learner's ability moving as they answer. */
export function fitEasiness(
	logs: readonly LearnerLog[],
	names: Names,
	{ parameters: { easiness }, told }: Stage
): FittedEasiness {
	const columns = columnsOf(
		logs.map(({ answers, learnt }) => answers.slice(learnt)),
		names
	);
	const itemAnswers = count(columns.item, names.items.size);
	const parts = createParts(columns, names, easiness, told, itemAnswers);
	const abilities = logs.map((log) => abilityBefore(parts, names, log));
	let before = squaresOf(parts);
	for (let pass = 0; pass < EASINESS_PASSES; pass++) {
		before = squaresOf(parts);
		logs.forEach(({ learnt }, learner) =>
			fitLearner(parts, columns, learner, abilities[learner] ?? 0, learnt)
		);
	}
	return {
		easiness: {
			start: parts.start.weights[0] ?? 0,
			skills: [...parts.skills.weights],
			items: [...parts.items.weights],
			itemAnswers: Array.from(itemAnswers, (more, i) => more + (easiness.itemAnswers[i] ?? 0)),
			step: STEP,
			decay: DECAY
		},
		told: {
			start: toldAfter(parts.start, before.start),
			skillEasiness: toldAfter(parts.skills, before.skills),
			itemEasiness: toldAfter(parts.items, before.items)
		}
	};
}

const squaresOf = ({ start, skills, items }: Parts) => ({
	start: start.squares.slice(),
	skills: skills.squares.slice(),
	items: items.squares.slice()
});

function createParts(
	columns: Columns,
	names: Names,
	easiness: Easiness,
	told: Told,
	itemAnswers: Float64Array
): Parts {
	const skillAnswers = count(columns.skill, names.skills.size);
	return {
		start: createLearned({
			weights: [easiness.start],
			told: told.start,
			precision: 0,
			touches: () => columns.correct.length
		}),
		skills: createLearned({
			weights: easiness.skills,
			told: told.skillEasiness,
			precision: SKILL_PRECISION,
			touches: (at) => skillAnswers[at] ?? 0
		}),
		items: createLearned({
			weights: easiness.items,
			told: told.itemEasiness,
			precision: ITEM_PRECISION,
			touches: (at) => itemAnswers[at] ?? 0
		})
	};
}

function columnsOf(learners: readonly (readonly TrainingAnswer[])[], names: Names): Columns {
	const answers = learners.flat();
	const tags = answers.reduce((sum, { skills }) => sum + skills.length, 0);
	const columns: Columns = {
		correct: Uint8Array.from(answers, ({ correct }) => (correct ? 1 : 0)),
		item: Int32Array.from(answers, ({ item }) => names.items.get(item) ?? -1),
		skill: new Int32Array(tags),
		skillStart: new Int32Array(answers.length + 1),
		learnerStart: new Int32Array(learners.length + 1)
	};
	let tag = 0;
	answers.forEach(({ skills }, n) => {
		for (const skill of skills) columns.skill[tag++] = names.skills.get(skill) ?? -1;
		columns.skillStart[n + 1] = tag;
	});
	learners.forEach((own, l) => {
		columns.learnerStart[l + 1] = (columns.learnerStart[l] ?? 0) + own.length;
	});
	return columns;
}

/** Ability after the answers that were learnt from before, by the difficulties known so far. */
function abilityBefore(parts: Parts, names: Names, { answers, learnt }: LearnerLog): number {
	if (learnt === 0) return 0;
	const columns = columnsOf([answers.slice(0, learnt)], names);
	let ability = 0;
	for (let n = 0; n < learnt; n++)
		ability += abilityStep(n) * residualOf(parts, columns, n, ability);
	return ability;
}

const abilityStep = (n: number) => STEP / (1 + DECAY * n);

function residualOf(
	{ start, skills, items }: Parts,
	{ correct, item, skill, skillStart }: Columns,
	n: number,
	ability: number
): number {
	const [from, to] = [skillStart[n] ?? 0, skillStart[n + 1] ?? 0];
	let sum = 0;
	for (let i = from; i < to; i++) sum += skills.weights[skill[i] ?? -1] ?? 0;
	const easiness =
		(start.weights[0] ?? 0) + sum / (to - from || 1) + (items.weights[item[n] ?? -1] ?? 0);
	return (correct[n] ?? 0) - logistic(easiness + ability);
}

function fitLearner(
	parts: Parts,
	columns: Columns,
	learner: number,
	abilityAtFirst: number,
	learnt: number
): void {
	const { item, skill, skillStart, learnerStart } = columns;
	const [first, end] = [learnerStart[learner] ?? 0, learnerStart[learner + 1] ?? 0];
	let ability = abilityAtFirst;
	for (let n = first; n < end; n++) {
		const residual = residualOf(parts, columns, n, ability);
		ability += abilityStep(learnt + n - first) * residual;
		ascend(parts.start, 0, residual, RATE);
		const [from, to] = [skillStart[n] ?? 0, skillStart[n + 1] ?? 0];
		for (let i = from; i < to; i++)
			if ((skill[i] ?? -1) >= 0) ascend(parts.skills, skill[i] ?? 0, residual / (to - from), RATE);
		if ((item[n] ?? -1) >= 0) ascend(parts.items, item[n] ?? 0, residual, RATE);
	}
}

function count(places: Int32Array, size: number): Float64Array {
	const counts = new Float64Array(size);
	for (const at of places) if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
	return counts;
}
