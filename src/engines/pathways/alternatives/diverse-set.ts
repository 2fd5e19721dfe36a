import { type Profile, differences, dimensions, requiredDifferences } from './profile.ts';

/** What the search sees of an opportunity. */
export interface Candidate {
	/** Whole points. */
	readonly score: number;
	readonly profile: Profile;
	/** It pays the strand that the set has to pay. */
	readonly pays: boolean;
}

export interface DiverseSet<C extends Candidate> {
	/** Best score first. */
	readonly chosen: readonly C[];
	/** Scores plus spread; what was maximised. */
	readonly total: number;
	/** No set of this size can exceed it; equals `total` when `optimal`. */
	readonly bound: number;
	/** The search was finished: nothing better exists, and no larger set. */
	readonly optimal: boolean;
	readonly steps: number;
}

export interface DiverseOptions {
	/** The most to choose. */
	readonly size: number;
	/** Points per difference beyond the required two, per pair. */
	readonly spread: number;
	/** At least one of the set has to pay. */
	readonly mustPay: boolean;
	/** Steps per set size after which the best found so far is taken. */
	readonly budget: number;
}

/**
 * The best set in which every pair differs in at least two dimensions: first as many as `size`
 * allows, then the most points (scores, and `spread` for each further difference of a pair).
 *
 * Exact by branch and bound (Land & Doig 1960): picking one by one would miss sets in which the second
 * best of two lets three others in. Only the best of each profile and way of paying can be in an optimal
 * set, so the search runs over profiles, not opportunities. Candidates of equal score are taken in the
 * order given.
 */
export function chooseDiverse<C extends Candidate>(
	candidates: readonly C[],
	options: DiverseOptions
): DiverseSet<C> {
	const pool = bestOfEachProfile(candidates);
	let steps = 0;
	let proven = true;
	for (let size = Math.min(options.size, pool.length); size > 0; size--) {
		const search = searchSets(pool, size, options);
		steps += search.steps;
		proven &&= search.finished;
		if (!search.best) continue;
		const { total } = search.best;
		const chosen = search.best.chosen.toSorted((a, b) => b.score - a.score);
		const bound = search.finished ? total : upperBound(pool, size, options.spread);
		return { chosen, total, bound, optimal: proven, steps };
	}
	return { chosen: [], total: 0, bound: 0, optimal: proven, steps };
}

interface Entry<C> {
	readonly candidate: C;
	/** Points it adds to what is picked so far. */
	readonly gain: number;
}

interface Found<C> {
	readonly chosen: readonly C[];
	readonly total: number;
}

function searchSets<C extends Candidate>(
	pool: readonly Entry<C>[],
	size: number,
	{ spread, mustPay, budget }: DiverseOptions
) {
	let best: Found<C> | undefined;
	let steps = 0;
	function extend(open: readonly Entry<C>[], picked: readonly C[], total: number): void {
		const left = size - picked.length;
		if (left === 0) {
			if (!best || total > best.total) best = { chosen: picked, total };
			return;
		}
		const owing = mustPay && !picked.some((c) => c.pays);
		for (const [at, entry] of open.entries()) {
			if (open.length - at < left || steps >= budget) return;
			// Gains fall along `open`, so no later start can do better either.
			if (best && total + upperBound(open.slice(at, at + left), left, spread) <= best.total) return;
			if (owing && left === 1 && !entry.candidate.pays) continue;
			steps += 1;
			const rest = compatible(open.slice(at + 1), entry.candidate, spread);
			extend(rest, [...picked, entry.candidate], total + entry.gain);
		}
	}
	extend(pool, [], 0);
	return { best, steps, finished: steps < budget };
}

/** The first `count` gains, and the most that the pairs among them could add. */
function upperBound(open: readonly Entry<unknown>[], count: number, spread: number): number {
	const pairs = (count * (count - 1)) / 2;
	const most = (dimensions.length - requiredDifferences) * spread;
	return open.slice(0, count).reduce((sum, e) => sum + e.gain, 0) + pairs * most;
}

/** What may still join after `pick`, each with the spread it would add, largest gain first. */
function compatible<C extends Candidate>(
	open: readonly Entry<C>[],
	pick: C,
	spread: number
): readonly Entry<C>[] {
	const kept: Entry<C>[] = [];
	for (const { candidate, gain } of open) {
		const extra = differences(candidate.profile, pick.profile).length - requiredDifferences;
		if (extra >= 0) kept.push({ candidate, gain: gain + extra * spread });
	}
	return kept.sort((a, b) => b.gain - a.gain);
}

function bestOfEachProfile<C extends Candidate>(candidates: readonly C[]): readonly Entry<C>[] {
	const best = new Map<string, C>();
	for (const candidate of candidates) {
		const key = JSON.stringify([dimensions.map((d) => candidate.profile[d]), candidate.pays]);
		const known = best.get(key);
		if (!known || candidate.score > known.score) best.set(key, candidate);
	}
	return [...best.values()]
		.map((candidate) => ({ candidate, gain: candidate.score }))
		.sort((a, b) => b.gain - a.gain);
}
