import { CRITERIA, CRITERION_NAMES, LEVELS, worstOffCost, type CriterionName } from './criteria.ts';
import { NONE, type Instance } from './instance.ts';

/** How much one unit of each level weighs in the one number the search walks on. */
export type Scale = Float64Array;

/**
 * Default scale, by level. Higher levels are far enough apart that a typical gain above outweighs
 * typical losses below; the best plan itself is kept by exact comparison of the levels.
 */
export const SEARCH_SCALE: Scale = Float64Array.from([
	10_000_000, 4_000, 40_000, 8, 1_600, 800, 400, 200, 12, 6, 6
]);

/** The operations that the trail can take back. */
export const OP = { seat: 0, unseat: 1, place: 2, lift: 3, room: 4, adult: 5 } as const;

/** Criterion index by name: `C.moves` is where its weight stands in `Instance.weights`. */
// SAFETY: built from every criterion name.
export const C = Object.fromEntries(CRITERION_NAMES.map((name, i) => [name, i])) as Record<
	CriterionName,
	number
>;

/** Level index by criterion index. */
export const LEVEL_OF = Int32Array.from(CRITERION_NAMES, (name) =>
	LEVELS.indexOf(CRITERIA[name].level)
);

/** One position of the search: a plan in numbers, its exact cost, and the trail to go back. */
export interface State {
	readonly instance: Instance;
	readonly scale: Scale;
	/** By session; NONE where closed or not needed. */
	readonly slotOf: Int32Array;
	readonly roomOf: Int32Array;
	readonly adultOf: Int32Array;
	readonly size: Int32Array;
	/** Options seated in session k: `members[memberStart[k] ..][0 .. size[k])`. */
	readonly memberStart: Int32Array;
	readonly members: Int32Array;
	readonly memberAt: Int32Array;
	/** Session by option, or NONE. */
	readonly sessionOf: Int32Array;
	/** learners x slots: option seated there, or NONE. */
	readonly seatAt: Int32Array;
	/** rooms x slots and adults x slots: session there, or NONE. */
	readonly roomAt: Int32Array;
	readonly adultAt: Int32Array;
	readonly adultLoad: Int32Array;
	readonly idle: Int32Array;
	readonly needCover: Int32Array;
	readonly owedGiven: Int32Array;
	readonly got: Int32Array;
	readonly dayMask: Uint16Array;
	readonly standingSum: Int32Array;
	readonly standingSquares: Int32Array;
	readonly shared: Int32Array;
	/** By slot: sessions that nobody could take over; by adult: free, or free to be (see `cover.ts`). */
	readonly uncovered: Int32Array;
	readonly relieved: Uint8Array;
	/** 1 where nothing may change (repair after publishing). */
	readonly frozen: Uint8Array;
	readonly levels: Float64Array;
	cost: number;
	money: number;
	adultMinutes: number;
	/** Learners missing to the minimum size, over open sections that are not pinned. */
	undersized: number;
	readonly trail: number[];
	/** While false, primitives leave no trail (building, loading). */
	recording: boolean;
}

/** A state with every section closed and everybody in study. */
export function createState(instance: Instance, scale: Scale = SEARCH_SCALE): State {
	const { sessions, options, learners, slots, rooms, adults } = instance;
	const none = (length: number) => new Int32Array(length).fill(NONE);
	const memberStart = new Int32Array(sessions + 1);
	for (let k = 0; k < sessions; k++) {
		const offer = instance.sessionOffer[k] ?? 0;
		const wanted =
			(instance.offerOptions.start[offer + 1] ?? 0) - (instance.offerOptions.start[offer] ?? 0);
		const most = Math.min(instance.offerMaximum[offer] ?? 0, wanted);
		memberStart[k + 1] = (memberStart[k] ?? 0) + most;
	}
	const state: State = {
		instance,
		scale,
		slotOf: none(sessions),
		roomOf: none(sessions),
		adultOf: none(sessions),
		size: new Int32Array(sessions),
		memberStart,
		members: new Int32Array(memberStart[sessions] ?? 0),
		memberAt: new Int32Array(options),
		sessionOf: none(options),
		seatAt: none(learners * slots),
		roomAt: none(rooms * slots),
		adultAt: none(adults * slots),
		adultLoad: new Int32Array(adults),
		idle: new Int32Array(slots),
		needCover: new Int32Array(instance.needWeight.length),
		owedGiven: new Int32Array(instance.owedMinutes.length),
		got: new Int32Array(learners),
		dayMask: new Uint16Array(learners * instance.days),
		standingSum: new Int32Array(sessions),
		standingSquares: new Int32Array(sessions),
		shared: new Int32Array(instance.pairs),
		uncovered: new Int32Array(slots),
		relieved: new Uint8Array(adults),
		frozen: new Uint8Array(slots),
		levels: new Float64Array(LEVELS.length),
		cost: 0,
		money: 0,
		adultMinutes: 0,
		undersized: 0,
		trail: [],
		recording: false
	};
	chargeEmptyWeek(state);
	return state;
}

/** Adds `units` of a criterion to the exact levels and to the search cost. */
export function charge(state: State, criterion: number, units: number): void {
	if (units === 0) return;
	const level = LEVEL_OF[criterion] ?? 0;
	const weighted = units * (state.instance.weights[criterion] ?? 0);
	state.levels[level] = (state.levels[level] ?? 0) + weighted;
	state.cost += weighted * (state.scale[level] ?? 0);
}

/** Criterion of an unmet choice, by rank. */
export function choiceCriterion(rank: number): number {
	if (rank === 1) return C.firstChoices;
	if (rank === 2) return C.secondChoices;
	return rank === 3 ? C.thirdChoices : C.laterChoices;
}

function chargeEmptyWeek(state: State): void {
	const { instance } = state;
	for (let j = 0; j < instance.options; j++) {
		const rank = instance.optionRank[j] ?? 0;
		if (rank > 0) charge(state, choiceCriterion(rank), 1);
		charge(state, C.mustsMissed, instance.optionMust[j] ?? 0);
	}
	charge(
		state,
		C.needsUnmet,
		instance.needWeight.reduce((a, b) => a + b, 0)
	);
	charge(
		state,
		C.minutesMissing,
		instance.owedMinutes.reduce((a, b) => a + b, 0)
	);
	for (let l = 0; l < instance.learners; l++)
		charge(state, C.worstOff, worstOffCost(instance.alone[l] ?? 0, 0, instance.credit[l] ?? 0));
	for (let s = 0; s < instance.slots; s++) {
		let idle = 0;
		for (let l = 0; l < instance.learners; l++)
			idle += 1 - (instance.away[l * instance.slots + s] ?? 0);
		state.idle[s] = idle;
		charge(state, C.studyOverflow, Math.max(0, idle - (instance.studySeats[s] ?? 0)));
	}
	charge(
		state,
		C.pinsMissed,
		instance.pinSlot.reduce((sum, s) => sum + (s === NONE ? 0 : 1), 0)
	);
	charge(state, C.company, instance.pairs);
	charge(state, C.sessionsChanged, instance.publishedSessions);
	charge(state, C.habitsBroken, instance.habits);
	charge(
		state,
		C.seatsChanged,
		instance.publishedOffer.reduce((n, o) => n + (o === NONE ? 0 : 1), 0)
	);
}
