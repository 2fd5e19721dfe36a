import { createRandom, type Random } from '../kernel/index.ts';
import { checkProblem, type ProblemFault } from './check-problem.ts';
import { compile } from './compile.ts';
import { LEVELS } from './criteria.ts';
import { closeUndersized, holdPins, openSection } from './greedy.ts';
import { NONE } from './instance.ts';
import { OPERATORS, SEAT_OPERATORS } from './operators.ts';
import { planChanges, type PlanChanges } from './plan-changes.ts';
import {
	indexPlan,
	loadPlan,
	optionFor,
	seatPlanned,
	toPlan,
	type LoadedSession,
	type PlanIndex
} from './plan-state.ts';
import { rollBack } from './primitives.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';
import { grantSeat } from './repair-seats.ts';
import { adultIsFree, roomIsFree } from './rules.ts';
import { score, type Score } from './score.ts';
import { createState, type Scale, type State } from './state.ts';
import { takeOver } from './take-over.ts';

export interface RepairOptions {
	readonly seed: number;
	/** Slot ids that may not change any more (the next 24 hours). */
	readonly frozen?: readonly string[];
	/** Seats asked for now (a late wish): each must be an option of the problem. */
	readonly requests?: readonly { readonly learner: string; readonly offer: string }[];
	/** Moves of the last polish, default 2,000. */
	readonly moves?: number;
}

export type RepairResult =
	| {
			readonly ok: true;
			readonly plan: WeekPlan;
			readonly score: Score;
			readonly changes: PlanChanges;
			/** Seats that were published or asked for and could not be kept or given. */
			readonly lost: readonly { readonly learner: string; readonly offer: string }[];
	  }
	| { readonly ok: false; readonly faults: readonly ProblemFault[] };

/** In a repair a changed seat outweighs every wish; only musts, entitlement and needs outweigh it. */
export const REPAIR_SCALE: Scale = Float64Array.from([
	10_000_000, 2_000, 20_000, 0.5, 200, 100, 50, 25, 1, 1, 3_000
]);

/**
 * Repairs a published plan after something changed (`problem` is the changed problem): what still
 * holds stays. A section that lost its adult gets another one in its place, if need be by a path of
 * adults who hand sessions on while no learner moves; one that lost its room another room; else it
 * moves to another slot, or its learners to parallel sections and study. Nothing else moves.
 */
export function repair(
	problem: WeekProblem,
	published: WeekPlan,
	options: RepairOptions
): RepairResult {
	const faults = checkProblem(problem);
	if (faults.length > 0) return { ok: false, faults };
	const kept = seatsOf(published);
	// How easily the week would bear the next absence is no reason to move anybody now.
	const weights = { ...problem.weights, uncovered: 0 };
	const changed = { ...problem, published, kept, weights };
	const state = createState(compile(changed), REPAIR_SCALE);
	const index = indexPlan(state);
	const random = createRandom(options.seed);
	const lost = loadPlan(state, published);
	for (const id of options.frozen ?? []) state.frozen[index.slots.get(id) ?? NONE] = 1;
	state.recording = true;
	// Largest first: where not all can be taken over, most learners keep their seats.
	const orphans = [...lost].sort((a, b) => b.planned.learners.length - a.planned.learners.length);
	const homeless = orphans.filter((one) => !reopenInPlace(state, index, one));
	for (const one of homeless) reopenElsewhere(state, index, one);
	holdPins(state);
	const wanted = wantedSeats(published, options);
	lookAfterAll(state, index, wanted, options.requests ?? []);
	polish(state, random, options.moves ?? 2_000);
	closeUndersized(state);
	lookAfterAll(state, index, wanted, options.requests ?? []);
	const plan = toPlan(state);
	return {
		ok: true,
		plan,
		score: score(changed, plan),
		changes: planChanges(published, plan),
		lost: wanted.filter((one) => !isSeated(state, index, one))
	};
}

interface WantedSeat {
	readonly learner: string;
	readonly offer: string;
}

function wantedSeats(published: WeekPlan, options: RepairOptions): readonly WantedSeat[] {
	return [...(options.requests ?? []), ...seatsOf(published)];
}

const seatsOf = ({ sessions }: WeekPlan): readonly WantedSeat[] =>
	sessions.flatMap(({ offer, learners }) => learners.map((learner) => ({ learner, offer })));

function optionOf(state: State, index: PlanIndex, { learner, offer }: WantedSeat): number {
	const [l, o] = [index.learners.get(learner) ?? NONE, index.offers.get(offer) ?? NONE];
	return l === NONE || o === NONE ? NONE : optionFor(state, l, o);
}

function isSeated(state: State, index: PlanIndex, seat: WantedSeat): boolean {
	const option = optionOf(state, index, seat);
	return option !== NONE && state.sessionOf[option] !== NONE;
}

