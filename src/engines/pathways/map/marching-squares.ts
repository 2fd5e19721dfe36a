import type { Ground } from './ground.ts';
import type { Point } from './map-drawing.ts';

/** Sides of a cell by number: 0 top, 1 right, 2 bottom, 3 left. */
type Side = 0 | 1 | 2 | 3;

/**
 * For each pattern of corners above the level (1 top start, 2 top end, 4 bottom end, 8 bottom start), the
 * sides that a line enters and leaves by, the higher ground on its right. The two saddles (5 and 10)
 * are listed with their corners apart.
 */
const crossings: readonly (readonly (readonly [Side, Side])[])[] = [
	[],
	[[0, 3]],
	[[1, 0]],
	[[1, 3]],
	[[2, 1]],
	[
		[0, 3],
		[2, 1]
	],
	[[2, 0]],
	[[2, 3]],
	[[3, 2]],
	[[0, 2]],
	[
		[1, 0],
		[3, 2]
	],
	[[1, 2]],
	[[3, 1]],
	[[0, 1]],
	[[3, 0]],
	[]
];

/** The two saddles with their corners joined, for where the middle is above the level. */
const joined: Readonly<Record<number, readonly (readonly [Side, Side])[]>> = {
	5: [
		[0, 1],
		[2, 3]
	],
	10: [
		[3, 0],
		[1, 2]
	]
};

/**
 * Closed lines of equal height (marching squares, Lorensen & Cline 1987 in two dimensions), each as
 * its points in order without the first repeated. The outermost ring of the ground must lie below the level.
 */
export function heightLines(ground: Ground, level: number): readonly (readonly Point[])[] {
	const next = new Map<number, number>();
	for (let row = 0; row + 1 < ground.rows; row++) {
		for (let column = 0; column + 1 < ground.columns; column++) {
			for (const [enter, leave] of linesIn(ground, level, column, row)) {
				next.set(sideKey(ground, column, row, enter), sideKey(ground, column, row, leave));
			}
		}
	}
	return followLoops(next, (key) => crossingPoint(ground, level, key));
}

/** Runs for every cell and level, so it makes no arrays and leaves at once where no line passes. */
function linesIn({ heights, columns }: Ground, level: number, column: number, row: number) {
	const at = row * columns + column;
	const [a, b] = [heights[at] ?? 0, heights[at + 1] ?? 0];
	const [d, c] = [heights[at + columns] ?? 0, heights[at + columns + 1] ?? 0];
	const pattern =
		Number(a >= level) + 2 * Number(b >= level) + 4 * Number(c >= level) + 8 * Number(d >= level);
	const isJoined = (pattern === 5 || pattern === 10) && a + b + c + d >= 4 * level;
	return (isJoined ? joined[pattern] : crossings[pattern]) ?? [];
}

function heightAt({ heights, columns }: Ground, column: number, row: number): number {
	return heights[row * columns + column] ?? 0;
}

/** A number for each side of the grid, the same from both cells it parts: even across, odd down. */
function sideKey({ columns }: Ground, column: number, row: number, side: Side): number {
	const at = row * columns + column;
	switch (side) {
		case 0:
			return 2 * at;
		case 1:
			return 2 * (at + 1) + 1;
		case 2:
			return 2 * (at + columns);
		case 3:
			return 2 * at + 1;
	}
}

function crossingPoint(ground: Ground, level: number, key: number): Point {
	const at = key >> 1;
	const [column, row] = [at % ground.columns, Math.floor(at / ground.columns)];
	const isDown = (key & 1) === 1;
	const one = heightAt(ground, column, row);
	const two = heightAt(ground, column + Number(!isDown), row + Number(isDown));
	const share = (level - one) / (two - one);
	return {
		x: (column - 1 + (isDown ? 0 : share)) * ground.cell,
		y: (row - 1 + (isDown ? share : 0)) * ground.cell
	};
}

function followLoops(
	next: Map<number, number>,
	pointOf: (key: number) => Point
): readonly (readonly Point[])[] {
	const loops: Point[][] = [];
	for (const start of [...next.keys()].sort((a, b) => a - b)) {
		const loop: Point[] = [];
		for (let key: number | undefined = start; key !== undefined;) {
			const onward: number | undefined = next.get(key);
			if (onward === undefined) break;
			loop.push(pointOf(key));
			next.delete(key);
			key = onward;
		}
		if (loop.length > 2) loops.push(loop);
	}
	return loops;
}
