import { FEATURES, type Feature } from './feature-names.ts';
import type { Parameters } from './parameters.ts';

const WEIGHTS: Partial<Record<Feature, number>> = {
	easiness: 1,
	item: 1,
	ability: 0.7,
	right: 0.45,
	wrong: -0.3,
	'recent-fast': 0.9,
	'recent-slow': 0.9,
	surprise: 1.2,
	streak: 0.12,
	'overall-fast': 0.3,
	'overall-slow': 0.5,
	'repeat-right': 0.3,
	'repeat-wrong': -0.2,
	'skill-gap': -0.08,
	'skill-gap-known': -0.03,
	before: 0.8,
	after: 1
};

/** What a school that has no answers yet starts from. */
export const shippedParameters: Parameters = {
	format: 2,
	version: 'shipped-0',
	skills: [],
	items: [],
	easiness: { start: 0.3, skills: [], items: [], itemAnswers: [], step: 0.6, decay: 0.1 },
	weights: FEATURES.map((feature) => WEIGHTS[feature] ?? 0),
	skillWeights: [],
	itemWeights: [],
	memory: { spans: [0.99, 0.9, 0.5], size: 4, leaves: [], reads: [] },
	sequence: { itemPairs: [], itemValues: [], skillPairs: [], skillValues: [] },
	tables: [],
	calibration: { slope: 1, shift: 0 },
	spread: { skill: 1.1, ability: 0.7, drift: 0.06 }
};