/** Same slot, another adult or room: also in a frozen slot, since its learners stay where they are. */
function reopenInPlace(
	state: State,
	index: PlanIndex,
	{ session, planned }: LoadedSession
): boolean {
	const slot = index.slots.get(planned.slot) ?? NONE;
	const adult = index.adults.get(planned.adult ?? '') ?? NONE;
	if (slot === NONE || state.slotOf[session] !== NONE) return false;
	const frozen = state.frozen[slot] ?? 0;
	state.frozen[slot] = 0;
	const room = roomFor(state, index, { session, planned }, slot);
	const opened = openSection(state, session, slot, successor(state, session, slot, adult), room);
	if (opened) seatPlanned(state, index, session, planned);
	else rollBack(state);
	state.trail.length = 0;
	state.frozen[slot] = frozen;
	return opened;
}

/** The same adult where they are still there, else somebody who is free or can be freed. */
function successor(state: State, session: number, slot: number, adult: number): number {
	const { pinAdult, offerNeedsAdult, sessionOffer } = state.instance;
	const isFixed = pinAdult[session] !== NONE || offerNeedsAdult[sessionOffer[session] ?? 0] === 0;
	if (isFixed || adult === NONE || adultIsFree(state, session, slot, adult)) return adult;
	return Math.max(NONE, takeOver(state, session, slot));
}

/** The same room where it is still there, else the smallest free one with a seat for everybody. */
function roomFor(
	state: State,
	index: PlanIndex,
	{ session, planned }: LoadedSession,
	slot: number
): number {
	const { offerRooms, sessionOffer, roomSeats } = state.instance;
	const old = index.rooms.get(planned.room ?? '') ?? NONE;
	const offer = sessionOffer[session] ?? 0;
	const first = offerRooms.start[offer] ?? 0;
	const rooms = offerRooms.items.subarray(first, offerRooms.start[offer + 1] ?? 0);
	const free = (room: number) =>
		(roomSeats[room] ?? 0) >= planned.learners.length && roomIsFree(state, session, slot, room);
	return rooms.includes(old) && free(old) ? old : (rooms.find(free) ?? NONE);
}

/** The slot in which a section without a place costs least, if that is better than to close it. */
function reopenElsewhere(state: State, index: PlanIndex, one: LoadedSession): void {
	let [best, least] = [NONE, state.cost];
	for (let slot = 0; slot < state.instance.slots; slot++) {
		const size = tryOpen(state, index, one, slot);
		const cost = state.cost - SEAT_BENEFIT * size;
		if (size > 0 && cost < least) [best, least] = [slot, cost];
		rollBack(state);
	}
	if (best !== NONE) tryOpen(state, index, one, best);
	state.trail.length = 0;
}

function tryOpen(
	state: State,
	index: PlanIndex,
	{ session, planned }: LoadedSession,
	slot: number
): number {
	if (!openSection(state, session, slot, index.adults.get(planned.adult ?? '') ?? NONE)) return 0;
	seatPlanned(state, index, session, planned);
	return state.size[session] ?? 0;
}

/** Published and requested seats that are not held, then everything owed that still is missing. */
function lookAfterAll(
	state: State,
	index: PlanIndex,
	wanted: readonly WantedSeat[],
	requests: readonly WantedSeat[]
): void {
	state.recording = true;
	for (const seat of wanted) {
		const option = optionOf(state, index, seat);
		const benefit = requests.includes(seat) ? REQUEST_BENEFIT : SEAT_BENEFIT;
		if (option !== NONE && state.sessionOf[option] === NONE) grantSeat(state, option, benefit);
	}
	const { options, optionMust, optionNeeds, optionOwed } = state.instance;
	for (let j = 0; j < options; j++) {
		const due =
			optionMust[j] === 1 ||
			optionOwed[j] !== NONE ||
			optionNeeds.start[j] !== optionNeeds.start[j + 1];
		if (due && state.sessionOf[j] === NONE) grantSeat(state, j, 0);
	}
}

/** What a requested seat is worth: about three changed seats, so one other learner may make way. */
const REQUEST_BENEFIT = 20_000;
/** What keeping a published one is worth: the learner's own slots may change for it, nobody else's. */
const SEAT_BENEFIT = 9_000;

/** Better groups or comfort are no reason to move anybody now, not even to the room next door. */
const withoutTaste = (state: State): number =>
	state.cost -
	TASTE.reduce((sum, level) => sum + (state.levels[level] ?? 0) * (state.scale[level] ?? 0), 0);
const TASTE = [LEVELS.indexOf('groups'), LEVELS.indexOf('comfort')];

/** Moves of seats that only ever make the week better by the scale of repairs. */
function polish(state: State, random: Random, moves: number): void {
	for (let i = 0; i < moves && state.instance.options > 0; i++) {
		const before = withoutTaste(state);
		const done = OPERATORS[random.below(SEAT_OPERATORS)]?.move(state, random) ?? false;
		if (!done || state.undersized > 0 || withoutTaste(state) >= before) rollBack(state);
		state.trail.length = 0;
	}
}
