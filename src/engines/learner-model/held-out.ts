import { applyResponse } from './apply-event.ts';
import { TABLE_FEATURES } from './feature-names.ts';
import type { TableRows } from './grow-tables.ts';
import type { Model } from './model.ts';
import { questionOf } from './question.ts';
import { emptyDraft } from './state.ts';
import { createScratch, rawLogOdds, type Scratch } from './terms.ts';
import type { TrainingAnswer, TrainingLearner } from './training-rows.ts';

/** One answer, just before the model learns of it. */
export interface Foreseen {
	readonly answer: TrainingAnswer;
	/** Log-odds before calibration. */
	readonly logOdds: number;
	/** The table features behind it; reused, so copy what is kept. */
	readonly values: Float64Array;
}

/** Walks through learners answer by answer: first foresee, then learn (progressive validation). */
export function foresee(
	model: Model,
	learners: readonly TrainingLearner[],
	visit: (foreseen: Foreseen) => void
): void {
	const scratch: Scratch = createScratch();
	for (const answers of learners) {
		const draft = emptyDraft(model.version, model.memorySize);
		for (const answer of answers) {
			const logOdds = rawLogOdds(model, draft, questionOf(model, draft, answer), scratch);
			visit({ answer, logOdds, values: scratch.values });
			applyResponse(model, draft, { ...answer, kind: 'response', id: '' });
		}
	}
}

/** What models say about learners they were not trained on, one group of learners a model. */
export function heldOutRows(
	groups: readonly { readonly model: Model; readonly learners: readonly TrainingLearner[] }[]
): TableRows {
	const count = groups.reduce((sum, { learners }) => sum + learners.flat().length, 0);
	const width = TABLE_FEATURES.length;
	const rows = {
		count,
		values: new Float32Array(count * width),
		correct: new Uint8Array(count),
		logOdds: new Float64Array(count)
	};
	let row = 0;
	for (const { model, learners } of groups)
		foresee(model, learners, ({ answer, logOdds, values }) => {
			rows.values.set(values, row * width);
			rows.correct[row] = answer.correct ? 1 : 0;
			rows.logOdds[row] = logOdds;
			row += 1;
		});
	return rows;
}
