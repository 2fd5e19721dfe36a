import type { SeenLevel } from './class-grid-view.ts';

/** A cell by its place: row and column from 0. */
export interface CellPlace {
	readonly row: number;
	readonly column: number;
}

export interface GridSize {
	readonly rows: number;
	readonly columns: number;
}

/** The keys that say what was seen, in the order of the scale. */
export const levelOfKey: Readonly<Record<string, SeenLevel>> = {
	1: 'not-yet',
	2: 'with-help',
	3: 'mostly',
	4: 'alone'
};

const steps: Readonly<Record<string, readonly [down: number, along: number]>> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1]
};

const within = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));

/** Where a key leads from a cell; the same cell at an edge, null for a key that does not move. */
export function placeAfterKey(
	{ row, column }: CellPlace,
	key: string,
	{ rows, columns }: GridSize,
	isRtl = false
): CellPlace | null {
	if (key === 'Home') return { row: 0, column };
	if (key === 'End') return { row: rows - 1, column };
	const step = steps[key];
	if (!step) return null;
	const along = isRtl ? -step[1] : step[1];
	return { row: within(row + step[0], rows), column: within(column + along, columns) };
}

/** After a mark the next learner of the same outcome comes up, then the first of the next one; the last cell stays. */
export function placeAfterMark({ row, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
	if (row + 1 < rows) return { row: row + 1, column };
	return column + 1 < columns ? { row: 0, column: column + 1 } : { row, column };
}
