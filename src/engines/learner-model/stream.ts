import { toProbability, type Probability } from '../kernel/index.ts';
import { applyResponse } from './apply-event.ts';
import type { Model } from './model.ts';
import { calibrated } from './predict.ts';
import { questionOf } from './question.ts';
import { emptyDraft } from './state.ts';
import { createScratch, rawLogOdds, type Scratch } from './terms.ts';
import { responseOf, type TrainingAnswer } from './training-rows.ts';

/** One learner followed answer by answer, without copies: for scoring many answers quickly. */
export interface LearnerStream {
	/** Chance of a right answer now. */
	probability(question: Omit<TrainingAnswer, 'correct'>): Probability;
	/** Takes in what was answered. */
	learn(answer: TrainingAnswer): void;
}

// One call at a time runs in a process, so the room for a computation can be shared.
const scratch: Scratch = createScratch();

/** Follows a learner from the answers already given (none when absent). */
export function createStream(model: Model, answers: readonly TrainingAnswer[] = []): LearnerStream {
	const draft = emptyDraft(model.version, model.memorySize);
	const learn = (answer: TrainingAnswer) => applyResponse(model, draft, responseOf(answer));
	answers.forEach(learn);
	return {
		probability: (question) =>
			toProbability(
				calibrated(model, rawLogOdds(model, draft, questionOf(model, draft, question), scratch))
			),
		learn
	};
}
