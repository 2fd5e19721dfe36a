import { convexDeficit, DEFICIT_SLOPES, DEFICIT_STEP } from './criteria.ts';
import { NONE } from './instance.ts';
import { LinearModel } from './linear.ts';
import { capacity } from './rules.ts';
import { C, choiceCriterion, LEVEL_OF, type State } from './state.ts';

/*
 * With sections fixed, who sits where is an integer programme in seats. Its objective is the seat
 * cost: the levels from `complete` to the choices, weighted as in the search.
 */

export interface SeatModel {
	readonly text: string;
	/** Added to the objective it gives the seat cost. */
	readonly constant: number;
	/** Variables with the option and session they seat. */
	readonly seats: readonly {
		readonly name: string;
		readonly option: number;
		readonly session: number;
	}[];
}

/** Levels that a model of seats can hold. */
export const SEAT_LEVELS = 8;

/** The one named scalar of seat benchmarks: levels `complete` .. `later-choices`, as the search weighs them. */
export function seatCost(levels: ArrayLike<number>, scale: ArrayLike<number>): number {
	let cost = 0;
	for (let i = 0; i < SEAT_LEVELS; i++) cost += (levels[i] ?? 0) * (scale[i] ?? 0);
	return cost;
}

/**
 * What seats beyond musts, entitlement and needs are for: the levels as the search weighs them, or
 * the greatest sum of satisfactions, whoever gets them (to measure what fairness costs).
 */
export type SeatAim = 'levels' | 'total';

/** Builds the model for the open sections of a state; the seats it holds do not matter. */
export function seatModel(state: State, aim: SeatAim = 'levels'): SeatModel {
	const model = new LinearModel();
	const seats = seatVariables(state, model, aim);
	addLimits(state, model, seats);
	let constant = addNeeds(state, model, seats);
	if (aim === 'levels') constant += addDeficits(state, model, seats);
	addStudy(state, model, seats);
	return { text: model.text(), constant: constant + choicesConstant(state, aim), seats };
}

type Seats = SeatModel['seats'];

const price = (state: State, criterion: number): number =>
	(state.instance.weights[criterion] ?? 0) * (state.scale[LEVEL_OF[criterion] ?? 0] ?? 0);

function seatVariables(state: State, model: LinearModel, aim: SeatAim): Seats {
	const { instance } = state;
	const seats: { name: string; option: number; session: number }[] = [];
	for (let j = 0; j < instance.options; j++) {
		const offer = instance.optionOffer[j] ?? 0;
		const learner = instance.optionLearner[j] ?? 0;
		if (instance.optionAllowed[j] === 0) continue;
		for (let k = instance.offerFirst[offer] ?? 0; k < (instance.offerFirst[offer + 1] ?? 0); k++) {
			const slot = state.slotOf[k] ?? NONE;
			if (slot === NONE || instance.away[learner * instance.slots + slot] === 1) continue;
			const name = model.binary(`x${j}_${k}`, -gainOf(state, j, aim));
			seats.push({ name, option: j, session: k });
		}
	}
	return seats;
}

/** Linear part of what a seat is worth: the must, and the choice or its share of satisfaction. */
function gainOf(state: State, option: number, aim: SeatAim): number {
	const { optionRank, optionMust, optionPoints, optionLearner, alone } = state.instance;
	const must = (optionMust[option] ?? 0) * price(state, C.mustsMissed);
	const rank = optionRank[option] ?? 0;
	if (rank === 0) return must;
	if (aim === 'levels') return must + price(state, choiceCriterion(rank));
	const most = Math.max(1, alone[optionLearner[option] ?? 0] ?? 0);
	return must + (1000 * (optionPoints[option] ?? 0) * price(state, C.worstOff)) / most;
}

/** Cost of all musts and choices unmet, from which seats take away. */
function choicesConstant(state: State, aim: SeatAim): number {
	let sum = 0;
	for (let j = 0; j < state.instance.options; j++) sum += gainOf(state, j, aim);
	return sum;
}

function group(seats: Seats, key: (seat: Seats[number]) => number): ReadonlyMap<number, Seats> {
	return Map.groupBy(seats, key);
}

const ones = (seats: Seats) => seats.map(({ name }) => [1, name] as const);

