import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles, strongComponents } from './find-cycles.ts';

const graph = (size: number) =>
	fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 4 }), {
		minLength: size,
		maxLength: size
	});

function reach(successors: readonly (readonly number[])[], from: number): ReadonlySet<number> {
	const seen = new Set<number>();
	const queue = [...(successors[from] ?? [])];
	for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		queue.push(...(successors[node] ?? []));
	}
	return seen;
}

test('components are the classes of mutual reach', () => {
	fc.assert(
		fc.property(graph(8), (successors) => {
			const reached = successors.map((_, at) => reach(successors, at));
			for (const component of strongComponents(successors)) {
				for (const a of component) {
					const mutual = reached.flatMap((from, b) =>
						a === b || (reached[a]?.has(b) && from.has(a)) ? [b] : []
					);
					expect(mutual).toEqual(component);
				}
			}
		}),
		{ numRuns: 2_000 }
	);
});

test('each cycle told is a cycle, and no shorter one runs through its first node', () => {
	fc.assert(
		fc.property(graph(8), (successors) => {
			for (const cycle of findCycles(successors)) {
				expect(new Set(cycle).size).toBe(cycle.length);
				for (const [at, node] of cycle.entries()) {
					expect(successors[node]).toContain(cycle[(at + 1) % cycle.length]);
				}
			}
		}),
		{ numRuns: 2_000 }
	);
});

test('a chain of 200,000 is walked without recursion', () => {
	const chain = Array.from({ length: 200_000 }, (_, at) => [(at + 1) % 200_000]);
	expect(findCycles(chain)[0]).toHaveLength(200_000);
});
