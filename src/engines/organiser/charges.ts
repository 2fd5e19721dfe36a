import { worstOffCost } from './criteria.ts';
import { NONE } from './instance.ts';
import { mixedCost, similarCost } from './measure-groups.ts';
import { C, charge, choiceCriterion, type State } from './state.ts';

/*
 * What one seat, taken (sign = 1) or given up (sign = -1), changes in each criterion.
 * Every function is the exact difference of its measure in `measures.ts`; a fuzz test holds them equal.
 */

/** Musts, needs, entitlement, wishes and the convex deficit of one option. */
export function chargeGoals(state: State, option: number, slot: number, sign: 1 | -1): void {
	const { instance } = state;
	charge(state, C.mustsMissed, -sign * (instance.optionMust[option] ?? 0));
	chargeNeeds(state, option, sign);
	const owed = instance.optionOwed[option] ?? NONE;
	if (owed !== NONE) chargeOwed(state, owed, sign * (instance.slotMinutes[slot] ?? 0));
	const rank = instance.optionRank[option] ?? 0;
	if (rank === 0) return;
	charge(state, choiceCriterion(rank), -sign);
	chargePoints(
		state,
		instance.optionLearner[option] ?? 0,
		sign * (instance.optionPoints[option] ?? 0)
	);
}

function chargeNeeds(state: State, option: number, sign: 1 | -1): void {
	const { start, items } = state.instance.optionNeeds;
	for (let i = start[option] ?? 0; i < (start[option + 1] ?? 0); i++) {
		const need = items[i] ?? 0;
		const before = state.needCover[need] ?? 0;
		state.needCover[need] = before + sign;
		const change = (before === 0 ? 1 : 0) - (before + sign === 0 ? 1 : 0);
		charge(state, C.needsUnmet, -change * (state.instance.needWeight[need] ?? 0));
	}
}

function chargeOwed(state: State, row: number, minutes: number): void {
	const owed = state.instance.owedMinutes[row] ?? 0;
	const before = state.owedGiven[row] ?? 0;
	state.owedGiven[row] = before + minutes;
	charge(
		state,
		C.minutesMissing,
		Math.max(0, owed - before - minutes) - Math.max(0, owed - before)
	);
}

function chargePoints(state: State, learner: number, points: number): void {
	const { alone, credit } = state.instance;
	const [most, lent] = [alone[learner] ?? 0, credit[learner] ?? 0];
	const before = state.got[learner] ?? 0;
	state.got[learner] = before + points;
	charge(
		state,
		C.worstOff,
		worstOffCost(most, before + points, lent) - worstOffCost(most, before, lent)
	);
}

/** Study seats of a slot when one learner leaves (sign = 1) or comes back (sign = -1). */
export function chargeIdle(state: State, slot: number, sign: 1 | -1): void {
	const seats = state.instance.studySeats[slot] ?? 0;
	const before = state.idle[slot] ?? 0;
	state.idle[slot] = before - sign;
	charge(state, C.studyOverflow, Math.max(0, before - sign - seats) - Math.max(0, before - seats));
}

/** Published seat and habit of a learner-slot. */
export function chargeStability(
	state: State,
	learner: number,
	slot: number,
	offer: number,
	sign: 1 | -1
): void {
	const { publishedOffer, habitOffer, slots } = state.instance;
	const cell = learner * slots + slot;
	if (publishedOffer.length > 0) {
		const was = publishedOffer[cell] ?? NONE;
		if (was === NONE) charge(state, C.seatsChanged, sign);
		else if (was === offer) charge(state, C.seatsChanged, -sign);
	}
	if (habitOffer.length > 0 && habitOffer[cell] === offer) charge(state, C.habitsBroken, -sign);
}

/** Cost of a session's make-up: standing and the maturity guard. */
export function chargeMakeUp(state: State, session: number, sign: 1 | -1): void {
	const offer = state.instance.sessionOffer[session] ?? 0;
	const grouping = state.instance.offerGrouping[offer] ?? 0;
	if (grouping !== 0) {
		const size = state.size[session] ?? 0;
		const sum = state.standingSum[session] ?? 0;
		const squares = state.standingSquares[session] ?? 0;
		if (grouping === 1) charge(state, C.similarGroups, sign * similarCost(size, sum, squares));
		else charge(state, C.mixedGroups, sign * mixedCost(size, sum, squares));
	}
	const guard = state.instance.offerGuard[offer] ?? NONE;
	if (guard !== NONE)
		charge(state, C.maturity, sign * Math.max(0, ageRange(state, session) - guard));
}

function ageRange(state: State, session: number): number {
	const first = state.memberStart[session] ?? 0;
	const last = first + (state.size[session] ?? 0);
	let [youngest, oldest] = [Infinity, -Infinity];
	for (let i = first; i < last; i++) {
		const age = state.instance.age[state.instance.optionLearner[state.members[i] ?? 0] ?? 0] ?? 0;
		if (age < youngest) youngest = age;
		if (age > oldest) oldest = age;
	}
	return last > first ? oldest - youngest : 0;
}

/** Wanted company: pairs that come to share a session, or stop to. */
export function chargeCompany(state: State, learner: number, session: number, sign: 1 | -1): void {
	const { together, togetherPair, slots } = state.instance;
	const slot = state.slotOf[session] ?? 0;
	for (let i = together.start[learner] ?? 0; i < (together.start[learner + 1] ?? 0); i++) {
		const seat = state.seatAt[(together.items[i] ?? 0) * slots + slot] ?? NONE;
		if (seat === NONE || state.sessionOf[seat] !== session) continue;
		const pair = togetherPair[i] ?? 0;
		const before = state.shared[pair] ?? 0;
		state.shared[pair] = before + sign;
		charge(state, C.company, (before + sign === 0 ? 1 : 0) - (before === 0 ? 1 : 0));
	}
}

/** Learners of a session whose adult is not the usual one. */
export function chargeContinuity(state: State, session: number, learners: number): void {
	const usual = state.instance.offerUsual[state.instance.sessionOffer[session] ?? 0] ?? NONE;
	if (usual !== NONE && state.adultOf[session] !== usual) charge(state, C.continuity, learners);
}

/** A published section that stands as it was published costs nothing. */
export function chargeSessionChange(state: State, session: number, sign: 1 | -1): void {
	const { publishedSlot, publishedRoom, publishedAdult } = state.instance;
	if (publishedSlot[session] === NONE || publishedSlot[session] !== state.slotOf[session]) return;
	if (publishedRoom[session] !== state.roomOf[session]) return;
	if (publishedAdult[session] !== state.adultOf[session]) return;
	charge(state, C.sessionsChanged, -sign);
}
