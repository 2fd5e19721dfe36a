import {
	repair,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem
} from '../../src/engines/organiser/index.ts';
import { quantile } from '../../src/engines/statistics/index.ts';
import { leastTouched } from './least-touched.ts';
import { cpuSeconds } from './measure-week.ts';
import { streamOf } from './week-frame.ts';

export type RepairKind =
	'late wish' | 'adult away, a day' | 'adult away, a period' | 'room lost, a day';

/** What repairs of one kind touched, over all tries. */
export interface Repairs {
	readonly kind: RepairKind;
	readonly tries: number;
	/** Of late wishes: share granted. Of the others: share in which no learner lost a seat. */
	readonly kept: number;
	readonly seconds: Spread;
	/** Learners whose own week is another one: other offer or room in some slot. */
	readonly touched: Spread;
	/** The fewest that any repair could touch, where that is known. */
	readonly least: Spread;
	/** Of those touched, who sit in another offer in some slot; the others only change rooms. */
	readonly reseated: Spread;
	/** Learners who only meet another adult. */
	readonly ledByAnother: Spread;
	/** Of sessions that lost their adult: share that another one leads at the same time. */
	readonly takenOver: number;
}

export interface Spread {
	readonly median: number;
	readonly worst: number;
}

interface Try {
	readonly kept: boolean;
	readonly seconds: number;
	readonly touched: number;
	readonly least: number;
	readonly reseated: number;
	readonly ledByAnother: number;
	/** Sessions of the published plan that lost their adult, and those held at the same time still. */
	readonly orphaned: number;
	readonly takenOver: number;
}

/** Late wishes for a seat, adults who are away, rooms that are lost: `tries` of each, drawn by seed. */
export function measureRepairs(
	problem: WeekProblem,
	plan: WeekPlan,
	seed: number,
	tries: number
): readonly Repairs[] {
	const wishes = lateWishes(problem, seed, tries).map((wish) => {
		const late = { ...problem, wishes: [...(problem.wishes ?? []), { ...wish, rank: 9 }] };
		return tryRepair(late, plan, seed, [wish], 0);
	});
	const absences = (kind: 'absences' | 'periods') =>
		draws(problem, plan, kind, seed, tries).map(({ session, slots }) => {
			const adults = problem.adults.map((adult) =>
				adult.id === session.adult
					? { ...adult, away: [...new Set([...(adult.away ?? []), ...slots])] }
					: adult
			);
			const changed = { ...problem, adults };
			return tryRepair(changed, plan, seed, [], leastTouched(changed, plan));
		});
	const rooms = draws(problem, plan, 'rooms', seed, tries).map(({ session, slots }) => {
		const changed = {
			...problem,
			rooms: problem.rooms.map((room) =>
				room.id === session.room
					? { ...room, closed: [...new Set([...(room.closed ?? []), ...slots])] }
					: room
			)
		};
		const out = plan.sessions.filter((s) => s.room === session.room && slots.includes(s.slot));
		const least = new Set(out.flatMap(({ learners }) => learners)).size;
		return tryRepair(changed, plan, seed, [], least);
	});
	return [
		summarise('late wish', wishes),
		summarise('adult away, a day', absences('absences')),
		summarise('adult away, a period', absences('periods')),
		summarise('room lost, a day', rooms)
	];
}

type Wanted = { readonly learner: string; readonly offer: string };

function tryRepair(
	problem: WeekProblem,
	plan: WeekPlan,
	seed: number,
	requests: readonly Wanted[],
	least: number
): Try {
	const start = cpuSeconds();
	const result = repair(problem, plan, { seed, requests });
	const seconds = cpuSeconds() - start;
	if (!result.ok) throw new Error(result.faults.map(({ code, at }) => `${code} ${at}`).join());
	const { learners, ledByAnother } = result.changes;
	const orphans = plan.sessions.filter((session) => isOrphan(problem, session));
	const place = ({ offer, section, slot }: PlannedSession) => `${offer} ${section} ${slot}`;
	const held = new Set(result.plan.sessions.map(place));
	return {
		kept: result.lost.length === 0,
		seconds,
		touched: learners.length,
		least,
		reseated: reseated(plan, result.plan),
		ledByAnother: ledByAnother.length,
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

/** Sessions drawn from the plan, each with the slots of its day (or its own slot only). */
function draws(
	problem: WeekProblem,
	plan: WeekPlan,
	kind: 'absences' | 'periods' | 'rooms',
	seed: number,
	tries: number
) {
	const random = streamOf(seed, kind);
	const day = new Map(problem.slots.map((slot) => [slot.id, slot.day]));
	return Array.from({ length: plan.sessions.length > 0 ? tries : 0 }, () => {
		const session = plan.sessions[random.below(plan.sessions.length)];
		if (session === undefined) throw new RangeError('nothing to draw from');
		const today = problem.slots.filter((slot) => slot.day === day.get(session.slot));
		const slots = kind === 'periods' ? [session.slot] : today.map(({ id }) => id);
		return { session, slots };
	});
}

function summarise(kind: RepairKind, tries: readonly Try[]): Repairs {
	const sum = (of: (one: Try) => number) => tries.reduce((all, one) => all + of(one), 0);
	const spread = (of: (one: Try) => number): Spread => ({
		median: quantile(tries.map(of), 0.5),
		worst: quantile(tries.map(of), 1)
	});
	return {
		kind,
		tries: tries.length,
		kept: sum(({ kept }) => (kept ? 1 : 0)) / Math.max(1, tries.length),
		seconds: spread(({ seconds }) => seconds),
		touched: spread(({ touched }) => touched),
		least: spread(({ least }) => least),
		reseated: spread((one) => one.reseated),
		ledByAnother: spread(({ ledByAnother }) => ledByAnother),
		takenOver:
			sum((one) => one.takenOver) /
			Math.max(
				1,
				sum((one) => one.orphaned)
			)
	};
}
