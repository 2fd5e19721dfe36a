import type { LearnerContext, Wish } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';
import type { StrandId } from '../units.ts';

/** Why an opportunity is not offered, in the order in which it is asked: the first that holds counts. */
export const hardLimits = [
	'wish',
	'under-way',
	'age',
	'safety',
	'demand',
	'support',
	'language',
	'cost',
	'reach',
	'full'
] as const;

export type HardLimit = (typeof hardLimits)[number];

/** What `limitFor` needs to know besides the opportunity. */
export interface LimitContext {
	readonly learner: LearnerContext;
	readonly wish: Wish;
	/** Strands late enough that paying them is in scope whatever the wish. */
	readonly pressing: readonly StrandId[];
}

/** The first hard limit that keeps an opportunity from this learner, if any. */
export function limitFor(opportunity: Opportunity, context: LimitContext): HardLimit | undefined {
	return hardLimits.find((limit) => breaks[limit](opportunity, context));
}

/** Strands with a late debt, latest first. */
export function pressingStrands(learner: LearnerContext): readonly StrandId[] {
	const late = learner.debts.filter((d) => d.state === 'behind' || d.state === 'missed');
	return [...new Set(late.map((d) => d.strandId))];
}

/** The outcomes a wish is about; undefined for "surprise me", which is about any. */
export function wishedOutcomes(wish: Wish): ReadonlySet<string> | undefined {
	if (wish.kind === 'surprise') return undefined;
	return new Set(wish.kind === 'goal' ? wish.outcomes : [wish.outcome]);
}

type Breaks = (opportunity: Opportunity, context: LimitContext) => boolean;

const breaks: Readonly<Record<HardLimit, Breaks>> = {
	wish: (o, { wish, pressing }) => {
		const wished = wishedOutcomes(wish);
		if (!wished || o.builds.some((id) => wished.has(id))) return false;
		return !o.strands.some((strand) => pressing.includes(strand));
	},
	'under-way': (o, { learner }) => learner.underWay.includes(o.id),
	age: (o, { learner }) => learner.age < o.ages.from || learner.age > o.ages.to,
	safety: (o, { learner }) => !o.safetyNeeds.every((need) => learner.safetyMet.includes(need)),
	demand: (o, { learner }) => o.demands.some((demand) => learner.cannot.includes(demand)),
	support: (o, { learner }) => !learner.supports.required.every((s) => o.supports.includes(s)),
	language: (o, { learner }) =>
		o.languages.length > 0 && !o.languages.some((l) => learner.languages.includes(l)),
	cost: (o, { learner }) => o.cost > learner.costCeiling,
	reach: (o, { learner }) => o.placeId !== undefined && !learner.reach.has(o.placeId),
	full: (o) => o.seatsLeft !== undefined && o.seatsLeft <= 0
};
