import { chargeMoves, toggleDay } from './charge-comfort.ts';
import { chargeCover } from './cover.ts';
import {
	chargeCompany,
	chargeContinuity,
	chargeGoals,
	chargeIdle,
	chargeMakeUp,
	chargeSessionChange,
	chargeStability
} from './charges.ts';
import { NONE } from './instance.ts';
import { C, charge, OP, type State } from './state.ts';

/*
 * The six changes every move is made of. Each keeps all counters and the cost exact, and leaves on
 * the trail what `rollBack` needs. They trust their caller: `rules.ts` says what is allowed.
 */

const areaOf = (state: State, session: number): number => {
	const room = state.roomOf[session] ?? NONE;
	return room === NONE ? NONE : (state.instance.roomArea[room] ?? NONE);
};

/** Undersized learners of an open session; a pinned one never is. */
function missing(state: State, session: number): number {
	if (state.slotOf[session] === NONE || state.instance.pinSlot[session] !== NONE) return 0;
	const offer = state.instance.sessionOffer[session] ?? 0;
	return Math.max(0, (state.instance.offerMinimum[offer] ?? 0) - (state.size[session] ?? 0));
}

function resize(state: State, session: number, option: number, sign: 1 | -1): void {
	const standing = state.instance.optionStanding[option] ?? 0;
	state.undersized -= missing(state, session);
	state.size[session] = (state.size[session] ?? 0) + sign;
	state.standingSum[session] = (state.standingSum[session] ?? 0) + sign * standing;
	state.standingSquares[session] =
		(state.standingSquares[session] ?? 0) + sign * standing * standing;
	state.undersized += missing(state, session);
}

/** Gives a learner a seat: the session is open and has room, the learner-slot is free. */
export function seat(state: State, option: number, session: number): void {
	const { instance } = state;
	const learner = instance.optionLearner[option] ?? 0;
	const slot = state.slotOf[session] ?? 0;
	if (state.recording) state.trail.push(OP.seat, option, 0, 0, 0);
	chargeMakeUp(state, session, -1);
	const place = (state.memberStart[session] ?? 0) + (state.size[session] ?? 0);
	state.members[place] = option;
	state.memberAt[option] = place;
	resize(state, session, option, 1);
	chargeMakeUp(state, session, 1);
	chargeCompany(state, learner, session, 1);
	state.sessionOf[option] = session;
	state.seatAt[learner * instance.slots + slot] = option;
	chargeSeat(state, option, session, 1);
}

/** Takes a learner out of the session they sit in. */
export function unseat(state: State, option: number): void {
	const { instance } = state;
	const session = state.sessionOf[option] ?? 0;
	const learner = instance.optionLearner[option] ?? 0;
	const slot = state.slotOf[session] ?? 0;
	if (state.recording) state.trail.push(OP.unseat, option, session, 0, 0);
	chargeSeat(state, option, session, -1);
	state.sessionOf[option] = NONE;
	state.seatAt[learner * instance.slots + slot] = NONE;
	chargeCompany(state, learner, session, -1);
	chargeMakeUp(state, session, -1);
	const last = (state.memberStart[session] ?? 0) + (state.size[session] ?? 0) - 1;
	const place = state.memberAt[option] ?? 0;
	const moved = state.members[last] ?? 0;
	state.members[place] = moved;
	state.memberAt[moved] = place;
	resize(state, session, option, -1);
	chargeMakeUp(state, session, 1);
}

function chargeSeat(state: State, option: number, session: number, sign: 1 | -1): void {
	const { instance } = state;
	const learner = instance.optionLearner[option] ?? 0;
	const slot = state.slotOf[session] ?? 0;
	chargeGoals(state, option, slot, sign);
	chargeIdle(state, slot, sign);
	chargeStability(state, learner, slot, instance.optionOffer[option] ?? 0, sign);
	chargeContinuity(state, session, sign);
	toggleDay(state, learner, slot);
	chargeMoves(state, learner, slot, areaOf(state, session), sign);
}

