import {
	boundSeats,
	fairnessOf,
	levelOf,
	LEVELS,
	polishSeats,
	score,
	SEARCH_SCALE,
	seatCost,
	solve,
	validate,
	type Fairness,
	type LinearSolver,
	type SolveOptions,
	type WeekPlan,
	type WeekProblem
} from '../../src/engines/organiser/index.ts';
import { greatestTotal } from './baselines/greatest-total.ts';
import { plainAnnealing } from './baselines/plain-annealing.ts';
import { firstComeFirstServed, randomSerialDictatorship } from './baselines/sign-up.ts';

/** What one method made of one week. */
export interface Measured {
	readonly method: string;
	readonly plan: WeekPlan;
	/** CPU-seconds of this process, so that a busy machine counts less. */
	readonly seconds: number;
	readonly violations: number;
	readonly levels: readonly number[];
	readonly cost: number;
	readonly fairness: Fairness;
}

export const cpuSeconds = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};

function measure(method: string, problem: WeekProblem, make: () => WeekPlan): Measured {
	const start = cpuSeconds();
	const plan = make();
	const seconds = cpuSeconds() - start;
	const { levels } = score(problem, plan);
	return {
		method,
		plan,
		seconds,
		violations: validate(problem, plan).length,
		levels,
		cost: seatCost(levels, SEARCH_SCALE),
		fairness: fairnessOf(problem, plan)
	};
}

function solved(problem: WeekProblem, options: SolveOptions): WeekPlan {
	const result = solve(problem, options);
	if (!result.ok) throw new Error(result.faults.map(({ code, at }) => `${code} ${at}`).join());
	return result.plan;
}

/** The engine's first complete week: the run is stopped before its first move. */
export const firstWeek = (problem: WeekProblem, seed: number): Measured =>
	measure('first complete week', problem, () =>
		solved(problem, { seed, budget: { moves: 1 }, shouldStop: () => true })
	);

export const ourWeek = (problem: WeekProblem, seed: number, moves: number): Measured =>
	measure('Locus', problem, () => solved(problem, { seed, budget: { moves } }));

/** The simple methods, all in the sections of `first`, which were opened by demand. */
export function signUps(problem: WeekProblem, first: WeekPlan, seed: number): readonly Measured[] {
	return [
		measure('first come first served', problem, () => firstComeFirstServed(problem, first)),
		measure('random serial dictatorship', problem, () =>
			randomSerialDictatorship(problem, first, seed)
		)
	];
}

export const plain = (problem: WeekProblem, first: WeekPlan, seed: number, moves: number) =>
	measure('plain annealing', problem, () => plainAnnealing(problem, first, { seed, moves }));

/** All seats anew by HiGHS in the sections of a plan; the plan itself where that finds nothing better. */
export const withHighs = (
	problem: WeekProblem,
	sections: WeekPlan,
	solver: LinearSolver,
	seconds: number,
	method = 'HiGHS, sections fixed'
) => measure(method, problem, () => polishSeats(problem, sections, solver, { seconds }));

export const total = (
	problem: WeekProblem,
	solver: LinearSolver,
	options: { readonly seed: number; readonly moves: number; readonly seconds: number }
) => measure('greatest total', problem, () => greatestTotal(problem, solver, options));

/** How far the seats of a plan are from the best seats in its sections. */
export interface Gap {
	/** 0 = proven optimal; a share of the bound. `undefined`: no bound in the time given. */
	readonly share: number | undefined;
	/** The same as seat cost. */
	readonly above: number | undefined;
	/** Whether the bound is the optimum of whole seats, or of the relaxed model. */
	readonly exact: boolean;
}

/** First the exact model; where time runs out the relaxed one. */
export function gapOf(
	problem: WeekProblem,
	plan: WeekPlan,
	solver: LinearSolver,
	options: { readonly seconds: number; readonly exactUpTo: number }
): Gap {
	const { seconds } = options;
	if (problem.learners.length <= options.exactUpTo) {
		const exact = boundSeats(problem, plan, solver, { seconds, relax: false });
		if (exact.bound !== undefined) return { ...distance(exact), exact: true };
	}
	const relaxed = boundSeats(problem, plan, solver, { seconds, relax: true });
	return { ...distance(relaxed), exact: false };
}

function distance({ cost, bound }: { cost: number; bound: number | undefined }) {
	if (bound === undefined) return { share: undefined, above: undefined };
	const above = Math.max(0, cost - bound);
	return { share: above / Math.max(1, bound), above };
}

/** Levels of what must not be missing: places, minutes owed, needs. */
const HARD_LEVELS = LEVELS.slice(0, 3);

/** The levels of what must not be missing, as `complete/entitlement/needs`. */
export const missing = (measured: Measured): string =>
	HARD_LEVELS.map((level) => levelOf(measured, level)).join('/');
