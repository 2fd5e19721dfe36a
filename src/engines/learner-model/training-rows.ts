import { applyResponse } from './apply-event.ts';
import { computeFeatures, easinessOf, FEATURE_COUNT } from './features.ts';
import { toProbability } from '../kernel/index.ts';
import type { Model } from './model.ts';
import type { Response } from './event.ts';
import { instantOrNone } from './instant.ts';
import { questionOf } from './question.ts';
import { emptyDraft, type Draft } from './state.ts';

/** One answer of the log that shared parameters are trained on. */
export interface TrainingAnswer {
	readonly item: string;
	readonly skills: readonly string[];
	readonly correct: boolean;
	/** Seconds; absent when unknown. */
	readonly at?: number | undefined;
}

/** The answers of one learner, in their order. */
export type TrainingLearner = readonly TrainingAnswer[];

/** One learner's answers, and how many of them, from the first on, were learnt from before. */
export interface LearnerLog {
	readonly answers: TrainingLearner;
	readonly learnt: number;
}

/** Logs of which nothing was learnt before. */
export const unlearnt = (learners: readonly TrainingLearner[]): readonly LearnerLog[] =>
	learners.map((answers) => ({ answers, learnt: 0 }));

/** The answer as an event of a log; what is no instant counts as no time, as everywhere. */
export const responseOf = (answer: TrainingAnswer): Response => ({
	...answer,
	at: instantOrNone(answer.at),
	kind: 'response',
	id: ''
});

/** All answers as columns: features, what was asked (by position), and the answer. */
export interface Rows {
	readonly count: number;
	/** count x FEATURE_COUNT. */
	readonly features: Float32Array;
	readonly correct: Uint8Array;
	/** Answer minus expectation by difficulty and ability. */
	readonly residual: Float32Array;
	readonly item: Int32Array;
	/** Skills of row r: skill[skillStart[r] .. skillStart[r + 1]). */
	readonly skill: Int32Array;
	readonly skillStart: Int32Array;
	/** Rows of learner l: learnerStart[l] .. learnerStart[l + 1]. */
	readonly learnerStart: Int32Array;
	/** The first of them to learn from: after the last answer learnt from before, where there is one. */
	readonly freshStart: Int32Array;
	/** What the answers before learner l's rows left in memory: one row a learner, empty when all began. */
	readonly memory: Float64Array;
}

/**
 * Computes the columns of the answers to learn from, by the same code that the app runs; those learnt
 * from before are gone through first, and the last of them is a row of its own.
 */
export function rowsOf(model: Model, logs: readonly LearnerLog[]): Rows {
	const goesOn = logs.some(({ learnt }) => learnt > 0);
	const width = goesOn ? model.memorySize : 0;
	const rows = emptyRows(logs, width);
	const values = new Float64Array(FEATURE_COUNT);
	let row = 0;
	logs.forEach(({ answers, learnt }, learner) => {
		const first = firstRow(learnt);
		const draft = emptyDraft(model.version, width);
		for (const answer of answers.slice(0, first)) applyResponse(model, draft, responseOf(answer));
		rows.learnerStart[learner] = row;
		rows.freshStart[learner] = row + learnt - first;
		rows.memory.set(draft.memory, learner * width);
		for (const answer of answers.slice(first)) fillRow(model, draft, answer, rows, row++, values);
	});
	rows.learnerStart[logs.length] = row;
	return rows;
}

const firstRow = (learnt: number) => Math.max(0, learnt - 1);

/** Writes one answer down, then learns of it. */
function fillRow(
	model: Model,
	draft: Draft,
	answer: TrainingAnswer,
	rows: Rows,
	row: number,
	values: Float64Array
): void {
	const question = questionOf(model, draft, answer);
	computeFeatures(model, draft, question, values);
	const from = row * FEATURE_COUNT;
	for (let f = 0; f < FEATURE_COUNT; f++) rows.features[from + f] = values[f] ?? 0;
	rows.correct[row] = answer.correct ? 1 : 0;
	const expected = toProbability(easinessOf(model, question) + draft.whole.ability);
	rows.residual[row] = (answer.correct ? 1 : 0) - expected;
	rows.item[row] = question.item;
	const start = rows.skillStart[row] ?? 0;
	rows.skill.set(question.skills, start);
	rows.skillStart[row + 1] = start + question.skills.length;
	applyResponse(model, draft, responseOf(answer));
}

function emptyRows(logs: readonly LearnerLog[], width: number): Rows {
	let [count, tags] = [0, 0];
	for (const { answers, learnt } of logs)
		for (const { skills } of answers.slice(firstRow(learnt))) {
			count += 1;
			tags += skills.length;
		}
	return {
		count,
		features: new Float32Array(count * FEATURE_COUNT),
		correct: new Uint8Array(count),
		residual: new Float32Array(count),
		item: new Int32Array(count),
		skill: new Int32Array(tags),
		skillStart: new Int32Array(count + 1),
		learnerStart: new Int32Array(logs.length + 1),
		freshStart: new Int32Array(logs.length),
		memory: new Float64Array(logs.length * width)
	};
}
