import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Beliefs } from '../learner.ts';
import { aBelief } from '../testing.ts';
import { beliefIn, likelyFrom, pathTo } from './fringe.ts';
import { type PrerequisiteGraph, indexGraph } from './prerequisite-graph.ts';

const cases = fc.integer({ min: 1, max: 8 }).chain((count) =>
	fc.record({
		graph: fc
			.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 12 })
			.map((edges): PrerequisiteGraph => ({
				outcomes: Array.from({ length: count }, (_, at) => ({ id: `o${at}`, strandId: 's' })),
				precedes: edges.map(([from, to]) => ({ from: `o${from}`, to: `o${to}` }))
			})),
		beliefs: fc
			.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: count, maxLength: count })
			.map((list): Beliefs => new Map(list.map((p, at) => [`o${at}`, aBelief(p)])))
	})
);

test('a path is the smallest set after which nothing missing is needed for anything in it', () => {
	fc.assert(
		fc.property(cases, ({ graph, beliefs }) => {
			const index = indexGraph(graph);
			const missing = (id: string) => beliefIn(beliefs, id).probability < likelyFrom;
			const isClosed = (set: readonly string[]) =>
				set.every((id) => index.before(id).every((b) => !missing(b) || set.includes(b)));
			const path = pathTo(graph, beliefs, 'o0');
			if (!missing('o0')) {
				expect(path).toEqual([]);
				return;
			}
			expect(path.at(-1)).toBe('o0');
			expect(isClosed(path)).toBe(true);
			expect(path.length).toBe(smallestClosed(index.order, 'o0', isClosed));
			expect(path).toEqual(index.order.filter((id) => path.includes(id)));
		})
	);
});

/** Size of the smallest set with the target in it that is closed, over all subsets. */
function smallestClosed(
	ids: readonly string[],
	target: string,
	isClosed: (set: readonly string[]) => boolean
): number {
	let least = Infinity;
	for (let mask = 1; mask < 1 << ids.length; mask++) {
		const set = ids.filter((_, at) => mask & (1 << at));
		if (set.includes(target) && isClosed(set)) least = Math.min(least, set.length);
	}
	return least;
}
