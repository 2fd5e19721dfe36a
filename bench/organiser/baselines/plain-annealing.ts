import { createRandom, type Random } from '../../../src/engines/kernel/index.ts';
import { createBest, keepIfBetter } from '../../../src/engines/organiser/best.ts';
import { compile } from '../../../src/engines/organiser/compile.ts';
import type { WeekPlan, WeekProblem } from '../../../src/engines/organiser/index.ts';
import { OPERATORS, SEAT_OPERATORS } from '../../../src/engines/organiser/operators.ts';
import { loadPlan } from '../../../src/engines/organiser/plan-state.ts';
import { rollBack } from '../../../src/engines/organiser/primitives.ts';
import { bestPlan } from '../../../src/engines/organiser/snapshot.ts';
import { createState, type State } from '../../../src/engines/organiser/state.ts';

/** Temperatures of one geometric cooling, in search cost. */
const HOTTEST = 1_500;
const COLDEST = 4;

/**
 * Annealing as in a textbook: seats only, moves drawn evenly, one cooling, no reheat, no ejection, no
 * learnt shares, nothing settled afterwards. It shares the engine's moves and cost, so that what differs
 * is the method.
 */
export function plainAnnealing(
	problem: WeekProblem,
	sections: WeekPlan,
	options: { readonly seed: number; readonly moves: number }
): WeekPlan {
	const state = createState(compile(problem));
	loadPlan(state, sections);
	const best = createBest(state);
	const random = createRandom(options.seed);
	state.recording = true;
	for (let move = 0; move < options.moves && state.instance.options > 0; move++) {
		step(state, random, HOTTEST * (COLDEST / HOTTEST) ** (move / options.moves));
		if (move % 128 === 127) keepIfBetter(best, state);
	}
	return bestPlan({ state, best });
}

function step(state: State, random: Random, temperature: number): void {
	const before = state.cost;
	const done = OPERATORS[random.below(SEAT_OPERATORS)]?.move(state, random) ?? false;
	const change = state.cost - before;
	const accepted = change <= 0 || random.next() < Math.exp(-change / temperature);
	if (!done || state.undersized > 0 || !accepted) rollBack(state);
	state.trail.length = 0;
}
