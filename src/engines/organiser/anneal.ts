import type { Random } from '../kernel/index.ts';
import { keepIfBetter, type Best } from './best.ts';
import { drawOperator, learnShares, OPERATORS, type Shares } from './operators.ts';
import { rollBack } from './primitives.ts';
import { restore, sortMembers } from './restore.ts';
import type { State } from './state.ts';

/** Where a run stands; plain numbers, saved in a snapshot. */
export interface Walk {
	moves: number;
	/** Round of the schedule: 0, 1, 2; each starts from the best plan, less hot than the last. */
	round: number;
}

export interface AnnealOptions {
	/** Share of the budget used, 0 .. 1; at 1 the walk ends. */
	readonly spent: (moves: number) => number;
	/** Called at each checkpoint; `false` ends the walk. */
	readonly checkpoint: (walk: Walk) => boolean;
	/** Moves between checkpoints. */
	readonly every: number;
	readonly hottest: number;
	readonly coldest: number;
}

/** Moves between two looks at the budget and at the best plan. */
const STRIDE = 128;

/** When each round of the schedule starts, in shares of the budget, and how hot. */
const ROUNDS = [
	{ from: 0, heat: 1 },
	{ from: 0.6, heat: 0.25 },
	{ from: 0.85, heat: 0.06 }
] as const;

/** Round and temperature at a share of the budget: geometric cooling within each round. */
export function schedule(
	spent: number,
	hottest: number,
	coldest: number
): { round: number; temperature: number } {
	let round = 0;
	while (round + 1 < ROUNDS.length && spent >= (ROUNDS[round + 1]?.from ?? 1)) round++;
	const from = ROUNDS[round]?.from ?? 0;
	const to = ROUNDS[round + 1]?.from ?? 1;
	const start = Math.max(coldest, hottest * (ROUNDS[round]?.heat ?? 1));
	const fraction = Math.min(1, (spent - from) / (to - from));
	return { round, temperature: start * (coldest / start) ** fraction };
}

/**
 * Simulated annealing over sections and seats inside feasible space, with reheats from the best
 * plan. Deterministic for a given `random`, `spent` and state; leaves the last state, fills `best`.
 */
export function anneal(
	state: State,
	random: Random,
	best: Best,
	shares: Shares,
	walk: Walk,
	options: AnnealOptions
): void {
	state.recording = true;
	for (;;) {
		const spent = options.spent(walk.moves);
		if (spent >= 1) break;
		const { round, temperature } = schedule(spent, options.hottest, options.coldest);
		if (round !== walk.round) startRound(state, best, walk, round);
		for (let i = 0; i < STRIDE; i++) step(state, random, shares, temperature);
		walk.moves += STRIDE;
		keepIfBetter(best, state);
		if (walk.moves % options.every < STRIDE) {
			sortMembers(state);
			learnShares(shares);
			if (!options.checkpoint(walk)) break;
		}
	}
	state.recording = false;
}

function startRound(state: State, best: Best, walk: Walk, round: number): void {
	walk.round = round;
	restore(state, best);
	sortMembers(state);
}

/** One move: tried, then kept or taken back exactly. */
function step(state: State, random: Random, shares: Shares, temperature: number): void {
	const chosen = drawOperator(shares, random);
	const before = state.cost;
	shares.tried[chosen] = (shares.tried[chosen] ?? 0) + 1;
	const done = OPERATORS[chosen]?.move(state, random) ?? false;
	const change = state.cost - before;
	const keep = done && state.undersized === 0 && accepts(change, temperature, random);
	if (!keep) rollBack(state);
	else if (change < 0) shares.gained[chosen] = (shares.gained[chosen] ?? 0) + 1;
	state.trail.length = 0;
}

function accepts(change: number, temperature: number, random: Random): boolean {
	return change <= 0 || random.next() < Math.exp(-change / temperature);
}
