import { expect, test } from 'vitest';
import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import { endOfDay, startOfDay } from './start-of-day.ts';

const day = (text: string) => {
	if (!isSchoolDay(text)) throw new Error('a day');
	return text;
};

test.each([
	['2026-02-02', 'Pacific/Auckland', '2026-02-01T11:00:00.000Z'],
	['2026-07-01', 'Pacific/Auckland', '2026-06-30T12:00:00.000Z'],
	['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
	['2026-07-01', 'UTC', '2026-07-01T00:00:00.000Z']
])('%s in %s begins at %s', (text, zone, instant) => {
	expect(startOfDay(day(text), zone).toISOString()).toBe(instant);
});

test('the day on which the clocks go back has twenty-five hours', () => {
	const change = day('2026-04-05');
	const hours =
		(endOfDay(change, 'Pacific/Auckland').getTime() -
			startOfDay(change, 'Pacific/Auckland').getTime()) /
		3_600_000;
	expect(hours).toBe(25);
});
