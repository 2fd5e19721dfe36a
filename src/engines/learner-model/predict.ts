import { logit, toProbability, type Logit, type Probability } from '../kernel/index.ts';
import type { Model } from './model.ts';
import { questionOf, type Target } from './question.ts';
import type { State } from './state.ts';
import { createScratch, rawLogOdds, type Scratch } from './terms.ts';

export interface Prediction {
	readonly logit: Logit;
	readonly probability: Probability;
}

/** Log-odds beyond this are shown as this: e^-20 is two in a thousand million. */
const FARTHEST = 20;

/** Platt scaling (Platt 1999): affine in log-odds, so that it can be shown as a term. */
export const calibrated = ({ parameters }: Model, sum: number) =>
	Math.max(
		-FARTHEST,
		Math.min(FARTHEST, parameters.calibration.slope * sum + parameters.calibration.shift)
	);

/** Nothing in it outlives a prediction, and none waits for anything. */
const ownScratch: Scratch = createScratch();

/**
 * Chance that the learner answers right: an item with its skills, or (without `item`) a reference
 * item of those skills. Unknown items and skills count as average ones; no skills = ability only.
 */
export function predict(
	model: Model,
	state: State,
	target: Target,
	scratch: Scratch = ownScratch
): Prediction {
	const sum = rawLogOdds(model, state, questionOf(model, state, target), scratch);
	const value = logit(calibrated(model, sum));
	return { logit: value, probability: toProbability(value) };
}
