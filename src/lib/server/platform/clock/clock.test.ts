import { expect, test } from 'vitest';
import { instantAt, isSchoolDay, timeOfDay } from './index.ts';

const dayOf = (text: string) => {
	if (!isSchoolDay(text)) throw new RangeError(text);
	return text;
};

test('a time of day is an instant where the site is, over the change of clocks as well', () => {
	const at = (day: string, time: string, zone: string) =>
		instantAt(dayOf(day), time, zone).toISOString();
	expect(at('2026-12-07', '09:05', 'Pacific/Auckland')).toBe('2026-12-06T20:05:00.000Z');
	expect(at('2026-06-15', '09:05', 'Pacific/Auckland')).toBe('2026-06-14T21:05:00.000Z');
	expect(at('2026-12-07', '09:05:00', 'UTC')).toBe('2026-12-07T09:05:00.000Z');
});

test('a clock shows the time of its zone, midnight as the first minute of a day', () => {
	const instant = new Date('2026-12-06T11:00:00Z');
	expect(timeOfDay(instant, 'Pacific/Auckland')).toBe('00:00');
	expect(timeOfDay(instant, 'UTC')).toBe('11:00');
});
