import { applyResponse } from './apply-event.ts';
import { TABLE_FEATURES } from './feature-names.ts';
import type { Shares } from './fit-shares.ts';
import type { TableRows } from './grow-tables.ts';
import type { Model } from './model.ts';
import { questionOf } from './question.ts';
import { emptyDraft } from './state.ts';
import { createScratch, PARTS, rawLogOdds, type Scratch } from './terms.ts';
import { responseOf, type TrainingAnswer, type TrainingLearner } from './training-rows.ts';

/** One answer, just before the model learns of it. */
export interface Foreseen {
	readonly answer: TrainingAnswer;
	/** Log-odds before calibration. */
	readonly logOdds: number;
	/** The table features and the parts behind it; reused, so copy what is kept. */
	readonly values: Float64Array;
	readonly parts: Float64Array;
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
			visit({ answer, logOdds, ...scratch });
			applyResponse(model, draft, responseOf(answer));
		}
	}
}

/** Table rows with the parts of each sum (count x PARTS). */
export interface HeldOutRows extends TableRows {
	readonly parts: Float64Array;
}

/** What a model says about learners it was not trained on. */
export function heldOutRows(model: Model, learners: readonly TrainingLearner[]): HeldOutRows {
	const rows = emptyRows(learners.reduce((sum, answers) => sum + answers.length, 0));
	let row = 0;
	foresee(model, learners, ({ answer, logOdds, values, parts }) => {
		for (let i = 0; i < WIDTH; i++) rows.values[row * WIDTH + i] = values[i] ?? 0;
		rows.correct[row] = answer.correct ? 1 : 0;
		rows.logOdds[row] = logOdds;
		rows.parts.set(parts, row * PARTS);
		row += 1;
	});
	return rows;
}

/** Rows one after the other, in arrays of their own. */
export function joinRows(all: readonly HeldOutRows[]): HeldOutRows {
	const joined = emptyRows(all.reduce((sum, { count }) => sum + count, 0));
	let row = 0;
	for (const rows of all) {
		joined.values.set(rows.values, row * WIDTH);
		joined.correct.set(rows.correct, row);
		joined.logOdds.set(rows.logOdds, row);
		joined.parts.set(rows.parts, row * PARTS);
		row += rows.count;
	}
	return joined;
}

const WIDTH = TABLE_FEATURES.length;

const emptyRows = (count: number): HeldOutRows => ({
	count,
	values: new Float32Array(count * WIDTH),
	correct: new Uint8Array(count),
	logOdds: new Float64Array(count),
	parts: new Float64Array(count * PARTS)
});

/** The rows as they would be if every part counted for its share; changes them in place. */
export function applyShares(rows: HeldOutRows, { ofPart, shift }: Shares): void {
	for (let row = 0; row < rows.count; row++) {
		let sum = shift;
		for (let i = 0; i < PARTS; i++) sum += (ofPart[i] ?? 1) * (rows.parts[row * PARTS + i] ?? 0);
		rows.logOdds[row] = sum;
		rows.values[row * WIDTH + SO_FAR] = sum;
	}
}

const SO_FAR = TABLE_FEATURES.indexOf('so-far');
