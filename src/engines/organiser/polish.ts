import { compile } from './compile.ts';
import type { LinearSolution, LinearSolver } from './linear.ts';
import { clearPlan, loadPlan, membersOf, toPlan } from './plan-state.ts';
import { seat, unseat } from './primitives.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';
import { maySeat } from './rules.ts';
import { compareLevels, score } from './score.ts';
import { seatCost, seatModel, type SeatModel } from './seat-model.ts';
import { createState, SEARCH_SCALE, type State } from './state.ts';
import { validate } from './validate.ts';

/** What the linear solver says about the seats of a plan whose sections stay. */
export interface SeatBound {
	/** Seat cost of the plan (see `seatCost`). */
	readonly cost: number;
	/** No seats in these sections can cost less; `undefined` where the solver gave no answer. */
	readonly bound: number | undefined;
	/** `true` where the bound is the proven optimum of whole seats. */
	readonly exact: boolean;
}

function stateOf(problem: WeekProblem, plan: WeekPlan): State {
	const state = createState(compile(problem));
	loadPlan(state, plan);
	return state;
}

/** A lower bound of the seat cost with the plan's sections fixed. */
export function boundSeats(
	problem: WeekProblem,
	plan: WeekPlan,
	solver: LinearSolver,
	options: { readonly seconds: number; readonly relax: boolean }
): SeatBound {
	const state = stateOf(problem, plan);
	const model = seatModel(state);
	const solution = solver.solve(model.text, options);
	const cost = seatCost(state.levels, SEARCH_SCALE);
	if (solution === undefined || !solution.optimal) return { cost, bound: undefined, exact: false };
	return { cost, bound: solution.objective + model.constant, exact: !options.relax };
}

/**
 * Seats everybody anew, exactly, in the plan's sections; returns the better of both plans by the
 * levels, never an invalid one.
 */
export function polishSeats(
	problem: WeekProblem,
	plan: WeekPlan,
	solver: LinearSolver,
	options: { readonly seconds: number }
): WeekPlan {
	const state = stateOf(problem, plan);
	const model = seatModel(state);
	const solution = solver.solve(model.text, { ...options, relax: false });
	if (solution === undefined) return plan;
	seatAsSolved(state, model, solution);
	const polished = toPlan(state);
	clearPlan(state);
	const better =
		compareLevels(score(problem, polished).levels, score(problem, plan).levels) < 0 &&
		validate(problem, polished).length === 0;
	return better ? polished : plan;
}

/** Gives everybody the seats of a solution, and nobody any other. */
export function seatAsSolved(state: State, model: SeatModel, solution: LinearSolution): void {
	for (let k = 0; k < state.instance.sessions; k++)
		for (const option of membersOf(state, k)) unseat(state, option);
	for (const { name, option, session } of model.seats)
		if (solution.value(name) > 0.5 && maySeat(state, option, session)) seat(state, option, session);
}
