import { applyResponse } from './apply-event.ts';
import { computeFeatures, easinessOf, FEATURE_COUNT } from './features.ts';
import { toProbability } from '../kernel/index.ts';
import type { Model } from './model.ts';
import type { Response } from './event.ts';
import { instantOrNone } from './instant.ts';
import { questionOf } from './question.ts';
import { emptyDraft } from './state.ts';

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
}

/** Computes the columns with the first stage of `model`, by the same code that the app runs. */
export function rowsOf(model: Model, learners: readonly TrainingLearner[]): Rows {
	const rows = emptyRows(learners);
	const values = new Float64Array(FEATURE_COUNT);
	let row = 0;
	learners.forEach((answers, learner) => {
		rows.learnerStart[learner] = row;
		const draft = emptyDraft(model.version, 0);
		for (const answer of answers) {
			const question = questionOf(model, draft, answer);
			computeFeatures(model, draft, question, values);
			rows.features.set(values, row * FEATURE_COUNT);
			rows.correct[row] = answer.correct ? 1 : 0;
			const expected = toProbability(easinessOf(model, question) + draft.whole.ability);
			rows.residual[row] = (answer.correct ? 1 : 0) - expected;
			rows.item[row] = question.item;
			const start = rows.skillStart[row] ?? 0;
			rows.skill.set(question.skills, start);
			rows.skillStart[row + 1] = start + question.skills.length;
			applyResponse(model, draft, responseOf(answer));
			row += 1;
		}
	});
	rows.learnerStart[learners.length] = row;
	return rows;
}

function emptyRows(learners: readonly TrainingLearner[]): Rows {
	const count = learners.reduce((sum, answers) => sum + answers.length, 0);
	const tags = learners.reduce(
		(sum, answers) => answers.reduce((n, { skills }) => n + skills.length, sum),
		0
	);
	return {
		count,
		features: new Float32Array(count * FEATURE_COUNT),
		correct: new Uint8Array(count),
		residual: new Float32Array(count),
		item: new Int32Array(count),
		skill: new Int32Array(tags),
		skillStart: new Int32Array(count + 1),
		learnerStart: new Int32Array(learners.length + 1)
	};
}
