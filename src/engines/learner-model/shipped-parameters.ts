import type { Parameters } from './parameters.ts';

/** What a school that has no answers yet starts from. */
export const shippedParameters: Parameters = {
	format: 1,
	version: 'shipped-0',
	start: 0.3,
	skills: {},
	items: {},
	ability: { step: 0.6, decay: 0.1 },
	weights: {
		start: 1,
		skill: 1,
		item: 1,
		ability: 0.7,
		'right-answers': 0.45,
		'wrong-answers': -0.3,
		'recent-fast': 0.9,
		'recent-slow': 0.9,
		surprise: 1.2,
		streak: 0.12,
		'overall-fast': 0.3,
		'overall-slow': 0.5,
		'repeat-right': 0.3,
		'repeat-wrong': -0.2,
		gap: -0.12,
		'gap-known': -0.05,
		before: 0.8,
		after: 1
	},
	spread: { skill: 1.1, ability: 0.7 }
};
