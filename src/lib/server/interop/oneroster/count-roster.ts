import type { RosterPlan, RosterRole } from './roster-plan.ts';

/** What a roster is counted in; each is a message key `import_noun_<noun>`. */
export type RosterNoun =
	| 'organisations'
	| 'sites'
	| 'terms'
	| 'courses'
	| 'classes'
	| 'learners'
	| 'family'
	| 'teachers'
	| 'support'
	| 'administrators'
	| 'relationships'
	| 'enrolments'
	| 'demographics';

/** Counts of a plan; each person counts once, by role. */
export function countRoster(plan: RosterPlan): Readonly<Record<RosterNoun, number>> {
	const people = (role: RosterRole) =>
		plan.people.filter((each) => each.memberships.some((one) => one.role === role)).length;
	return {
		organisations: plan.organisations.length,
		sites: plan.sites.length,
		terms: plan.terms.length,
		courses: plan.courses.length,
		classes: plan.classes.length,
		learners: people('learner'),
		family: people('family'),
		teachers: people('teacher'),
		support: people('support'),
		administrators: people('administrator'),
		relationships: plan.relationships.length,
		enrolments: plan.enrolments.length,
		demographics: plan.restricted.equity.length
	};
}
