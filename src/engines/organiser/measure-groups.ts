import type { PlanView } from './plan-view.ts';
import type { Offer, PlannedSession } from './problem.ts';

/** Sum of squared distances from the mean, rounded up to an integer. */
export function spread(size: number, total: number, squares: number): number {
	return size === 0 ? 0 : squares - Math.floor((total * total) / size);
}

/** Cost of a group that should be alike: 1 per 100 squared points of spread. */
export const similarCost = (size: number, total: number, squares: number): number =>
	Math.floor(spread(size, total, squares) / 100);

/** Cost of a group that should be mixed: 1 per 100 squared points short of a deviation of 20. */
export const mixedCost = (size: number, total: number, squares: number): number =>
	Math.floor(Math.max(0, size * 400 - spread(size, total, squares)) / 100);

function spreadCost(view: PlanView, grouping: Offer['grouping'], cost: typeof similarCost): number {
	let sum = 0;
	for (const session of view.plan.sessions) {
		const offer = view.offers.get(session.offer);
		if (offer === undefined || offer.grouping !== grouping) continue;
		const values = session.learners.map(
			(id) => view.learners.get(id)?.standing?.[offer.domain ?? ''] ?? 50
		);
		const total = values.reduce((a, b) => a + b, 0);
		sum += cost(
			values.length,
			total,
			values.reduce((a, b) => a + b * b, 0)
		);
	}
	return sum;
}

function maturityOf(view: PlanView, session: PlannedSession): number {
	const guard = view.offers.get(session.offer)?.ageSpreadMonths;
	if (guard === undefined || session.learners.length === 0) return 0;
	const ages = session.learners.map((id) => view.learners.get(id)?.ageMonths ?? 0);
	return Math.max(0, Math.max(...ages) - Math.min(...ages) - guard);
}

function company(view: PlanView): number {
	return (view.problem.together ?? []).filter(([a, b]) => {
		const sessions = [...(view.seats.get(a)?.values() ?? [])];
		return !sessions.some((session) => session.learners.includes(b));
	}).length;
}

function continuity(view: PlanView): number {
	return view.plan.sessions.reduce((sum, session) => {
		const usual = view.offers.get(session.offer)?.usualAdult;
		return sum + (usual === undefined || usual === session.adult ? 0 : session.learners.length);
	}, 0);
}

/** Level "groups": alike or mixed as the offer says, age guard, wanted company, usual adult. */
export const measureGroups = {
	similarGroups: (view: PlanView) => spreadCost(view, 'similar', similarCost),
	mixedGroups: (view: PlanView) => spreadCost(view, 'mixed', mixedCost),
	maturity: (view: PlanView) =>
		view.plan.sessions.reduce((sum, session) => sum + maturityOf(view, session), 0),
	company,
	continuity
};
