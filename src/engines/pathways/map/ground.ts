import { createRandom } from '#engines/kernel/index.ts';
import type { LearningState } from '../learner.ts';
import type { Point } from './map-drawing.ts';

/** A place and what is shown there. */
export interface GroundPlace extends Point {
	readonly state: LearningState | 'ready';
}

/** Heights on a grid of points `cell` pixels apart, the first at (-cell, -cell). */
export interface Ground {
	readonly columns: number;
	readonly rows: number;
	readonly cell: number;
	readonly heights: Float64Array;
}

/** How high the ground rises at a place: where nobody has looked there is none. */
const rises: Readonly<Record<GroundPlace['state'], number>> = {
	unexplored: 0,
	ready: 0.45,
	'working-on': 0.7,
	nearly: 0.85,
	'due-a-refresh': 0.95,
	secure: 1
};

/** Pixels from a place to where its ground has run out. */
const reach = 150;
/** Pixels between the points of the noise that makes the ground uneven, and how much. */
const noiseCell = 110;
const unevenness = 0.55;

/**
 * Sum of smooth mounds around the places, made uneven by value noise of the seed. The outermost ring is
 * 0, so that every height line closes.
 */
export function groundOf(
	places: readonly GroundPlace[],
	width: number,
	height: number,
	cell: number,
	seed: number
): Ground {
	const columns = Math.ceil(width / cell) + 3;
	const rows = Math.ceil(height / cell) + 3;
	const heights = new Float64Array(columns * rows);
	for (const place of places) addMound(heights, place, { columns, rows, cell });
	const noise = valueNoise(seed);
	for (let at = 0; at < heights.length; at++) {
		if (heights[at] === 0) continue;
		const [column, row] = [at % columns, Math.floor(at / columns)];
		const isEdge = column === 0 || row === 0 || column === columns - 1 || row === rows - 1;
		const [x, y] = [(column - 1) * cell, (row - 1) * cell];
		const uneven = 1 + unevenness * (2 * noise(x / noiseCell, y / noiseCell) - 1);
		heights[at] = isEdge ? 0 : (heights[at] ?? 0) * uneven;
	}
	return { columns, rows, cell, heights };
}

/** Adds rise * (1 - (d / reach)^2)^3 to each grid point within reach: smooth, and nothing beyond. */
function addMound(
	heights: Float64Array,
	{ x, y, state }: GroundPlace,
	{ columns, rows, cell }: Omit<Ground, 'heights'>
): void {
	const rise = rises[state];
	if (rise === 0) return;
	const near = (middle: number, most: number) => ({
		first: Math.max(0, Math.ceil((middle - reach) / cell) + 1),
		last: Math.min(most - 1, Math.floor((middle + reach) / cell) + 1)
	});
	const [across, down] = [near(x, columns), near(y, rows)];
	for (let row = down.first; row <= down.last; row++) {
		for (let column = across.first; column <= across.last; column++) {
			const [dx, dy] = [(column - 1) * cell - x, (row - 1) * cell - y];
			const rest = 1 - (dx * dx + dy * dy) / (reach * reach);
			const at = row * columns + column;
			if (rest > 0) heights[at] = (heights[at] ?? 0) + rise * rest ** 3;
		}
	}
}

/** Smooth noise in [0, 1): values at whole points, blended between them (Perlin's value noise). */
function valueNoise(seed: number): (x: number, y: number) => number {
	const random = createRandom(seed);
	const table = Array.from({ length: 256 }, () => random.next());
	const at = (column: number, row: number) => table[(column * 73 + row * 151) & 255] ?? 0;
	const ease = (t: number) => t * t * (3 - 2 * t);
	const blend = (a: number, b: number, t: number) => a + (b - a) * t;
	return (x, y) => {
		const [column, row] = [Math.floor(x), Math.floor(y)];
		const [tx, ty] = [ease(x - column), ease(y - row)];
		const top = blend(at(column, row), at(column + 1, row), tx);
		return blend(top, blend(at(column, row + 1), at(column + 1, row + 1), tx), ty);
	};
}
