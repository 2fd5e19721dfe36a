import { describe, expect, test } from 'vitest';
import { newUuid, type GroupId, type PersonId } from '../../platform/ids.ts';
import type { PeriodId, RoomId } from '../school/index.ts';
import type { OfferId, SessionId } from './organiser.tables.ts';
import type { PrintLearner } from './print.store.ts';
import { printSheets } from './print-week.ts';
import { toTestDay } from './site.testing.ts';
import { slotId, type WeekSlot } from './week-slots.ts';
import type { SessionRow } from './week-view.store.ts';

const id = <T extends ReturnType<typeof newUuid>>() => newUuid<T>(new Date());
const monday = toTestDay('2026-12-07');
const tuesday = toTestDay('2026-12-08');
const slotOf = (day: typeof monday, dayIndex: number, name: string): WeekSlot => {
	const periodId = id<PeriodId>();
	const times = { startsAt: '09:00:00', endsAt: '10:00:00' };
	const period = { periodId, weekday: dayIndex + 1, position: 1, name, kind: 'learning', ...times };
	return {
		id: slotId(day, periodId),
		day,
		dayIndex,
		period: { ...period, kind: 'learning' },
		minutes: 60
	};
};
const one = slotOf(monday, 0, 'Block 1');
const two = slotOf(monday, 0, 'Block 2');
const three = slotOf(tuesday, 1, 'Block 1');
const kitchen = id<RoomId>();
const sina = id<PersonId>();
const session = (slot: WeekSlot, title: string): SessionRow => ({
	sessionId: id<SessionId>(),
	offerId: id<OfferId>(),
	title,
	kind: 'workshop',
	section: 0,
	day: slot.day,
	periodId: slot.period.periodId,
	roomId: kitchen,
	room: 'Kitchen',
	adultId: sina,
	adult: 'Miss Sina',
	maximum: 8,
	seats: 1
});
const bread = session(one, 'Bread');
const drums = session(three, 'Drums');
const tui = id<GroupId>();
const learner = (
	fullName: string,
	sessionIds: readonly SessionId[],
	groupId: GroupId | null = tui
): PrintLearner => ({
	learnerId: id<PersonId>(),
	fullName,
	groupId,
	groupName: groupId ? 'Tūī' : null,
	sessionIds
});
const week = {
	days: [monday, tuesday],
	slots: [one, two, three],
	sessions: [bread, drums],
	learners: [
		learner('Ana', [bread.sessionId]),
		learner('Ben', [drums.sessionId]),
		learner('Cy', [], null)
	]
};
const titles = (days: readonly (readonly { readonly title: string | null }[])[]) =>
	days.map((entries) => entries.map(({ title }) => title));

describe('a week on paper', () => {
	test('a home group is its learners by days, study where there is no seat', () => {
		const [group, without] = printSheets(week, 'group');
		expect(group?.name).toBe('Tūī');
		expect(group?.rows.map(({ name, days }) => [name, titles(days)])).toEqual([
			['Ana', [['Bread', null], [null]]],
			['Ben', [[null, null], ['Drums']]]
		]);
		expect(without?.rows.map(({ name }) => name)).toEqual(['Cy']);
	});

	test('a learner has periods by days; a day with fewer periods leaves its square empty', () => {
		const [ana] = printSheets(week, 'learner');
		expect(ana?.rows.map(({ name, days }) => [name, titles(days)])).toEqual([
			['Block 1', [['Bread'], [null]]],
			['Block 2', [[null], []]]
		]);
		expect(ana?.rows[0]?.days[0]?.[0]?.detail).toBe('Kitchen · Miss Sina');
	});

	test.each([
		['adult', 'Miss Sina', 'Kitchen'],
		['room', 'Kitchen', 'Miss Sina']
	] as const)('each %s has what is theirs, with the other beside it', (kind, name, detail) => {
		const sheets = printSheets(week, kind);
		expect(sheets.map((sheet) => sheet.name)).toEqual([name]);
		expect(titles(sheets[0]?.rows[0]?.days ?? [])).toEqual([['Bread'], ['Drums']]);
		expect(sheets[0]?.rows[0]?.days[0]?.[0]?.detail).toBe(detail);
	});
});
