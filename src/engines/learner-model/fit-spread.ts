import type { Spread } from './parameters.ts';

/** One belief beside the truth: how far off it was and what it rested on. */
export interface Miss {
	/** True minus believed log-odds. */
	readonly error: number;
	/** Pieces of evidence on the skill, and on all skills. */
	readonly evidence: number;
	readonly overall: number;
	readonly gapDays: number;
}

/** Information one answer carries about a log-odds: p (1 - p) at a typical p of 0.7. */
export const INFORMATION = 0.21;
/** More answers than this on one skill say little more: what is practised moves while one looks. */
const MOST_TELLING = 6;

/**
 * Variance of a belief: of the skill within the learner, and of the learner among learners, each
 * falling with its evidence as in a normal model, and growing with time.
 */
export const varianceOf = (spread: Spread, { evidence, overall, gapDays }: Omit<Miss, 'error'>) =>
	1 / (1 / spread.skill ** 2 + INFORMATION * Math.min(evidence, MOST_TELLING)) +
	1 / (1 / spread.ability ** 2 + INFORMATION * overall) +
	spread.drift * Math.log1p(gapDays);

const GRID = {
	skill: [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4],
	ability: [0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5],
	drift: [0, 0.01, 0.02, 0.04, 0.06, 0.09]
} as const;

/** The spread that makes the misses most likely (normal errors), by search over a grid. */
export function fitSpread(misses: readonly Miss[]): Spread {
	let best: Spread = { skill: 1, ability: 0.7, drift: 0.04 };
	let bestLoss = Infinity;
	for (const skill of GRID.skill)
		for (const ability of GRID.ability)
			for (const drift of GRID.drift) {
				const loss = normalLoss({ skill, ability, drift }, misses);
				if (loss < bestLoss) [best, bestLoss] = [{ skill, ability, drift }, loss];
			}
	return best;
}

function normalLoss(spread: Spread, misses: readonly Miss[]): number {
	return misses.reduce((sum, miss) => {
		const variance = varianceOf(spread, miss);
		return sum + miss.error ** 2 / variance + Math.log(variance);
	}, 0);
}
