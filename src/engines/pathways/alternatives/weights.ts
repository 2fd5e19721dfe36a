import type { Wish } from '../learner.ts';

/** The terms of the score, in the order in which they are told. */
export const scoreTerms = [
	'need',
	'readiness',
	'interest',
	'strengths',
	'supports',
	'access',
	'freshness'
] as const;

export type ScoreTerm = (typeof scoreTerms)[number];

/** Points that each term gives at its fullest (a term runs from -1 to 1), by name and version. */
export interface Weights {
	readonly name: string;
	/** Raised with every change, so that a stored choice can be explained later. */
	readonly version: number;
	readonly points: Readonly<Record<ScoreTerm, number>>;
	/** Points for each difference of a pair beyond the two that are required. */
	readonly spread: number;
	/** Fewer points than this is too poor a fit to offer. */
	readonly least: number;
}

/** What counts when the learner has a goal or an outcome in mind. */
export const purposeWeights: Weights = {
	name: 'purpose',
	version: 1,
	points: {
		need: 300,
		readiness: 250,
		interest: 150,
		strengths: 80,
		supports: 80,
		access: 80,
		freshness: 60
	},
	spread: 10,
	least: 200
};

/** What counts for "surprise me": the new and the different more, the need less. */
export const surpriseWeights: Weights = {
	name: 'surprise',
	version: 1,
	points: {
		need: 150,
		readiness: 250,
		interest: 100,
		strengths: 100,
		supports: 80,
		access: 80,
		freshness: 240
	},
	spread: 25,
	least: 200
};

/** The weights in use for a wish. */
export function weightsFor(wish: Wish): Weights {
	return wish.kind === 'surprise' ? surpriseWeights : purposeWeights;
}
