import { expect, test } from 'vitest';
import { createRandom } from '#engines/kernel/index.ts';
import { drawContours } from './contours.ts';
import { type GroundPlace, groundOf } from './ground.ts';
import { heightLines } from './marching-squares.ts';

const options = { width: 700, height: 800, seed: 1, bytes: 12_000 };
const place = (x: number, y: number, state: GroundPlace['state']): GroundPlace => ({ x, y, state });

test('one hill gives nested rings around it, the higher the smaller', () => {
	const ground = groundOf([place(350, 400, 'secure')], 700, 800, 10, 1);
	const areas = [0.1, 0.3, 0.5].map((level) => {
		const lines = heightLines(ground, level);
		expect(lines).toHaveLength(1);
		return Math.abs(area(lines[0] ?? []));
	});
	expect(areas).toEqual(areas.toSorted((a, b) => b - a));
});

test('the line follows the height: its points lie on the level of a plain cone', () => {
	const [columns, rows, cell] = [41, 41, 10];
	const heights = Float64Array.from({ length: columns * rows }, (_, at) => {
		const [x, y] = [(at % columns) - 20, Math.floor(at / columns) - 20];
		return Math.max(0, 19 - Math.hypot(x, y));
	});
	const [line = []] = heightLines({ columns, rows, cell, heights }, 9);
	for (const { x, y } of line) expect(Math.hypot(x - 190, y - 190)).toBeCloseTo(100, -0.5);
	expect(Math.abs(area(line))).toBeGreaterThan(0.98 * Math.PI * 100 ** 2);
});

test('every cell that is above lies inside, by the even-odd rule, on uneven ground', () => {
	const random = createRandom(3);
	const states = ['working-on', 'nearly', 'secure', 'ready'] as const;
	const places = Array.from({ length: 14 }, () =>
		place(random.below(400), random.below(400), states[random.below(4)] ?? 'ready')
	);
	const ground = groundOf(places, 400, 400, 20, 5);
	for (const level of [0.25, 0.6, 1]) {
		const lines = heightLines(ground, level);
		for (const [at, height] of ground.heights.entries()) {
			const point = {
				x: ((at % ground.columns) - 1) * 20 + 1e-7,
				y: (Math.floor(at / ground.columns) - 1) * 20 + 1e-7
			};
			const inside = lines.filter((line) => isInside(line, point)).length % 2 === 1;
			if (Math.abs(height - level) > 1e-3) expect(inside).toBe(height > level);
		}
	}
});

test('where nobody has looked there is no ground', () => {
	expect(drawContours([place(100, 100, 'unexplored')], options)).toEqual([]);
});

test('forty secure places keep to twelve thousand bytes, and less when less is allowed', () => {
	const random = createRandom(9);
	const places = Array.from({ length: 40 }, () =>
		place(random.below(700), random.below(800), 'secure')
	);
	const bytes = (most: number) =>
		drawContours(places, { ...options, bytes: most }).reduce((sum, c) => sum + c.path.length, 0);
	expect(bytes(12_000)).toBeLessThanOrEqual(12_000);
	expect(bytes(12_000)).toBeGreaterThan(3_000);
	expect(bytes(3_000)).toBeLessThanOrEqual(3_000);
});

interface Point {
	readonly x: number;
	readonly y: number;
}

function area(line: readonly Point[]): number {
	return line.reduce((sum, p, at) => {
		const next = line[(at + 1) % line.length] ?? p;
		return sum + (p.x * next.y - next.x * p.y) / 2;
	}, 0);
}

function isInside(line: readonly Point[], { x, y }: Point): boolean {
	let inside = false;
	for (const [at, p] of line.entries()) {
		const q = line[(at + 1) % line.length] ?? p;
		if (p.y > y !== q.y > y && x < p.x + ((y - p.y) * (q.x - p.x)) / (q.y - p.y)) inside = !inside;
	}
	return inside;
}
