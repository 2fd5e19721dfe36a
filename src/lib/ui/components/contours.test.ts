import { describe, expect, test } from 'vitest';
import { land, riverFrom, rings, softRing, wobble, type Field, type Point } from './contours.ts';

const field = (rows: readonly (readonly number[])[]): Field => ({
	columns: rows[0]?.length ?? 0,
	rows: rows.length,
	heights: Float64Array.from(rows.flat())
});

/** Twice the area of a ring (shoelace); its sign says which way round it goes. */
const area = (ring: readonly Point[]): number =>
	ring.reduce((sum, [x, y], i) => {
		const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0];
		return sum + x * ny - nx * y;
	}, 0);

describe('rings', () => {
	test('one peak has one diamond round it, half way to its neighbours', () => {
		const peak = field([
			[0, 0, 0],
			[0, 1, 0],
			[0, 0, 0]
		]);
		const [ring, ...others] = rings(peak, 0.5);
		expect(others).toEqual([]);
		expect(new Set(ring?.map(String))).toEqual(
			new Set(['500,250', '750,500', '500,750', '250,500'])
		);
	});

	test('a hole in high ground is a ring that goes the other way', () => {
		const high = Array.from({ length: 5 }, () => [1, 1, 1, 1, 1]);
		const [outer, hole] = rings(
			field(high.map((row, j) => row.map((h, i) => (i === 2 && j === 2 ? 0 : h)))),
			0.5
		).toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)));
		expect(Math.sign(area(outer ?? []))).toBe(-Math.sign(area(hole ?? [])));
	});

	test('a saddle gives two rings, not one that crosses itself', () => {
		const saddle = field([
			[1, 0, 0],
			[0, 0, 0],
			[0, 0, 1]
		]);
		expect(rings(saddle, 0.5)).toHaveLength(2);
	});

	test('every ring of a landscape closes on itself', () => {
		const ground = land('fractions', [[300, 300]]);
		for (const level of [0.2, 0.35, 0.5]) {
			for (const ring of rings(ground, level)) {
				const [first, last] = [ring[0] ?? [0, 0], ring.at(-1) ?? [0, 0]];
				expect(Math.hypot(first[0] - last[0], first[1] - last[1])).toBeLessThan(90);
			}
		}
	});
});

test('the soft ring ends where it starts', () => {
	const path = softRing([
		[101, 99],
		[300, 100],
		[303, 301],
		[100, 300]
	]);
	const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);
	const [mx = 0, my = 0] = numbers(path.slice(0, path.indexOf('Q')));
	let [, , x = 0, y = 0] = numbers(path.slice(path.indexOf('Q'), path.indexOf('t')));
	for (const step of path.slice(path.indexOf('t')).split('t').filter(Boolean)) {
		const [dx = 0, dy = 0] = numbers(step);
		[x, y] = [x + dx, y + dy];
	}
	expect([x, y]).toEqual([mx, my]);
});

test('one seed makes one landscape, another seed another', () => {
	expect(land('a', []).heights).toEqual(land('a', []).heights);
	expect(land('a', []).heights).not.toEqual(land('b', []).heights);
	expect(wobble('a')()).toBe(wobble('a')());
});

test('ground is dry under a place, wherever it lies', () => {
	for (const place of [
		[40, 960],
		[500, 900],
		[80, 500]
	] as const) {
		const { columns, rows, heights } = land('shore', [place]);
		const i = Math.round((place[0] / 1000) * (columns - 1));
		const j = Math.round((place[1] / 1000) * (rows - 1));
		expect(heights[j * columns + i]).toBeGreaterThan(0.22);
	}
});

test('a river ends, within its steps, and does not run on outside the map', () => {
	for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
		const way = riverFrom(land(seed, []), [700, 30], 0.22);
		expect(way.length).toBeLessThanOrEqual(46);
		for (const [x, y] of way.slice(0, -1)) {
			expect(Math.min(x, y, 1000 - x, 1000 - y)).toBeGreaterThan(-21);
		}
	}
});
