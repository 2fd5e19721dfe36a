import { expect, test } from 'vitest';
import { dayHeight, dayPath, dayStops } from './day-path.ts';

test('stops stand in the middle of their columns, within the drawing', () => {
	const stops = dayStops(4, 1);
	expect(stops.map(([x]) => x)).toEqual([125, 375, 625, 875]);
	for (const [, y] of stops) {
		expect(y).toBeGreaterThan(20);
		expect(y).toBeLessThan(dayHeight - 20);
	}
});

test('the next block stands highest', () => {
	for (let next = 0; next < 9; next++) {
		const heights = dayStops(9, next).map(([, y]) => y);
		expect(Math.min(...heights)).toBe(heights[next]);
	}
});

test('the path goes through every stop; a day without blocks has none', () => {
	const stops = dayStops(3, 0);
	const path = dayPath(stops);
	for (const [x, y] of stops) expect(path).toContain(`${x} ${y}`);
	expect(dayPath([])).toBe('');
});