function occupy(state: State, session: number, sign: 1 | -1): void {
	const { instance } = state;
	const [slot, room, adult] = [
		state.slotOf[session] ?? 0,
		state.roomOf[session] ?? NONE,
		state.adultOf[session] ?? NONE
	];
	const mark = sign === 1 ? session : NONE;
	if (room !== NONE) state.roomAt[room * instance.slots + slot] = mark;
	if (adult === NONE) return;
	state.adultAt[adult * instance.slots + slot] = mark;
	state.adultLoad[adult] = (state.adultLoad[adult] ?? 0) + sign;
	state.adultMinutes += sign * (instance.slotMinutes[slot] ?? 0);
}

/** Opens a section, empty. */
export function place(
	state: State,
	session: number,
	slot: number,
	room: number,
	adult: number
): void {
	if (state.recording) state.trail.push(OP.place, session, 0, 0, 0);
	state.slotOf[session] = slot;
	state.roomOf[session] = room;
	state.adultOf[session] = adult;
	occupy(state, session, 1);
	state.undersized += missing(state, session);
	state.money += state.instance.offerCost[state.instance.sessionOffer[session] ?? 0] ?? 0;
	if (state.instance.pinSlot[session] !== NONE) charge(state, C.pinsMissed, -1);
	chargeSessionChange(state, session, 1);
	chargeCover(state, slot);
}

/** Closes a section that nobody sits in. */
export function lift(state: State, session: number): void {
	const [slot, room, adult] = [
		state.slotOf[session] ?? 0,
		state.roomOf[session] ?? NONE,
		state.adultOf[session] ?? NONE
	];
	if (state.recording) state.trail.push(OP.lift, session, slot, room, adult);
	chargeSessionChange(state, session, -1);
	state.undersized -= missing(state, session);
	occupy(state, session, -1);
	state.slotOf[session] = NONE;
	state.roomOf[session] = NONE;
	state.adultOf[session] = NONE;
	state.money -= state.instance.offerCost[state.instance.sessionOffer[session] ?? 0] ?? 0;
	if (state.instance.pinSlot[session] !== NONE) charge(state, C.pinsMissed, 1);
	chargeCover(state, slot);
}

/** Moves an open session to another room of its slot. */
export function changeRoom(state: State, session: number, room: number): void {
	if (state.recording) state.trail.push(OP.room, session, state.roomOf[session] ?? NONE, 0, 0);
	chargeSessionChange(state, session, -1);
	chargeMembersMoves(state, session, -1);
	occupy(state, session, -1);
	state.roomOf[session] = room;
	occupy(state, session, 1);
	chargeMembersMoves(state, session, 1);
	chargeSessionChange(state, session, 1);
}

function chargeMembersMoves(state: State, session: number, sign: 1 | -1): void {
	const first = state.memberStart[session] ?? 0;
	const [slot, area] = [state.slotOf[session] ?? 0, areaOf(state, session)];
	for (let i = first; i < first + (state.size[session] ?? 0); i++)
		chargeMoves(state, state.instance.optionLearner[state.members[i] ?? 0] ?? 0, slot, area, sign);
}

/** Gives an open session another adult. */
export function changeAdult(state: State, session: number, adult: number): void {
	if (state.recording) state.trail.push(OP.adult, session, state.adultOf[session] ?? NONE, 0, 0);
	chargeSessionChange(state, session, -1);
	chargeContinuity(state, session, -(state.size[session] ?? 0));
	occupy(state, session, -1);
	state.adultOf[session] = adult;
	occupy(state, session, 1);
	chargeContinuity(state, session, state.size[session] ?? 0);
	chargeSessionChange(state, session, 1);
	chargeCover(state, state.slotOf[session] ?? 0);
}

/** Undoes everything after `mark` (a length of the trail), last change first. */
export function rollBack(state: State, mark = 0): void {
	const { trail } = state;
	state.recording = false;
	while (trail.length > mark) {
		const at = trail.length - 5;
		const [op, subject, a, b, c] = [
			trail[at],
			trail[at + 1] ?? 0,
			trail[at + 2] ?? 0,
			trail[at + 3] ?? 0,
			trail[at + 4] ?? 0
		];
		trail.length = at;
		if (op === OP.seat) unseat(state, subject);
		else if (op === OP.unseat) seat(state, subject, a);
		else if (op === OP.place) lift(state, subject);
		else if (op === OP.lift) place(state, subject, a, b, c);
		else if (op === OP.room) changeRoom(state, subject, a);
		else changeAdult(state, subject, a);
	}
	state.recording = true;
}
