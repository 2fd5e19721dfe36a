import { NONE } from './instance.ts';
import { carryOut, chainsFor } from './repair-seats.ts';
import { rollBack } from './primitives.ts';
import type { State } from './state.ts';

/** Levels that a lift may not make worse: places, entitlement, needs, and the smooth worst-off. */
export const KEPT = 4;
/** Learners that are tried, worst first, before the week counts as settled. */
const TRIES = 200;

/** Points got of points alone, in per mille. */
function satisfaction(state: State, learner: number): number {
	const alone = state.instance.alone[learner] ?? 0;
	return alone > 0 ? ((state.got[learner] ?? 0) * 1000) / alone : 1000;
}

/**
 * After the smooth level: lifts the worst-off exactly. A learner gets a further wish where the level of
 * the worst-off is no worse for it and whoever makes way stays better off than the learner was;
 * later choices may pay. Each lift makes the sorted list of satisfactions greater, so it ends.
 */
export function liftWorst(state: State): void {
	state.recording = true;
	for (let tries = 0, at = 0; tries < TRIES; tries++) {
		const learner = worstFirst(state)[at];
		if (learner === undefined) break;
		at = liftOne(state, learner) ? 0 : at + 1;
	}
	state.recording = false;
}

function worstFirst(state: State): readonly number[] {
	const below = Array.from(state.got.keys()).filter((l) => satisfaction(state, l) < 1000);
	return below.sort((a, b) => satisfaction(state, a) - satisfaction(state, b) || a - b);
}

function liftOne(state: State, learner: number): boolean {
	const { optionStart, optionRank, optionAllowed } = state.instance;
	for (let j = optionStart[learner] ?? 0; j < (optionStart[learner + 1] ?? 0); j++) {
		if (optionRank[j] === 0 || optionAllowed[j] === 0 || state.sessionOf[j] !== NONE) continue;
		for (const chain of chainsFor(state, j)) {
			const before = satisfaction(state, learner);
			const levels = state.levels.slice(0, KEPT);
			const loose = state.undersized;
			const lifted =
				carryOut(state, j, chain) &&
				state.undersized <= loose &&
				levels.every((cost, level) => (state.levels[level] ?? 0) <= cost) &&
				satisfaction(state, learner) > before &&
				staysAbove(state, chain.pushed, before);
			if (!lifted) rollBack(state);
			state.trail.length = 0;
			if (lifted) return true;
		}
	}
	return false;
}

/** Whether the learner who makes way, if there is one, is better off than the other one was. */
function staysAbove(state: State, pushed: number, before: number): boolean {
	return pushed === NONE || satisfaction(state, state.instance.optionLearner[pushed] ?? 0) > before;
}
