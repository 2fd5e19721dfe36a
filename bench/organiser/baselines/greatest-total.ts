import { compile } from '../../../src/engines/organiser/compile.ts';
import {
	solve,
	validate,
	type LinearSolver,
	type WeekPlan,
	type WeekProblem
} from '../../../src/engines/organiser/index.ts';
import { loadPlan, toPlan } from '../../../src/engines/organiser/plan-state.ts';
import { seatAsSolved } from '../../../src/engines/organiser/polish.ts';
import { seatModel } from '../../../src/engines/organiser/seat-model.ts';
import { createState } from '../../../src/engines/organiser/state.ts';

/**
 * The greatest total satisfaction, whoever gets it: the engine's search for sections without the
 * level of the worst-off, then the best seats in them by HiGHS. What Locus has less is the price of fairness.
 */
export function greatestTotal(
	problem: WeekProblem,
	solver: LinearSolver,
	options: { readonly seed: number; readonly moves: number; readonly seconds: number }
): WeekPlan {
	const blind = { ...problem, weights: { ...problem.weights, worstOff: 0 } };
	const found = solve(blind, { seed: options.seed, budget: { moves: options.moves } });
	if (!found.ok) throw new Error(found.faults.map(({ code, at }) => `${code} ${at}`).join());
	return greatestTotalIn(problem, found.plan, solver, options.seconds);
}

/** The greatest total in the sections of a plan; the plan itself where HiGHS has no answer in time. */
export function greatestTotalIn(
	problem: WeekProblem,
	plan: WeekPlan,
	solver: LinearSolver,
	seconds: number
): WeekPlan {
	const state = createState(compile(problem));
	loadPlan(state, plan);
	const model = seatModel(state, 'total');
	const solution = solver.solve(model.text, { seconds, relax: false });
	if (solution === undefined) return plan;
	seatAsSolved(state, model, solution);
	const best = toPlan(state);
	return validate(problem, best).length === 0 ? best : plan;
}
