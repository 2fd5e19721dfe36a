import { NONE } from './instance.ts';
import { lift, place, seat, unseat } from './primitives.ts';
import type { PlannedSession, WeekPlan } from './problem.ts';
import { adultIsFree, inRow, maySeat, maySlot, roomIsFree } from './rules.ts';
import type { State } from './state.ts';

/** The plan this state stands for: sections in order of offer, learners sorted. */
export function toPlan(state: State): WeekPlan {
	const { instance } = state;
	const sessions: PlannedSession[] = [];
	for (let k = 0; k < instance.sessions; k++) {
		const slot = state.slotOf[k] ?? NONE;
		if (slot === NONE) continue;
		const offer = instance.sessionOffer[k] ?? 0;
		sessions.push({
			offer: instance.ids.offers[offer] ?? '',
			section: k - (instance.offerFirst[offer] ?? 0),
			slot: instance.ids.slots[slot] ?? '',
			room: instance.ids.rooms[state.roomOf[k] ?? NONE] ?? null,
			adult: instance.ids.adults[state.adultOf[k] ?? NONE] ?? null,
			learners: membersOf(state, k)
				.map((j) => instance.ids.learners[instance.optionLearner[j] ?? 0] ?? '')
				.sort()
		});
	}
	return { sessions };
}

/** Options seated in a session, as a copy. */
export function membersOf(state: State, session: number): number[] {
	const first = state.memberStart[session] ?? 0;
	return [...state.members.subarray(first, first + (state.size[session] ?? 0))];
}

/** Look-ups from public ids, built once per state. */
export interface PlanIndex {
	readonly slots: ReadonlyMap<string, number>;
	readonly rooms: ReadonlyMap<string, number>;
	readonly adults: ReadonlyMap<string, number>;
	readonly learners: ReadonlyMap<string, number>;
	readonly offers: ReadonlyMap<string, number>;
}

export function indexPlan(state: State): PlanIndex {
	const index = (ids: readonly string[]) => new Map(ids.map((id, i) => [id, i]));
	const { ids } = state.instance;
	return {
		slots: index(ids.slots),
		rooms: index(ids.rooms),
		adults: index(ids.adults),
		learners: index(ids.learners),
		offers: index(ids.offers)
	};
}

/** A planned section with its session index. */
export interface LoadedSession {
	readonly session: number;
	readonly planned: PlannedSession;
}

/**
 * Puts a plan into an empty state, as far as it is still possible: what breaks a rule is left out.
 * Returns the sections that could not open.
 */
export function loadPlan(state: State, plan: WeekPlan): readonly LoadedSession[] {
	const index = indexPlan(state);
	const lost: LoadedSession[] = [];
	const opened: LoadedSession[] = [];
	for (const planned of plan.sessions) {
		const session = sessionIndex(state, index, planned);
		if (session === NONE) continue;
		if (openAsPlanned(state, index, session, planned)) opened.push({ session, planned });
		else lost.push({ session, planned });
	}
	for (const { session, planned } of opened) seatPlanned(state, index, session, planned);
	return lost;
}

/** Seats the planned learners of an open section, as far as they may sit there. */
export function seatPlanned(
	state: State,
	index: PlanIndex,
	session: number,
	planned: PlannedSession
): void {
	for (const id of planned.learners) {
		const option = findOption(state, index.learners.get(id) ?? NONE, session);
		if (option !== NONE && maySeat(state, option, session)) seat(state, option, session);
	}
}

function sessionIndex(state: State, index: PlanIndex, planned: PlannedSession): number {
	const offer = index.offers.get(planned.offer) ?? NONE;
	if (offer === NONE) return NONE;
	const session = (state.instance.offerFirst[offer] ?? 0) + planned.section;
	return planned.section >= 0 && session < (state.instance.offerFirst[offer + 1] ?? 0)
		? session
		: NONE;
}

function openAsPlanned(
	state: State,
	index: PlanIndex,
	session: number,
	planned: PlannedSession
): boolean {
	const { instance } = state;
	const slot = index.slots.get(planned.slot) ?? NONE;
	const room = planned.room === null ? NONE : (index.rooms.get(planned.room) ?? NONE);
	const adult = planned.adult === null ? NONE : (index.adults.get(planned.adult) ?? NONE);
	const offer = instance.sessionOffer[session] ?? 0;
	if (slot === NONE || state.slotOf[session] !== NONE || !maySlot(state, session, slot))
		return false;
	if (!placesFit(state, session, room, adult)) return false;
	if ((instance.offerNeedsRoom[offer] === 1) !== (room !== NONE)) return false;
	if (instance.offerNeedsAdult[offer] === 1 && adult === NONE) return false;
	if (!roomIsFree(state, session, slot, room) || !adultIsFree(state, session, slot, adult))
		return false;
	place(state, session, slot, room, adult);
	return true;
}

function placesFit(state: State, session: number, room: number, adult: number): boolean {
	const { offerRooms, offerAdults, sessionOffer, pinRoom, pinAdult } = state.instance;
	const offer = sessionOffer[session] ?? 0;
	const [fixedRoom, fixedAdult] = [pinRoom[session] ?? NONE, pinAdult[session] ?? NONE];
	if (fixedRoom !== NONE && fixedRoom !== room) return false;
	if (fixedAdult !== NONE && fixedAdult !== adult) return false;
	return (
		(room === NONE || inRow(offerRooms, offer, room)) &&
		(adult === NONE || inRow(offerAdults, offer, adult))
	);
}

/** The option of a learner for the session's offer, or NONE. */
export function findOption(state: State, learner: number, session: number): number {
	if (learner === NONE) return NONE;
	return optionFor(state, learner, state.instance.sessionOffer[session] ?? 0);
}

/** The option of a learner for an offer, or NONE. Options of a learner are sorted by offer. */
export function optionFor(state: State, learner: number, offer: number): number {
	const { optionStart, optionOffer } = state.instance;
	for (let j = optionStart[learner] ?? 0; j < (optionStart[learner + 1] ?? 0); j++)
		if (optionOffer[j] === offer) return j;
	return NONE;
}

/** Empties a session and closes it. */
export function closeSession(state: State, session: number): void {
	for (const option of membersOf(state, session)) unseat(state, option);
	lift(state, session);
}

/** Empties the whole state. */
export function clearPlan(state: State): void {
	for (let k = 0; k < state.instance.sessions; k++)
		if (state.slotOf[k] !== NONE) closeSession(state, k);
}