function addLimits(state: State, model: LinearModel, seats: Seats): void {
	const { optionLearner, slots, offerMinimum, sessionOffer, pinSlot } = state.instance;
	const cell = (seat: Seats[number]) =>
		(optionLearner[seat.option] ?? 0) * slots + (state.slotOf[seat.session] ?? 0);
	for (const row of group(seats, cell).values()) if (row.length > 1) model.row(ones(row), '<=', 1);
	for (const row of group(seats, (seat) => seat.option).values())
		if (row.length > 1) model.row(ones(row), '<=', 1);
	for (const [session, row] of group(seats, (seat) => seat.session)) {
		model.row(ones(row), '<=', capacity(state, session));
		const least = offerMinimum[sessionOffer[session] ?? 0] ?? 0;
		if (pinSlot[session] === NONE) model.row(ones(row), '>=', least);
		addApart(state, model, row);
	}
}

function addApart(state: State, model: LinearModel, row: Seats): void {
	const { apart, optionLearner } = state.instance;
	const byLearner = new Map(row.map((seat) => [optionLearner[seat.option] ?? 0, seat.name]));
	for (const [learner, name] of byLearner)
		for (let i = apart.start[learner] ?? 0; i < (apart.start[learner + 1] ?? 0); i++) {
			const other = byLearner.get(apart.items[i] ?? 0);
			if (other !== undefined)
				model.row(
					[
						[1, name],
						[1, other]
					],
					'<=',
					1
				);
		}
}

/** Needs met by any of several seats, and minutes owed; both start as wholly missing. */
function addNeeds(state: State, model: LinearModel, seats: Seats): number {
	const { instance } = state;
	const needs = new Map<number, [number, string][]>();
	const owed = new Map<number, [number, string][]>();
	const add = (map: typeof needs, key: number, term: [number, string]) =>
		map.set(key, [...(map.get(key) ?? []), term]);
	for (const { name, option, session } of seats) {
		const { start, items } = instance.optionNeeds;
		for (let i = start[option] ?? 0; i < (start[option + 1] ?? 0); i++)
			add(needs, items[i] ?? 0, [1, name]);
		const row = instance.optionOwed[option] ?? NONE;
		if (row !== NONE) add(owed, row, [instance.slotMinutes[state.slotOf[session] ?? 0] ?? 0, name]);
	}
	let constant = 0;
	instance.needWeight.forEach((weight, n) => {
		const cost = weight * price(state, C.needsUnmet);
		const terms = needs.get(n);
		if (terms === undefined) constant += cost;
		else model.row([...terms, [1, model.positive(`n${n}`, cost, 1)]], '>=', 1);
	});
	instance.owedMinutes.forEach((minutes, row) => {
		const terms = owed.get(row);
		if (terms === undefined) constant += minutes * price(state, C.minutesMissing);
		else
			model.row(
				[...terms, [1, model.positive(`m${row}`, price(state, C.minutesMissing))]],
				'>=',
				minutes
			);
	});
	return constant;
}

/** The convex deficit in pieces: each piece is dearer than the one before, so they fill in order. */
function addDeficits(state: State, model: LinearModel, seats: Seats): number {
	const { instance } = state;
	let constant = 0;
	const mine = group(seats, (seat) => instance.optionLearner[seat.option] ?? 0);
	for (let l = 0; l < instance.learners; l++) {
		const [alone, credit] = [instance.alone[l] ?? 0, instance.credit[l] ?? 0];
		if (alone === 0) continue;
		constant -= convexDeficit(credit) * price(state, C.worstOff);
		const unit = Math.floor(1000 / alone);
		const pieces = DEFICIT_SLOPES.map((slope, i) => {
			const most = i === DEFICIT_SLOPES.length - 1 ? Infinity : DEFICIT_STEP;
			return [1, model.positive(`d${l}_${i}`, slope * price(state, C.worstOff), most)] as const;
		});
		const points = (mine.get(l) ?? [])
			.map(({ name, option }) => [unit * (instance.optionPoints[option] ?? 0), name] as const)
			.filter(([c]) => c > 0);
		model.row([...pieces, ...points], '>=', alone * unit + credit);
	}
	return constant;
}

/** Learners beyond the study seats of a slot. */
function addStudy(state: State, model: LinearModel, seats: Seats): void {
	const bySlot = group(seats, (seat) => state.slotOf[seat.session] ?? 0);
	for (let s = 0; s < state.instance.slots; s++) {
		let present = 0;
		for (let l = 0; l < state.instance.learners; l++)
			present += 1 - (state.instance.away[l * state.instance.slots + s] ?? 0);
		const over = present - (state.instance.studySeats[s] ?? 0);
		if (over <= 0) continue;
		const spill = model.positive(`s${s}`, price(state, C.studyOverflow));
		model.row([...ones(bySlot.get(s) ?? []), [1, spill]], '>=', over);
	}
}
