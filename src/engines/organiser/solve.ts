import { createRandom, type Random } from '../kernel/index.ts';
import { anneal, type Walk } from './anneal.ts';
import { createBest } from './best.ts';
import { checkProblem, type ProblemFault } from './check-problem.ts';
import { compile } from './compile.ts';
import { LEVELS } from './criteria.ts';
import { ejectMusts } from './eject.ts';
import { closeUndersized, greedy, seatLeftOver } from './greedy.ts';
import { KEPT, liftWorst } from './lift-worst.ts';
import { findPlaces } from './moves-study.ts';
import { createShares, OPERATORS, SEAT_OPERATORS } from './operators.ts';
import { loadPlan, toPlan } from './plan-state.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';
import { restore, sortMembers } from './restore.ts';
import { score, type Score } from './score.ts';
import { settleEnvy } from './settle-envy.ts';
import { bestPlan, takeSnapshot, type CurvePoint, type Run, type Snapshot } from './snapshot.ts';
import { createState, type State } from './state.ts';

export interface Progress extends CurvePoint {
	/** Share of the budget used, 0 .. 1. */
	readonly spent: number;
	/** The best plan so far, made when asked for. */
	readonly plan: () => WeekPlan;
	/** Everything needed to go on from here; plain JSON. */
	readonly snapshot: () => Snapshot;
}

/** How long to search: a number of moves, or a share of the caller's own budget (a clock). */
export type Budget = { readonly moves: number } | { readonly spent: () => number };

export interface SolveOptions {
	readonly seed: number;
	readonly budget: Budget;
	/** Asked at each checkpoint; `true` ends the run with the best plan. */
	readonly shouldStop?: () => boolean;
	readonly onProgress?: (progress: Progress) => void;
	/** Start from this plan (last week's) as far as it still holds. */
	readonly warmStart?: WeekPlan;
	/** Go on where a snapshot was taken; the problem must be the same. */
	readonly resume?: Snapshot;
	/** Leave sections, slots, rooms and adults of `warmStart` as they are; move seats only. */
	readonly sectionsFixed?: boolean;
	/** Moves between checkpoints, default 8,192. */
	readonly checkpointMoves?: number;
}

export type SolveResult =
	| {
			readonly ok: true;
			readonly plan: WeekPlan;
			readonly score: Score;
			readonly curve: readonly CurvePoint[];
			readonly snapshot: Snapshot;
	  }
	| { readonly ok: false; readonly faults: readonly ProblemFault[] };

/**
 * Finds a complete week and improves it until the budget is spent: greedy, tabu ejection of musts,
 * then annealing. Same problem, seed and move budget give the same plan bit for bit. Whatever is
 * infeasible is left out and counted in level `complete`; `findCauses` says why.
 */
export function solve(problem: WeekProblem, options: SolveOptions): SolveResult {
	const faults = checkProblem(problem);
	if (faults.length > 0) return { ok: false, faults };
	const run = startRun(problem, options);
	search(run, options);
	const plan = finished(run);
	return {
		ok: true,
		plan,
		score: score(problem, plan),
		curve: run.curve,
		snapshot: takeSnapshot(run)
	};
}

/** The best plan, with every seat given that is free, to those with the better claim. */
function finished(run: Run): WeekPlan {
	const state = createState(run.state.instance, run.state.scale);
	restore(state, run.best);
	state.recording = false;
	seatLeftOver(state);
	settleEnvy(state, LEVELS.length);
	liftWorst(state);
	settleEnvy(state, KEPT);
	seatLeftOver(state);
	return toPlan(state);
}

const EJECTION_ROUNDS = 2_000;
/** Most moves for places in the first week, and more by learner. */
const PLACE_TRIES = { least: 6_000, each: 20 };

function startRun(problem: WeekProblem, options: SolveOptions): Run {
	const state = createState(compile(problem));
	const { resume } = options;
	const random = createRandom(resume?.random ?? options.seed);
	const operators = options.sectionsFixed ? SEAT_OPERATORS : OPERATORS.length;
	if (resume === undefined) firstWeek(state, random, options);
	else loadPlan(state, resume.best);
	const best = createBest(state);
	if (resume !== undefined) restoreCurrent(state, resume.current);
	const walk = resume === undefined ? { moves: 0, round: 0 } : { ...resume.walk };
	const shares = resume === undefined ? createShares(operators) : structuredClone(resume.shares);
	return { state, random, best, shares, walk, curve: [...(resume?.curve ?? [])] };
}

function restoreCurrent(state: State, plan: WeekPlan): void {
	const empty = createState(state.instance, state.scale);
	loadPlan(empty, plan);
	restore(state, createBest(empty));
	sortMembers(state);
}

/** A first complete week: the warm start as far as it holds, then greedy and ejection. */
export function firstWeek(
	state: State,
	random: Random,
	options: { readonly warmStart?: WeekPlan; readonly sectionsFixed?: boolean }
): void {
	if (options.warmStart !== undefined) loadPlan(state, options.warmStart);
	if (options.sectionsFixed) seatLeftOver(state);
	else greedy(state);
	state.recording = true;
	ejectMusts(state, random, EJECTION_ROUNDS);
	state.recording = false;
	closeUndersized(state);
	seatLeftOver(state);
	if (!options.sectionsFixed)
		findPlaces(state, random, PLACE_TRIES.least + PLACE_TRIES.each * state.instance.learners);
	sortMembers(state);
}

/** Hot enough to give up a first choice now and then; cold enough to settle comfort. */
const HOTTEST = 1_500;
const COLDEST = 4;

function search(run: Run, options: SolveOptions): void {
	const { budget } = options;
	const spent = 'moves' in budget ? (moves: number) => moves / budget.moves : () => budget.spent();
	const report = (walk: Walk) => {
		run.curve.push({ moves: walk.moves, levels: [...run.best.levels] });
		options.onProgress?.(describe(run, spent(walk.moves)));
		return !(options.shouldStop?.() ?? false);
	};
	if (run.curve.length === 0 && !report(run.walk)) return;
	if (run.state.instance.options === 0) return;
	anneal(run.state, run.random, run.best, run.shares, run.walk, {
		spent,
		checkpoint: report,
		every: options.checkpointMoves ?? 8_192,
		hottest: HOTTEST,
		coldest: COLDEST
	});
}

function describe(run: Run, spent: number): Progress {
	return {
		moves: run.walk.moves,
		levels: [...run.best.levels],
		spent,
		plan: () => bestPlan(run),
		snapshot: () => takeSnapshot(run)
	};
}
