import {
	dayNumber,
	entitlementStatus,
	fringe,
	minorUnits,
	minutes,
	type Beliefs,
	type Debt,
	type DayNumber,
	type Opportunity,
	type PrerequisiteGraph,
	type ReadyOutcome,
	type StrandActivity
} from '#engines/pathways/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { OpportunityView } from '../opportunities/index.ts';
import type { GraphRow, RuleRow } from './learner-facts.store.ts';

/** How far outside an outcome's ages a learner may be and still find it on their fringe, in years. */
const ageSlack = { younger: 1, older: 3 } as const;

/** Without a length of its own, an opportunity is taken for one lesson. */
const lessonMinutes = 45;

export function toEngineOpportunity(o: OpportunityView): Opportunity {
	return {
		id: o.opportunityId,
		builds: o.builds,
		needsFirst: o.needsFirst,
		strands: o.strandIds,
		context: o.context ?? o.interests[0] ?? o.kind,
		interests: o.interests,
		// The bank has no list of strengths: what one is good at shows in what one does and cares for.
		strengths: [...o.interests, o.mode],
		place: o.place,
		mode: o.mode,
		company: o.company,
		minutes: minutes(o.minutes ?? lessonMinutes),
		cost: minorUnits(o.cost_minor ?? 0),
		ages: { from: o.age_from ?? 0, to: o.age_to ?? 99 },
		languages: o.languages,
		supports: [...o.supports, ...o.access_needs],
		demands: [],
		// What an activity needs to be safe is seen to before it starts, by the adult who says yes to it.
		safetyNeeds: []
	};
}

/** Rows as the engine's graph; outcomes without a strand stand in a nameless one. */
export function toGraph(rows: readonly GraphRow[]): PrerequisiteGraph {
	return {
		outcomes: rows.map(({ id, strandId }) => ({ id, strandId: strandId ?? '' })),
		precedes: rows.flatMap(({ id, after }) => after.map((to) => ({ from: id, to })))
	};
}

/** What is ready to learn and meant for about this age: the start of another age's road is not this learner's next. */
export function fringeAt(
	rows: readonly GraphRow[],
	beliefs: Beliefs,
	age: number
): readonly ReadyOutcome[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return fringe(toGraph(rows), beliefs).filter(({ outcomeId }) => {
		const row = byId.get(outcomeId);
		if (!row) return false;
		return (
			(row.ageFrom ?? 0) - ageSlack.younger <= age && age <= (row.ageTo ?? 99) + ageSlack.older
		);
	});
}

export const toDayNumber = (day: SchoolDay): DayNumber =>
	dayNumber(Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000));

/** What the entitlement still owes, latest first. */
export function debtsOf(
	rules: readonly RuleRow[],
	activities: readonly StrandActivity[],
	today: SchoolDay
): readonly Debt[] {
	return entitlementStatus({
		rules: rules.map(({ id, strandId, measure, least, from, until }) => ({
			id,
			strandId,
			measure,
			minimum: least,
			from: toDayNumber(from),
			until: toDayNumber(until)
		})),
		activities,
		today: toDayNumber(today)
	});
}
