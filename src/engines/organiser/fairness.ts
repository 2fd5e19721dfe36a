import { groupBy } from './alone.ts';
import { pointsOfRank, worstOffCost } from './criteria.ts';
import { gotPoints, hasSeat, viewPlan, type PlanView } from './plan-view.ts';
import type { PlannedSession, WeekPlan, WeekProblem, Wish } from './problem.ts';

/** How a week treats people. Shares are 0 .. 1; satisfaction is points got over points alone. */
export interface Fairness {
	/** Of learners with wishes: those with their first choice, with one of their first three. */
	readonly firstChoice: number;
	readonly topThree: number;
	/** Mean rank of granted wishes. */
	readonly meanRank: number;
	readonly minimum: number;
	/** 5th percentile of satisfaction. */
	readonly fifth: number;
	readonly mean: number;
	/** Gini coefficient of satisfaction, 0 = all alike. */
	readonly gini: number;
	/** Pairs in which giving one learner's seat to an idle other would lower the worst-off level. */
	readonly envyPairs: number;
	/** Satisfaction by learner in per mille, for `nextCredit`; learners without wishes are left out. */
	readonly satisfaction: ReadonlyMap<string, number>;
}

/** Measures a plan; `earlier` are satisfactions of up to three weeks before, for rolling figures. */
export function fairnessOf(
	problem: WeekProblem,
	plan: WeekPlan,
	earlier: readonly ReadonlyMap<string, number>[] = []
): Fairness {
	const view = viewPlan(problem, plan);
	const wishes = groupBy(problem.wishes ?? [], (wish) => wish.learner);
	const satisfaction = satisfactions(view, wishes);
	const rolling = [...satisfaction].map(([id, now]) => {
		const before = earlier.slice(-3).flatMap((week) => week.get(id) ?? []);
		return [now, ...before].reduce((a, b) => a + b, 0) / (1000 * (before.length + 1));
	});
	const granted = (problem.wishes ?? []).filter((wish) => hasSeat(view, wish.learner, wish.offer));
	const withTop = (top: number) =>
		[...satisfaction.keys()].filter((id) =>
			(wishes.get(id) ?? []).some((w) => w.rank <= top && hasSeat(view, id, w.offer))
		).length / Math.max(1, satisfaction.size);
	return {
		firstChoice: withTop(1),
		topThree: withTop(3),
		meanRank: mean(granted.map(({ rank }) => rank)),
		minimum: quantile(rolling, 0),
		fifth: quantile(rolling, 0.05),
		mean: mean(rolling),
		gini: gini(rolling),
		envyPairs: countEnvy(view, wishes),
		satisfaction
	};
}

function satisfactions(
	view: PlanView,
	wishes: ReadonlyMap<string, readonly Wish[]>
): ReadonlyMap<string, number> {
	const values = new Map<string, number>();
	for (const [id, mine] of wishes) {
		const alone = view.alone.get(id) ?? 0;
		if (alone > 0) values.set(id, Math.round((1000 * pointsGot(view, id, mine)) / alone));
	}
	return values;
}

const pointsGot = (view: PlanView, id: string, wishes: readonly Wish[]): number =>
	gotPoints(
		view,
		id,
		wishes.map(({ offer, rank }) => ({ offer, points: pointsOfRank(rank) }))
	);

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** Lower empirical quantile. */
function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Gini coefficient: mean absolute difference over twice the mean. Example: `gini([0, 1])` is 0.5. */
export function gini(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const total = sorted.reduce((a, b) => a + b, 0);
	if (total === 0) return 0;
	const weighted = sorted.reduce(
		(sum, value, i) => sum + (2 * (i + 1) - sorted.length - 1) * value,
		0
	);
	return weighted / (sorted.length * total);
}

interface Claim {
	readonly learner: string;
	readonly points: number;
}

/**
 * Justified envy: an idle learner wishes for a seat that another holds by a wish alone, and the
 * week would be fairer (lower worst-off level) with the seat the other way.
 */
function countEnvy(view: PlanView, wishes: ReadonlyMap<string, readonly Wish[]>): number {
	const byOffer = groupBy(view.problem.wishes ?? [], (wish) => wish.offer);
	const claimed = strongClaims(view.problem);
	const got = new Map([...wishes].map(([id, mine]) => [id, pointsGot(view, id, mine)]));
	const change = (id: string, by: number) => {
		const [alone, credit] = [view.alone.get(id) ?? 0, view.learners.get(id)?.credit ?? 0];
		const now = got.get(id) ?? 0;
		return worstOffCost(alone, now + by, credit) - worstOffCost(alone, now, credit);
	};
	let pairs = 0;
	for (const session of view.plan.sessions) {
		const asked = byOffer.get(session.offer) ?? [];
		const claims = asked.map(({ learner, rank }) => ({ learner, points: pointsOfRank(rank) }));
		const waiting = claims.filter(({ learner }) => couldSit(view, learner, session));
		const seated = claims.filter(
			({ learner }) =>
				session.learners.includes(learner) && !claimed.has(JSON.stringify([learner, session.offer]))
		);
		const envies = (a: Claim, b: Claim) =>
			change(a.learner, a.points) + change(b.learner, -b.points) < 0;
		for (const a of waiting) pairs += seated.filter((b) => envies(a, b)).length;
	}
	return pairs;
}

/** Seats held by more than a wish: must, need or owed minutes. */
function strongClaims(problem: WeekProblem): ReadonlySet<string> {
	const key = (learner: string, offer: string) => JSON.stringify([learner, offer]);
	const domains = groupBy(problem.offers, (offer) => offer.domain ?? '');
	return new Set([
		...(problem.musts ?? []).map((must) => key(must.learner, must.offer)),
		...(problem.needs ?? []).flatMap((need) => need.offers.map((o) => key(need.learner, o))),
		...(problem.owed ?? []).flatMap((owed) =>
			(domains.get(owed.domain) ?? []).map((offer) => key(owed.learner, offer.id))
		)
	]);
}

function couldSit(view: PlanView, id: string, session: PlannedSession): boolean {
	const learner = view.learners.get(id);
	const offer = view.offers.get(session.offer);
	if (learner === undefined || offer === undefined || hasSeat(view, id, offer.id)) return false;
	if (learner.away?.includes(session.slot) || view.seats.get(id)?.has(session.slot)) return false;
	const secure = learner.secure ?? [];
	if (!(offer.prerequisites ?? []).every((outcome) => secure.includes(outcome))) return false;
	return !(view.problem.apart ?? []).some(
		([a, b]) =>
			(a === id && session.learners.includes(b)) || (b === id && session.learners.includes(a))
	);
}
