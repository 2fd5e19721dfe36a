import { varianceOf } from './fit-spread.ts';
import { instantOrNone } from './instant.ts';
import type { Model } from './model.ts';
import { gapDaysOf, occasionsOf, rightOf, varietyOf, wrongOf } from './skill-record.ts';
import type { State } from './state.ts';

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

/** Standard deviation of the log-odds believed about a skill (see `varianceOf`). */
export function uncertaintyOf(
	{ parameters }: Model,
	state: State,
	skill: string,
	at: number | undefined
): number {
	const { evidence } = amountOf(state, skill);
	const slot = state.slots.get(skill);
	const gapDays = slot === undefined ? 0 : gapDaysOf(state.words, slot, instantOrNone(at));
	return Math.sqrt(
		varianceOf(parameters.spread, { evidence, overall: state.whole.evidence, gapDays })
	);
}
