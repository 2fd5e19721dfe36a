import { expect, test } from 'vitest';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { daysOff, type SchoolCalendar } from './days-off.ts';

function day(text: string): SchoolDay {
	if (!isSchoolDay(text)) throw new Error(text);
	return text;
}

const plain: SchoolCalendar = {
	timeZone: 'Pacific/Auckland',
	weekdays: [],
	hasTerms: false,
	terms: [],
	closed: new Set()
};
/** A Wednesday evening in London is a Thursday morning in Auckland. */
const now = new Date('2026-03-04T20:00:00Z');

test('the week is counted in the site’s own zone', () => {
	expect([...daysOff(plain, now, 8)]).toEqual([2, 3]);
	expect([...daysOff({ ...plain, timeZone: 'Europe/London' }, now, 8)]).toEqual([3, 4]);
});

test('a week grid from Sunday to Thursday is believed', () => {
	const grid = { ...plain, weekdays: [7, 1, 2, 3, 4] };
	expect([...daysOff(grid, now, 7)]).toEqual([1, 2]);
});

test('closed days and days outside of every term are off', () => {
	const school = {
		...plain,
		hasTerms: true,
		terms: [{ from: day('2026-02-02'), until: day('2026-03-10') }],
		closed: new Set([day('2026-03-06')])
	};
	expect([...daysOff(school, now, 8)]).toEqual([1, 2, 3, 6, 7]);
});

test('where terms are known and none is near, every day is off', () => {
	expect(daysOff({ ...plain, hasTerms: true }, now, 5).size).toBe(5);
});
