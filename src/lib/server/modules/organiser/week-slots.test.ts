import { describe, expect, test } from 'vitest';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { newUuid, type SiteId, type Uuid } from '../../platform/ids.ts';
import type { PeriodId, PeriodView, TermView } from '../school/index.ts';
import { toWeekGrid } from './week-grid.ts';
import { mondayOf, slotId, slotParts, weekDays, weekSlots } from './week-slots.ts';

const id = <T extends Uuid>() => newUuid<T>(new Date(0));
const day = (text: string): SchoolDay => {
	if (!isSchoolDay(text)) throw new TypeError(text);
	return text;
};
const siteId = id<SiteId>();
const monday = day('2026-12-07');
const period = (weekday: number, name: string, from: string, to: string): PeriodView => ({
	periodId: id<PeriodId>(),
	weekday,
	position: 1,
	name,
	startsAt: from,
	endsAt: to,
	kind: 'learning'
});
const term = (from: string, to: string, of: Partial<TermView> = {}): TermView => ({
	termId: id(),
	name: 'Term',
	kind: 'term',
	startsOn: day(from),
	endsOn: day(to),
	siteId: null,
	...of
});
const periods = [
	period(2, 'Block 2', '11:00:00', '12:00:00'),
	period(1, 'Block 1', '09:00:00', '10:30:00'),
	period(2, 'Block 1', '09:00:00', '10:30:00'),
	{ ...period(1, 'Lunch', '12:00:00', '13:00:00'), kind: 'break' as const }
];

describe('the days and slots of a week', () => {
	test('only learning periods of days in a term are slots, in order of time', () => {
		const slots = weekSlots(siteId, monday, {
			periods,
			terms: [term('2026-12-08', '2026-12-17')],
			closed: []
		});
		expect(slots.map((slot) => [slot.day, slot.dayIndex, slot.period.name, slot.minutes])).toEqual([
			['2026-12-08', 1, 'Block 1', 90],
			['2026-12-08', 1, 'Block 2', 60]
		]);
	});

	test('a closed day says why, a day outside the terms is holidays', () => {
		const days = weekDays(siteId, monday, {
			periods,
			terms: [term('2026-12-01', '2026-12-07')],
			closed: [{ day: monday, reason: 'Teacher-only day' }]
		});
		expect(days).toEqual([
			{ day: '2026-12-07', closed: { words: 'Teacher-only day' } },
			{ day: '2026-12-08', closed: { words: null } }
		]);
	});

	test('a term of another site does not count; without any term every day does', () => {
		const other = [term('2026-12-01', '2026-12-17', { siteId: id<SiteId>() })];
		const open = weekDays(siteId, monday, { periods, terms: other, closed: [] });
		expect(open.every(({ closed }) => closed === null)).toBe(true);
		const years = [term('2027-01-01', '2027-12-31', { kind: 'year' })];
		const shut = weekDays(siteId, monday, { periods, terms: years, closed: [] });
		expect(shut.every(({ closed }) => closed !== null)).toBe(true);
	});

	test('a slot’s id gives its parts back; every day has its Monday', () => {
		const periodId = id<PeriodId>();
		expect(slotParts(slotId(monday, periodId))).toEqual({ day: monday, periodId });
		expect(() => slotParts('Tuesday')).toThrow(TypeError);
		expect(mondayOf(day('2026-12-13'))).toBe('2026-12-07');
		expect(mondayOf(monday)).toBe('2026-12-07');
	});
});

test('the grid has a row for each time, and nothing where a day lacks it', () => {
	const calendar = { periods, terms: [], closed: [] };
	const slots = weekSlots(siteId, monday, calendar);
	const session = {
		key: 'k',
		href: null,
		title: 'Maths',
		kind: 'workshop' as const,
		room: null,
		adult: null,
		seats: 3,
		maximum: 5
	};
	const grid = toWeekGrid(
		weekDays(siteId, monday, calendar),
		slots,
		new Map([[slots.at(-1)?.id ?? '', [session]]])
	);
	expect(grid.rows.map(({ time, cells }) => [time, cells])).toEqual([
		['09:00', [[], []]],
		['11:00', [null, [session]]]
	]);
});
