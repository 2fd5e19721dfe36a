import type { AgeBand } from '../../platform/access/index.ts';
import type { Decided, DecisionKind } from '../../platform/audit/index.ts';

/** Who decides: 0 adult decides, 1 adult offers, 2 together, 3 learner proposes, 4 learner decides. */
export const rungs = [0, 1, 2, 3, 4] as const;
export type Rung = (typeof rungs)[number];

/** The rung of every kind of decision. */
export type Rungs = Readonly<Record<DecisionKind, Rung>>;

/** The two sides of a decision about a learner; every adult is on one side. */
export type Side = 'learner' | 'adult';

export const otherSide: Readonly<Record<Side, Side>> = { learner: 'adult', adult: 'learner' };

/** What the workflow does at one rung; the table of the ladder in `domain.md`, as data. */
export interface LadderRule {
	/** What an act of each side does: takes effect at once, or waits for the other side. */
	readonly effect: Readonly<Record<Side, 'at-once' | 'waits'>>;
	/** The sides that must have agreed to what is in force. */
	readonly agreedBy: readonly Side[];
	/** An adult's offer needs at least so many real options. */
	readonly leastOptions: number;
	/** Days in which an adult may ask to talk about what took effect; that makes it rung 2. 0: never. */
	readonly talkDays: number;
	/** How the locus index counts what was decided here. */
	readonly decided: Decided;
}

export const ladderRules: Readonly<Record<Rung, LadderRule>> = {
	0: {
		effect: { learner: 'waits', adult: 'at-once' },
		agreedBy: ['adult'],
		leastOptions: 1,
		talkDays: 0,
		decided: 'adult'
	},
	1: {
		effect: { learner: 'waits', adult: 'waits' },
		agreedBy: ['adult', 'learner'],
		leastOptions: 2,
		talkDays: 0,
		decided: 'offer'
	},
	2: {
		effect: { learner: 'waits', adult: 'waits' },
		agreedBy: ['adult', 'learner'],
		leastOptions: 1,
		talkDays: 0,
		decided: 'together'
	},
	3: {
		effect: { learner: 'at-once', adult: 'waits' },
		agreedBy: ['learner'],
		leastOptions: 1,
		talkDays: 14,
		decided: 'learner'
	},
	4: {
		effect: { learner: 'at-once', adult: 'waits' },
		agreedBy: ['learner'],
		leastOptions: 1,
		talkDays: 0,
		decided: 'learner'
	}
};

/** Whether what this side does is in force at once, without the other side's yes. */
export const takesEffect = (rung: Rung, side: Side): boolean =>
	ladderRules[rung].effect[side] === 'at-once';

/** What a new community starts from; its administrator changes it by age band. */
export const shippedRungs: Readonly<Record<AgeBand, Rungs>> = {
	'5-7': {
		goal: 1,
		activity: 1,
		demonstration: 2,
		time: 0,
		company: 1,
		assessment: 1,
		audience: 1
	},
	'8-11': {
		goal: 2,
		activity: 2,
		demonstration: 2,
		time: 1,
		company: 2,
		assessment: 2,
		audience: 2
	},
	'12-18': {
		goal: 2,
		activity: 3,
		demonstration: 3,
		time: 2,
		company: 2,
		assessment: 3,
		audience: 3
	}
};
