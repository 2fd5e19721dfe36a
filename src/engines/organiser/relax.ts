import { groupBy } from './alone.ts';
import { hasSeat, viewPlan, type PlanView } from './plan-view.ts';
import {
	hasFeatures,
	mayLead,
	meetsPrerequisites,
	needsAdult,
	type Offer,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem,
	type Wish
} from './problem.ts';

/** Something the organiser could add, and how many unmet wishes it would meet by itself. */
export type Relaxation =
	| {
			readonly kind: 'section';
			readonly offer: string;
			readonly slot: string;
			readonly wishes: number;
			/** `true` where nobody suitable, or no room, is free in that slot: it must be found. */
			readonly adultToFind: boolean;
			readonly roomToFind: boolean;
			readonly adultMinutes: number;
			readonly money: number;
	  }
	| {
			readonly kind: 'seats';
			readonly offer: string;
			readonly slot: string;
			readonly section: number;
			readonly wishes: number;
	  };

/**
 * The smallest single additions by the wishes they would free, best first: "one more section of X
 * on Tuesday P3: 17 wishes, one teacher hour", or so many more seats in a section.
 * Counts only learners who are in study in that slot, so every wish counted could be granted.
 */
export function findRelaxations(
	problem: WeekProblem,
	plan: WeekPlan,
	most = 10
): readonly Relaxation[] {
	const view = viewPlan(problem, plan, new Map());
	const unmet = (problem.wishes ?? []).filter((wish) => !hasSeat(view, wish.learner, wish.offer));
	const found: Relaxation[] = [];
	for (const [id, wishes] of groupBy(unmet, (wish) => wish.offer)) {
		const offer = view.offers.get(id);
		if (offer === undefined) continue;
		found.push(...moreSections(view, offer, wishes), ...moreSeats(view, offer, wishes));
	}
	return found.sort((a, b) => b.wishes - a.wishes || a.offer.localeCompare(b.offer)).slice(0, most);
}

function idleIn(view: PlanView, offer: Offer, wishes: readonly Wish[], slot: string): number {
	return wishes.filter(({ learner }) => {
		const person = view.learners.get(learner);
		if (person === undefined || person.away?.includes(slot)) return false;
		return meetsPrerequisites(person, offer) && !view.seats.get(learner)?.has(slot);
	}).length;
}

/** The best slot for one more section of the offer. */
function moreSections(
	view: PlanView,
	offer: Offer,
	wishes: readonly Wish[]
): readonly Relaxation[] {
	const slots = view.problem.slots.filter(
		(slot) => offer.slots === undefined || offer.slots.includes(slot.id)
	);
	const options = slots.map((slot) => ({
		kind: 'section' as const,
		offer: offer.id,
		slot: slot.id,
		wishes: Math.min(offer.maximum, idleIn(view, offer, wishes, slot.id)),
		adultToFind: needsAdult(offer) && !adultFree(view, offer, slot.id),
		roomToFind: offer.needsRoom !== false && !roomFree(view, offer, slot.id),
		adultMinutes: needsAdult(offer) ? slot.minutes : 0,
		money: offer.cost ?? 0
	}));
	const effort = (o: (typeof options)[number]) => Number(o.adultToFind) + Number(o.roomToFind);
	options.sort((a, b) => b.wishes - a.wishes || effort(a) - effort(b));
	return options.slice(0, 1).filter((o) => o.wishes >= Math.max(1, offer.minimum));
}

function moreSeats(view: PlanView, offer: Offer, wishes: readonly Wish[]): readonly Relaxation[] {
	const held = view.plan.sessions.filter((session) => session.offer === offer.id);
	return held
		.map((session) => ({
			kind: 'seats' as const,
			offer: offer.id,
			slot: session.slot,
			section: session.section,
			wishes: Math.min(spareSeats(view, session), idleIn(view, offer, wishes, session.slot))
		}))
		.filter((relaxation) => relaxation.wishes > 0)
		.sort((a, b) => b.wishes - a.wishes)
		.slice(0, 1);
}

/** Chairs left in the room. */
function spareSeats(view: PlanView, session: PlannedSession): number {
	const room = view.problem.rooms.find(({ id }) => id === session.room);
	return (room?.seats ?? session.learners.length + 5) - session.learners.length;
}

function adultFree(view: PlanView, offer: Offer, slot: string): boolean {
	const busy = new Set(view.plan.sessions.filter((s) => s.slot === slot).map((s) => s.adult));
	return view.problem.adults.some(
		(adult) => mayLead(adult, offer) && !adult.away?.includes(slot) && !busy.has(adult.id)
	);
}

function roomFree(view: PlanView, offer: Offer, slot: string): boolean {
	const busy = new Set(view.plan.sessions.filter((s) => s.slot === slot).map((s) => s.room));
	return view.problem.rooms.some(
		(room) =>
			hasFeatures(room, offer) &&
			!room.closed?.includes(slot) &&
			!busy.has(room.id) &&
			room.seats >= Math.max(1, offer.minimum)
	);
}
