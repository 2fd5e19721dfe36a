import { expect, test } from 'vitest';
import { levelOfKey, placeAfterKey, placeAfterMark, type CellPlace } from './grid-keys.ts';

const size = { rows: 28, columns: 5 };

test('arrows move one cell and stop at the edges; the side keys follow the direction of reading', () => {
	const middle = { row: 3, column: 2 };
	expect(placeAfterKey(middle, 'ArrowDown', size)).toEqual({ row: 4, column: 2 });
	expect(placeAfterKey(middle, 'ArrowRight', size)).toEqual({ row: 3, column: 3 });
	expect(placeAfterKey(middle, 'ArrowRight', size, true)).toEqual({ row: 3, column: 1 });
	expect(placeAfterKey({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 });
	expect(placeAfterKey({ row: 27, column: 4 }, 'ArrowRight', size)?.column).toBe(4);
	expect(placeAfterKey(middle, 'Home', size)).toEqual({ row: 0, column: 2 });
	expect(placeAfterKey(middle, 'End', size)).toEqual({ row: 27, column: 2 });
	expect(placeAfterKey(middle, 'x', size)).toBeNull();
});

test('28 learners by 5 outcomes take one key a cell: marks alone walk through all of them', () => {
	const seen = new Set<string>();
	let at: CellPlace = { row: 0, column: 0 };
	let interactions = 1; // into the first cell
	for (let i = 0; i < size.rows * size.columns; i += 1) {
		seen.add(`${at.row} ${at.column}`);
		interactions += 1;
		at = placeAfterMark(at, size);
	}
	expect(seen.size).toBe(140);
	expect(interactions).toBe(141);
	expect(at).toEqual({ row: 27, column: 4 });
});

test('the number keys are the scale in order', () => {
	expect(Object.entries(levelOfKey)).toEqual([
		['1', 'not-yet'],
		['2', 'with-help'],
		['3', 'mostly'],
		['4', 'alone']
	]);
});
