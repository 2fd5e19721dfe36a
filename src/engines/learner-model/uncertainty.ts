import type { Model } from './model.ts';
import { gapDaysOf, occasionsOf, rightOf, varietyOf, wrongOf } from './skill-record.ts';
import type { State } from './state.ts';

/** Information one answer carries about a log-odds: p (1 - p) at a typical p of 0.7. */
const INFORMATION = 0.21;

/** How much evidence there is on one skill. */
export interface Amount {
	/** Weighted pieces of evidence. */
	readonly evidence: number;
	/** Different items or sources, at most 15. */
	readonly varied: number;
	/** Occasions at least four hours apart, at most 15. */
	readonly occasions: number;
}

/** The evidence on a skill; all zero when it was never touched. */
export function amountOf({ slots, words }: State, skill: string): Amount {
	const slot = slots.get(skill);
	if (slot === undefined) return { evidence: 0, varied: 0, occasions: 0 };
	return {
		evidence: rightOf(words, slot) + wrongOf(words, slot),
		varied: varietyOf(words, slot),
		occasions: occasionsOf(words, slot)
	};
}

/** Posterior standard deviation of the log-odds: prior precision plus information of the answers. */
export function uncertaintyOf(
	{ parameters }: Model,
	state: State,
	skill: string,
	at: number | undefined
): number {
	const { evidence } = amountOf(state, skill);
	const slot = state.slots.get(skill);
	const gap = slot === undefined ? 0 : gapDaysOf(state.words, slot, at);
	const own = 1 / (1 / parameters.spread.skill ** 2 + INFORMATION * evidence);
	const whole = 1 / (1 / parameters.spread.ability ** 2 + INFORMATION * state.whole.evidence);
	return Math.sqrt(own + whole + parameters.spread.drift * Math.log1p(gap));
}
