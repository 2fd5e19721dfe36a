import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexGraph } from '../graph/prerequisite-graph.ts';
import { layoutMap } from './layout-map.ts';
import { essentialEdges } from './layers.ts';
import {
	type Box,
	type MapDrawing,
	type MapOptions,
	type MapSlice,
	type MapStates,
	labelWidthFor,
	mapMetrics
} from './map-drawing.ts';

const phone: MapOptions = { flow: 'up', breadth: 350 };
const laptop: MapOptions = { flow: 'across', breadth: 560 };
const states = ['unexplored', 'working-on', 'nearly', 'secure', 'due-a-refresh', 'ready'] as const;

/** Any graph, circles, repeats and self-loops included, with labels that fit two to a row on a phone. */
const slices = fc
	.integer({ min: 1, max: 60 })
	.chain((count) => {
		const label = fc.record({
			width: fc.integer({ min: 20, max: labelWidthFor(350, 2) }),
			height: fc.integer({ min: 16, max: 60 })
		});
		const end = fc.integer({ min: 0, max: count - 1 });
		return fc.tuple(
			fc.array(label, { minLength: count, maxLength: count }),
			fc.array(fc.tuple(end, end), { maxLength: 2 * count })
		);
	})
	.map(([labels, edges]): MapSlice => ({
		nodes: labels.map((label, at) => ({ id: `o${at}`, label })),
		precedes: edges.map(([from, to]) => ({ from: `o${from}`, to: `o${to}` }))
	}));
const stateOf = fc.array(fc.constantFrom(...states), { minLength: 60, maxLength: 60 });
const flows = fc.constantFrom(phone, laptop);

const statesFrom = (list: readonly (typeof states)[number][]): MapStates =>
	new Map(list.map((state, at) => [`o${at}`, state]));

const half = mapMetrics.marker / 2;
const size = mapMetrics.marker;

/** Label and marker of every place. */
function boxes(map: MapDrawing): readonly (Box & { readonly id: string })[] {
	return map.nodes.flatMap(({ id, x, y, label }) => [
		{ id, ...label },
		{ id, x: x - half, y: y - half, width: size, height: size }
	]);
}

const overlap = (a: Box, b: Box) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('no label or marker overlaps another, and all lie on the drawing', () => {
	fc.assert(
		fc.property(slices, flows, (slice, options) => {
			const map = layoutMap(slice, new Map(), options);
			const all = boxes(map);
			for (const [at, a] of all.entries()) {
				for (const b of all.slice(at + 1)) {
					if (overlap(a, b)) expect.fail(`${a.id} lies on ${b.id}`);
				}
				expect(a.x).toBeGreaterThanOrEqual(0);
				expect(a.y).toBeGreaterThanOrEqual(0);
				expect(a.x + a.width).toBeLessThanOrEqual(map.width);
				expect(a.y + a.height).toBeLessThanOrEqual(map.height);
			}
		}),
		{ numRuns: 150 }
	);
});

test('a phone is never wider, a laptop never higher, than what there is', () => {
	fc.assert(
		fc.property(slices, (slice) => {
			expect(layoutMap(slice, new Map(), phone).width).toBe(350);
			expect(layoutMap(slice, new Map(), laptop).height).toBeLessThanOrEqual(560);
		}),
		{ numRuns: 60 }
	);
});

test('what comes first lies first, and only tracks implied by a longer way are left out', () => {
	fc.assert(
		fc.property(slices, flows, (slice, options) => {
			const map = layoutMap(slice, new Map(), options);
			const rank = new Map(map.nodes.map((node) => [node.id, node.rank]));
			for (const { from, to } of map.edges) {
				expect(rank.get(from)).toBeLessThan(rank.get(to) ?? -1);
			}
			const index = indexGraph({
				outcomes: slice.nodes.map(({ id }) => ({ id, strandId: '' })),
				precedes: slice.precedes
			});
			expect(map.edges.map(({ from, to }) => ({ from, to }))).toEqual(essentialEdges(index));
		}),
		{ numRuns: 60 }
	);
});

test('no track runs through a label', () => {
	fc.assert(
		fc.property(slices, flows, (slice, options) => {
			const map = layoutMap(slice, new Map(), options);
			const labels = map.nodes.map(({ id, label }) => ({ id, ...label }));
			for (const { from, to, path } of map.edges) {
				for (const point of pointsOn(path)) {
					const hit = labels.find((label) =>
						overlap({ ...point, width: 0, height: 0 }, inside(label))
					);
					if (hit) expect.fail(`${from} to ${to} runs through the label of ${hit.id}`);
				}
			}
		}),
		{ numRuns: 100 }
	);
});

/** A label without its outermost three pixels: halo and rounding. */
const inside = (b: Box): Box => ({
	x: b.x + 3,
	y: b.y + 3,
	width: b.width - 6,
	height: b.height - 6
});

/** Points along path data of M, L and C, read independently of the engine. */
function pointsOn(path: string): readonly { x: number; y: number }[] {
	const points: { x: number; y: number }[] = [];
	let [x, y] = [0, 0];
	for (const [, command = '', text = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
		const n = text.trim().split(/[ ,]+/).map(Number);
		const [ex = 0, ey = 0] = n.slice(-2);
		for (let i = 1; i <= 40; i++) {
			const [t, u] = [i / 40, 1 - i / 40];
			const [ax = 0, ay = 0, bx = 0, by = 0] = n;
			const cubic = (a: number, b: number, c: number, d: number) =>
				u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
			if (command === 'L') points.push({ x: u * x + t * ex, y: u * y + t * ey });
			if (command === 'C') points.push({ x: cubic(x, ax, bx, ex), y: cubic(y, ay, by, ey) });
		}
		[x, y] = [ex, ey];
	}
	return points;
}

test('progress changes the ground and the tracks, never where a place lies', () => {
	fc.assert(
		fc.property(slices, flows, stateOf, stateOf, (slice, options, before, after) => {
			const one = layoutMap(slice, statesFrom(before), options);
			const two = layoutMap(slice, statesFrom(after), options);
			expect(two.nodes).toEqual(one.nodes);
			expect(two.edges.map((e) => e.path)).toEqual(one.edges.map((e) => e.path));
			expect(layoutMap(slice, statesFrom(before), options)).toEqual(one);
		}),
		{ numRuns: 40 }
	);
});

test('the ground stays within its bytes and the work within its budget', () => {
	fc.assert(
		fc.property(slices, flows, stateOf, (slice, options, list) => {
			const map = layoutMap(slice, statesFrom(list), options);
			expect(map.contours.reduce((sum, c) => sum + c.path.length, 0)).toBeLessThanOrEqual(12_000);
			for (const { path } of map.contours) {
				expect(path).toMatch(/^(M-?\d+[ -]\d+q[-\d ]+z)+$/);
			}
			expect(map.iterations).toBeLessThan(40_000);
		}),
		{ numRuns: 60 }
	);
});
