import { createRandom, type Random } from '../kernel/index.ts';
import { checkProblem, type ProblemFault } from './check-problem.ts';
import { compile } from './compile.ts';
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
import { score, type Score } from './score.ts';
import { createState, type Scale, type State } from './state.ts';

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

/** In a repair a changed seat outweighs wishes; only musts, entitlement and needs outweigh it. */
export const REPAIR_SCALE: Scale = Float64Array.from([
	10_000_000, 2_000, 20_000, 0.5, 200, 100, 50, 25, 1, 1, 300
]);

/**
 * Repairs a published plan after something changed (`problem` is the changed problem): what still
 * holds stays, a section that lost its adult or room gets another one or another slot, each learner
 * who lost a seat is looked after by the shortest chain, and nothing else moves.
 */
export function repair(
	problem: WeekProblem,
	published: WeekPlan,
	options: RepairOptions
): RepairResult {
	const faults = checkProblem(problem);
	if (faults.length > 0) return { ok: false, faults };
	const kept = seatsOf(published);
	const changed = { ...problem, published, kept };
	const state = createState(compile(changed), REPAIR_SCALE);
	const index = indexPlan(state);
	const random = createRandom(options.seed);
	const lost = loadPlan(state, published);
	// An adult or room of a frozen slot may still be replaced; its learners stay where they are.
	const homeless = lost.filter((one) => !reopenInPlace(state, index, one));
	for (const id of options.frozen ?? []) state.frozen[index.slots.get(id) ?? NONE] = 1;
	state.recording = true;
	for (const one of homeless) reopenElsewhere(state, index, one);
	holdPins(state);
	const wanted = wantedSeats(published, options);
	lookAfterAll(state, index, wanted);
	polish(state, random, options.moves ?? 2_000);
	closeUndersized(state);
	lookAfterAll(state, index, wanted);
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

/** Same slot, another adult or room. */
function reopenInPlace(
	state: State,
	index: PlanIndex,
	{ session, planned }: LoadedSession
): boolean {
	const slot = index.slots.get(planned.slot) ?? NONE;
	const adult = index.adults.get(planned.adult ?? '') ?? NONE;
	if (slot === NONE || state.slotOf[session] !== NONE) return false;
	if (!openSection(state, session, slot, adult)) return false;
	seatPlanned(state, index, session, planned);
	return true;
}

/** The slot in which a section without a place costs least, if that is better than to close it. */
function reopenElsewhere(state: State, index: PlanIndex, one: LoadedSession): void {
	let [best, least] = [NONE, state.cost];
	for (let slot = 0; slot < state.instance.slots; slot++) {
		const size = tryOpen(state, index, one, slot);
		if (size > 0 && state.cost < least) [best, least] = [slot, state.cost];
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
function lookAfterAll(state: State, index: PlanIndex, wanted: readonly WantedSeat[]): void {
	state.recording = true;
	for (const seat of wanted) {
		const option = optionOf(state, index, seat);
		if (option !== NONE && state.sessionOf[option] === NONE) grantSeat(state, option, SEAT_BENEFIT);
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

/** What keeping a published or giving a requested seat is worth: about three changed seats. */
const SEAT_BENEFIT = 2_000;

/** Moves of seats that only ever make the week better by the scale of repairs. */
function polish(state: State, random: Random, moves: number): void {
	for (let i = 0; i < moves && state.instance.options > 0; i++) {
		const before = state.cost;
		const done = OPERATORS[random.below(SEAT_OPERATORS)]?.move(state, random) ?? false;
		if (!done || state.undersized > 0 || state.cost >= before) rollBack(state);
		state.trail.length = 0;
	}
}
