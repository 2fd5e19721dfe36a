import { possibleSlots } from './alone.ts';
import { hasSeat, viewPlan, type PlanView } from './plan-view.ts';
import {
	meetsPrerequisites,
	needsAdult,
	mayLead,
	hasFeatures,
	type Learner,
	type Offer,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem,
	type Wish
} from './problem.ts';

/** Why a wish was not granted; pages word each one. */
export type WishCause =
	/** An outcome the offer builds on is not secure yet. */
	| 'organiser.wish-prerequisite'
	/** No adult of the school may lead it in any of its slots. */
	| 'organiser.wish-no-adult'
	/** No room has what it needs in any of its slots. */
	| 'organiser.wish-no-room'
	/** No section may open (none planned, or no slot of its own). */
	| 'organiser.wish-not-held'
	/** Fewer learners asked than the smallest group. */
	| 'organiser.wish-too-few'
	/** Adults, rooms and hours went to what was wanted or needed more. */
	| 'organiser.wish-not-opened'
	/** The learner is away whenever it is held. */
	| 'organiser.wish-away'
	/** Every section the learner could come to is full. */
	| 'organiser.wish-full'
	/** It meets at the same time as something the learner has. */
	| 'organiser.wish-clash'
	/** A pair that is kept apart; say no more than "not possible this week". */
	| 'organiser.wish-not-possible'
	/** A seat is free: it can be given at once (never after `solve`). */
	| 'organiser.wish-seat-free';

export interface UnmetWish extends Wish {
	readonly cause: WishCause;
	/** For a clash: the learner's own offers that are in the way. */
	readonly instead: readonly string[];
}

/** A cause for every unmet wish, from the plan alone; never names another learner. */
export function explainWishes(problem: WeekProblem, plan: WeekPlan): readonly UnmetWish[] {
	const view = viewPlan(problem, plan, new Map());
	const waiting = new Map<string, number>();
	const unmet = (problem.wishes ?? []).filter((wish) => !hasSeat(view, wish.learner, wish.offer));
	for (const { offer } of unmet) waiting.set(offer, (waiting.get(offer) ?? 0) + 1);
	const sessions = Map.groupBy(plan.sessions, (session) => session.offer);
	const apart = partners(problem);
	return unmet.map((wish) => {
		const offer = view.offers.get(wish.offer);
		const learner = view.learners.get(wish.learner);
		const held = sessions.get(wish.offer) ?? [];
		if (offer === undefined || learner === undefined || !meetsPrerequisites(learner, offer))
			return { ...wish, cause: 'organiser.wish-prerequisite', instead: [] };
		if (held.length === 0)
			return { ...wish, cause: whyClosed(problem, offer, waiting.get(offer.id) ?? 0), instead: [] };
		return { ...wish, ...whyNoSeat(view, learner, offer, held, apart) };
	});
}

function partners(problem: WeekProblem): ReadonlyMap<string, ReadonlySet<string>> {
	const map = new Map<string, Set<string>>();
	const add = (a: string, b: string) => map.set(a, (map.get(a) ?? new Set()).add(b));
	for (const [a, b] of problem.apart ?? []) {
		add(a, b);
		add(b, a);
	}
	return map;
}

function whyClosed(problem: WeekProblem, offer: Offer, waiting: number): WishCause {
	const slots = offer.slots ?? problem.slots.map(({ id }) => id);
	const adults = problem.adults.filter((adult) => mayLead(adult, offer));
	const rooms = problem.rooms.filter((room) => hasFeatures(room, offer) && room.seats > 0);
	const led = slots.some((slot) => adults.some((adult) => !adult.away?.includes(slot)));
	const housed = slots.some((slot) => rooms.some((room) => !room.closed?.includes(slot)));
	if (offer.sections === 0 || slots.length === 0 || offer.maximum === 0)
		return 'organiser.wish-not-held';
	if (needsAdult(offer) && !led) return 'organiser.wish-no-adult';
	if (offer.needsRoom !== false && !housed) return 'organiser.wish-no-room';
	if (possibleSlots(problem, offer).length === 0) return 'organiser.wish-not-held';
	return waiting < offer.minimum ? 'organiser.wish-too-few' : 'organiser.wish-not-opened';
}

type Because = Pick<UnmetWish, 'cause' | 'instead'>;

function whyNoSeat(
	view: PlanView,
	learner: Learner,
	offer: Offer,
	held: readonly PlannedSession[],
	apart: ReadonlyMap<string, ReadonlySet<string>>
): Because {
	const here = held.filter((session) => !learner.away?.includes(session.slot));
	if (here.length === 0) return { cause: 'organiser.wish-away', instead: [] };
	const week = view.seats.get(learner.id);
	const foes = apart.get(learner.id);
	const without = here.filter((session) => !session.learners.some((id) => foes?.has(id)));
	if (without.length === 0) return { cause: 'organiser.wish-not-possible', instead: [] };
	const free = without.filter((session) => week?.get(session.slot) === undefined);
	if (free.some((session) => session.learners.length < seatsOf(view, offer, session)))
		return { cause: 'organiser.wish-seat-free', instead: [] };
	const open = without.filter((s) => s.learners.length < seatsOf(view, offer, s));
	if (open.length === 0) return { cause: 'organiser.wish-full', instead: [] };
	const instead = open.flatMap((session) => week?.get(session.slot)?.offer ?? []);
	return { cause: 'organiser.wish-clash', instead: [...new Set(instead)].sort() };
}

function seatsOf(view: PlanView, offer: Offer, session: PlannedSession): number {
	const room = view.problem.rooms.find(({ id }) => id === session.room);
	return Math.min(offer.maximum, room?.seats ?? Infinity);
}
