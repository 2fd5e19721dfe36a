import { fail, ok, type Result } from '../kernel/index.ts';

/** The inputs of the additive model; each has one shared weight. */
export const FEATURES = [
	'start',
	'skill',
	'item',
	'ability',
	'right-answers',
	'wrong-answers',
	'recent-fast',
	'recent-slow',
	'surprise',
	'streak',
	'overall-fast',
	'overall-slow',
	'repeat-right',
	'repeat-wrong',
	'gap',
	'gap-known',
	'before',
	'after'
] as const;
export type Feature = (typeof FEATURES)[number];

/** Everything shared by learners. Changes only by training, which gives it a new version. */
export interface Parameters {
	readonly format: 1;
	readonly version: string;
	/** Log-odds over all skills. */
	readonly start: number;
	/** Easiness in log-odds relative to `start`; a missing skill or item is an average one. */
	readonly skills: Readonly<Record<string, number>>;
	readonly items: Readonly<Record<string, number>>;
	/** Ability moves by step / (1 + decay x evidence) times the surprise. */
	readonly ability: { readonly step: number; readonly decay: number };
	readonly weights: Readonly<Record<Feature, number>>;
	/** Spread, in log-odds, of skills within a learner and of ability between learners. */
	readonly spread: { readonly skill: number; readonly ability: number };
}

export type ParametersProblem = 'learner-model.format-unknown' | 'learner-model.number-not-finite';

/** Checks parameters that came from outside (a file, a table). */
export function checkParameters(value: Parameters): Result<Parameters, ParametersProblem> {
	if (value.format !== 1) return fail('learner-model.format-unknown');
	const numbers = [
		value.start,
		value.ability.step,
		value.ability.decay,
		value.spread.skill,
		value.spread.ability,
		...FEATURES.map((feature) => value.weights[feature]),
		...Object.values(value.skills),
		...Object.values(value.items)
	];
	return numbers.every(Number.isFinite) ? ok(value) : fail('learner-model.number-not-finite');
}
