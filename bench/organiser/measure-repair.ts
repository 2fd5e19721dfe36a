import {
	repair,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem
} from '../../src/engines/organiser/index.ts';
import { quantile } from '../../src/engines/statistics/index.ts';
import { cpuSeconds } from './measure-week.ts';
import { streamOf } from './week-frame.ts';

/** What repairs of one kind touched, over all tries. */
export interface Repairs {
	readonly kind: 'late wish' | 'absent adult';
	readonly tries: number;
	/** Of late wishes: share granted. Of absences: share in which no learner lost a seat. */
	readonly kept: number;
	readonly medianSeconds: number;
	readonly worstSeconds: number;
	readonly medianLearners: number;
	readonly worstLearners: number;
	/** Learners who sit elsewhere or lost a seat; the others only have another adult or room. */
	readonly medianReseated: number;
	readonly worstReseated: number;
	readonly medianSessions: number;
	/** Of sessions that lost their adult: share that another one leads at the same time. */
	readonly takenOver: number;
}

interface Try {
	readonly kept: boolean;
	readonly seconds: number;
	readonly learners: number;
	readonly reseated: number;
	readonly sessions: number;
	/** Sessions of the published plan that lost their adult, and those held at the same time still. */
	readonly orphaned: number;
	readonly takenOver: number;
}

/** Late wishes for a seat, and adults who are away for a day: `tries` of each, drawn by seed. */
export function measureRepairs(
	problem: WeekProblem,
	plan: WeekPlan,
	seed: number,
	tries: number
): readonly Repairs[] {
	const wishes = lateWishes(problem, seed, tries).map((wish) => {
		const late = { ...problem, wishes: [...(problem.wishes ?? []), { ...wish, rank: 9 }] };
		return tryRepair(late, plan, seed, [wish]);
	});
	const absences = dayAbsences(problem, plan, seed, tries).map(({ adult, slots }) => {
		const adults = problem.adults.map((a) =>
			a.id === adult ? { ...a, away: [...new Set([...(a.away ?? []), ...slots])] } : a
		);
		return tryRepair({ ...problem, adults }, plan, seed, []);
	});
	return [summarise('late wish', wishes), summarise('absent adult', absences)];
}

type Wanted = { readonly learner: string; readonly offer: string };

function tryRepair(
	problem: WeekProblem,
	plan: WeekPlan,
	seed: number,
	requests: readonly Wanted[]
): Try {
	const start = cpuSeconds();
	const result = repair(problem, plan, { seed, requests });
	const seconds = cpuSeconds() - start;
	if (!result.ok) throw new Error(result.faults.map(({ code, at }) => `${code} ${at}`).join());
	const { learners, opened, closed, moved } = result.changes;
	const orphans = plan.sessions.filter((session) => isOrphan(problem, session));
	const place = ({ offer, section, slot }: PlannedSession) => `${offer} ${section} ${slot}`;
	const held = new Set(result.plan.sessions.map(place));
	return {
		kept: result.lost.length === 0,
		seconds,
		learners: learners.length,
		reseated: reseated(plan, result.plan),
		sessions: opened + closed + moved,
		orphaned: orphans.length,
		takenOver: orphans.filter((session) => held.has(place(session))).length
	};
}

const isOrphan = (problem: WeekProblem, { adult, slot }: PlannedSession): boolean =>
	problem.adults.some(({ id, away }) => id === adult && away?.includes(slot) === true);

/** How many learners are in another offer in some slot. */
function reseated(before: WeekPlan, after: WeekPlan): number {
	const seatsOf = (plan: WeekPlan) =>
		new Map(
			plan.sessions.flatMap(({ offer, slot, learners }) =>
				learners.map((learner) => [JSON.stringify([learner, slot, offer]), learner] as const)
			)
		);
	const [was, is] = [seatsOf(before), seatsOf(after)];
	const changed = [...was, ...is].filter(([seat]) => was.has(seat) !== is.has(seat));
	return new Set(changed.map(([, learner]) => learner)).size;
}

/** Learners with no option yet for an offer that is held, whose prerequisites they meet. */
function lateWishes(problem: WeekProblem, seed: number, tries: number): readonly Wanted[] {
	const random = streamOf(seed, 'late wishes');
	const key = ({ learner, offer }: Wanted) => `${learner} ${offer}`;
	const known = new Set([...(problem.wishes ?? []), ...(problem.musts ?? [])].map(key));
	const found: Wanted[] = [];
	for (let i = 0; found.length < tries && i < 50 * tries; i++) {
		const learner = problem.learners[random.below(problem.learners.length)];
		const offer = problem.offers[random.below(problem.offers.length)];
		if (learner === undefined || offer === undefined) continue;
		const wish = { learner: learner.id, offer: offer.id };
		if (known.has(key(wish)) || (offer.prerequisites ?? []).length > 0) continue;
		known.add(key(wish));
		found.push(wish);
	}
	return found;
}

/** Adults with a session that day. */
function dayAbsences(problem: WeekProblem, plan: WeekPlan, seed: number, tries: number) {
	const random = streamOf(seed, 'absences');
	const day = new Map(problem.slots.map((slot) => [slot.id, slot.day]));
	return Array.from({ length: tries }, () => {
		const session = plan.sessions[random.below(plan.sessions.length)];
		const today = day.get(session?.slot ?? '');
		return {
			adult: session?.adult ?? '',
			slots: problem.slots.filter((slot) => slot.day === today).map(({ id }) => id)
		};
	});
}

function summarise(kind: Repairs['kind'], tries: readonly Try[]): Repairs {
	const sum = (of: (one: Try) => number) => tries.reduce((all, one) => all + of(one), 0);
	const middle = (of: (one: Try) => number, at: number) => quantile(tries.map(of), at);
	return {
		kind,
		tries: tries.length,
		kept: tries.filter(({ kept }) => kept).length / Math.max(1, tries.length),
		medianSeconds: middle(({ seconds }) => seconds, 0.5),
		worstSeconds: middle(({ seconds }) => seconds, 1),
		medianLearners: middle(({ learners }) => learners, 0.5),
		worstLearners: middle(({ learners }) => learners, 1),
		medianReseated: middle((one) => one.reseated, 0.5),
		worstReseated: middle((one) => one.reseated, 1),
		medianSessions: middle(({ sessions }) => sessions, 0.5),
		takenOver:
			sum((one) => one.takenOver) /
			Math.max(
				1,
				sum((one) => one.orphaned)
			)
	};
}
