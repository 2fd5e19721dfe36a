import { type Probability, probability } from '#engines/kernel/index.ts';
import type { Decline, LearnerContext, LearningState, OutcomeBelief } from './learner.ts';
import type { Opportunity } from './opportunity.ts';
import { minorUnits, minutes } from './units.ts';

/** Factories for tests: a complete valid default, and what the test is about put over it. */

export const chance = (value: number): Probability => probability(value);

export function aBelief(
	probability: number,
	state: LearningState = 'working-on',
	rest: Partial<OutcomeBelief> = {}
): OutcomeBelief {
	return { state, probability: chance(probability), uncertainty: chance(0), ...rest };
}

export function aLearner(over: Partial<LearnerContext> = {}): LearnerContext {
	return {
		age: 12,
		beliefs: new Map(),
		fringe: [],
		interests: [],
		strengths: [],
		supports: { required: [], helpful: [] },
		languages: ['en'],
		reach: new Map(),
		costCeiling: minorUnits(2000),
		cannot: [],
		safetyMet: [],
		debts: [],
		done: [],
		declined: [],
		underWay: [],
		...over
	};
}

export function anOpportunity(id: string, over: Partial<Opportunity> = {}): Opportunity {
	return {
		id,
		builds: ['ratio'],
		needsFirst: [],
		strands: ['number'],
		context: 'numbers',
		interests: [],
		strengths: [],
		place: 'school',
		mode: 'do',
		company: 'alone',
		minutes: minutes(45),
		cost: minorUnits(0),
		ages: { from: 5, to: 18 },
		languages: ['en'],
		supports: [],
		demands: [],
		safetyNeeds: [],
		...over
	};
}

export function aDecline(of: Opportunity, reason: Decline['reason'], daysAgo = 0): Decline {
	const { id, context, company, place, minutes, cost } = of;
	return { opportunityId: id, reason, daysAgo, context, company, place, minutes, cost };
}
