import { expect, test } from 'vitest';
import { createRandom } from '#engines/kernel/index.ts';
import { indexGraph } from '../graph/prerequisite-graph.ts';
import { countCrossings, reduceCrossings } from './crossings.ts';
import { type Layers, essentialEdges, layersOf } from './layers.ts';
import { assignRanks } from './ranks.ts';

/** A progression: each outcome after the first stands on one or two of the eight before it. */
function progression(count: number, seed: number): Layers {
	const random = createRandom(seed);
	const outcomes = Array.from({ length: count }, (_, at) => ({ id: `o${at}`, strandId: '' }));
	const precedes = outcomes.slice(1).flatMap(({ id }, at) =>
		Array.from({ length: 1 + random.below(2) }, () => ({
			from: `o${Math.max(0, at - random.below(8))}`,
			to: id
		}))
	);
	const index = indexGraph({ outcomes, precedes });
	const ranks = assignRanks(index, { spanOf: () => 1, breadth: 6 });
	return layersOf(index, essentialEdges(index), ranks);
}

test('over 40 progressions of 40, far fewer crossings than in the given order, and never more', () => {
	let [before, after] = [0, 0];
	for (let seed = 1; seed <= 40; seed++) {
		const layers = progression(40, seed);
		const start = countCrossings(layers);
		const left = reduceCrossings(layers, { steps: 0 });
		expect(left).toBe(countCrossings(layers));
		expect(left).toBeLessThanOrEqual(start);
		[before, after] = [before + start, after + left];
	}
	expect(after / before).toBeLessThan(0.25);
});

test('on tiny graphs it is within one crossing of the best of all orders, and mostly the best', () => {
	let optimal = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const layers = progression(8, seed);
		const best = fewestByBruteForce(layers);
		const left = reduceCrossings(layers, { steps: 0 });
		expect(left - best).toBeLessThanOrEqual(1);
		optimal += Number(left === best);
	}
	expect(optimal).toBeGreaterThanOrEqual(57);
});

test('the count agrees with comparing every pair of links', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const layers = progression(30, seed);
		expect(countCrossings(layers)).toBe(pairwise(layers));
	}
});

function pairwise({ ranks, ahead }: Layers): number {
	let count = 0;
	for (const [at, rank] of ranks.entries()) {
		const next = ranks[at + 1] ?? [];
		const links = rank.flatMap((v, x) =>
			(ahead[v] ?? []).map((w) => [x, next.indexOf(w)] as const)
		);
		for (const [i, [a, b]] of links.entries()) {
			for (const [c, d] of links.slice(i + 1)) count += Number((a - c) * (b - d) < 0);
		}
	}
	return count;
}

/** Tries every order of every rank; ranks here hold few vertices. */
function fewestByBruteForce(layers: Layers): number {
	const given = layers.ranks.map((rank) => rank.slice());
	let best = Infinity;
	const tryRank = (at: number) => {
		const rank = given[at];
		if (!rank) {
			best = Math.min(best, pairwise(layers));
			return;
		}
		for (const order of permutations(rank)) {
			layers.ranks[at] = order;
			tryRank(at + 1);
			if (best === 0) break;
		}
	};
	tryRank(0);
	for (const [at, rank] of given.entries()) layers.ranks[at] = rank;
	return best;
}

function permutations(list: readonly number[]): number[][] {
	if (list.length < 2) return [[...list]];
	return list.flatMap((first, at) =>
		permutations(list.filter((_, i) => i !== at)).map((rest) => [first, ...rest])
	);
}
