import { toProbability, logit, type Logit, type Probability } from '../kernel/index.ts';
import { featuresOf, type FeatureValues, type Target } from './features.ts';
import type { Model } from './model.ts';
import { FEATURES } from './parameters.ts';
import type { State } from './state.ts';

export interface Prediction {
	readonly logit: Logit;
	readonly probability: Probability;
}

/** The model equation: log-odds of success = sum of weight x feature. */
export function logOdds(model: Model, values: FeatureValues): Logit {
	let sum = 0;
	for (const feature of FEATURES) sum += model.parameters.weights[feature] * values[feature];
	return logit(sum);
}

/**
 * Chance that the learner answers right: an item with its skills, or (without `item`) a reference
 * item of those skills. Unknown items and skills count as average ones; no skills = ability only.
 */
export function predict(model: Model, state: State, target: Target): Prediction {
	const value = logOdds(model, featuresOf(model, state, target));
	return { logit: value, probability: toProbability(value) };
}
