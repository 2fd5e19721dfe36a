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
	terms: [],
	closed: []
};
/** A Wednesday evening in London is a Thursday morning in Auckland. */
const now = new Date('2026-03-04T20:00:00Z');

test('the week is counted in the site’s own zone', () => {
	expect([...daysOff(plain, now, 8)]).toEqual([2, 3]);
	expect([...daysOff({ ...plain, timeZone: 'Europe/London' }, now, 8)]).toEqual([3, 4]);
});

test('closed days and days outside of every term are off', () => {
	const school = {
		...plain,
		terms: [{ kind: 'term' as const, startsOn: day('2026-02-02'), endsOn: day('2026-03-10') }],
		closed: [{ day: day('2026-03-06'), reason: 'Teachers only' }]
	};
	expect([...daysOff(school, now, 8)]).toEqual([1, 2, 3, 6, 7]);
});
