import { type GroundPlace, groundOf } from './ground.ts';
import type { Contour, Point } from './map-drawing.ts';
import { heightLines } from './marching-squares.ts';

export interface ContourOptions {
	readonly width: number;
	readonly height: number;
	readonly seed: number;
	/** Most bytes of all paths together; with none, no ground is drawn. */
	readonly bytes: number;
}

/** Heights of the lines; the low ones lie close, so that the ground fades into the fog. */
export const contourLevels = [0.1, 0.25, 0.45, 0.75, 1.15, 1.7] as const;

const finestCell = 14;
/** Grid points to begin with, so that a map of a hundred places costs no more than one of forty. */
const mostPoints = 3000;
const coarser = 1.25;

/**
 * The ground around what is known, as closed height lines, lowest first: fill each over the one before.
 * The grid is coarsened until all paths together fit in `bytes`; places in fog add nothing.
 */
export function drawContours(
	places: readonly GroundPlace[],
	options: ContourOptions
): readonly Contour[] {
	const { width, height, seed, bytes } = options;
	if (bytes <= 0) return [];
	const largest = Math.max(width, height);
	const first = Math.max(finestCell, Math.sqrt((width * height) / mostPoints));
	for (let cell = first; cell < largest; cell *= coarser) {
		const ground = groundOf(places, width, height, cell, seed);
		const contours = contourLevels
			.map((level, tint) => ({ tint, path: pathOf(heightLines(ground, level), cell) }))
			.filter(({ path }) => path !== '');
		if (contours.reduce((sum, { path }) => sum + path.length, 0) <= bytes) return contours;
	}
	return [];
}

/** All lines of one height as one path. */
function pathOf(lines: readonly (readonly Point[])[], cell: number): string {
	return lines.map((line) => smoothLoop(thinned(line, cell * 0.7))).join('');
}

/** Leaves out points nearer than `least` to the one before: the curve hides them. */
function thinned(line: readonly Point[], least: number): readonly Point[] {
	const kept: Point[] = [];
	for (const point of line) {
		const last = kept.at(-1);
		if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= least) kept.push(point);
	}
	return kept;
}

/**
 * A closed curve through the middles of a loop's sides, each corner the handle of a quadratic curve,
 * in relative whole pixels: about nine bytes a corner.
 */
function smoothLoop(line: readonly Point[]): string {
	const corners = line.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
	if (corners.length < 3) return '';
	const middles = corners.map((corner, at) => {
		const next = corners[(at + 1) % corners.length] ?? corner;
		return { x: Math.round((corner.x + next.x) / 2), y: Math.round((corner.y + next.y) / 2) };
	});
	let from = middles.at(-1) ?? { x: 0, y: 0 };
	let path = `M${pair(from.x, from.y)}q`;
	for (const [at, corner] of corners.entries()) {
		const to = middles[at] ?? corner;
		const step = [pair(corner.x - from.x, corner.y - from.y), pair(to.x - from.x, to.y - from.y)];
		path += (at === 0 ? '' : ' ') + step.join(' ');
		from = to;
	}
	return `${path}z`;
}

/** A minus sign parts two numbers as well as a space does. */
function pair(x: number, y: number): string {
	return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
