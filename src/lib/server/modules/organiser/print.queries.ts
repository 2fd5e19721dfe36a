import type { Scope } from '../../platform/access/index.ts';
import type { GroupId } from '../../platform/ids.ts';
import type { WeekId } from './organiser.tables.ts';
import { listPrintLearners } from './print.store.ts';
import { printSheets, type PrintKind, type PrintSheet } from './print-week.ts';
import { calendarOf, findWeek } from './week-queries.ts';
import { weekDays, weekSlots } from './week-slots.ts';
import { listSessions, type WeekHead } from './week-view.store.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';

export interface PrintPage {
	readonly week: WeekHead;
	readonly days: readonly SchoolDay[];
	/** The home group that is shown; null for all. */
	readonly groupId: GroupId | null;
	readonly groups: readonly { readonly groupId: GroupId; readonly name: string }[];
	readonly sheets: readonly PrintSheet[];
}

/** A published week to be printed; null where it is not there, not published or not this actor's. Six statements. */
export async function getPrintPage(
	scope: Scope,
	weekId: WeekId,
	{ kind, group }: { readonly kind: PrintKind; readonly group: GroupId | 'first' | 'all' }
): Promise<PrintPage | null> {
	const week = await findWeek(scope, weekId);
	if (week?.state !== 'published') return null;
	const calendar = await calendarOf(scope, week);
	const sessions = await listSessions(scope, weekId);
	const learners = await listPrintLearners(scope, week);
	const { siteId, startsOn } = week;
	const days = weekDays(siteId, startsOn, calendar).flatMap(({ day, closed }) =>
		closed ? [] : [day]
	);
	const groups = new Map(
		learners.flatMap(({ groupId, groupName }) =>
			groupId && groupName ? [[groupId, groupName] as const] : []
		)
	);
	const [first = null] = groups.keys();
	const groupId = group === 'all' ? null : group === 'first' ? first : group;
	const shown = groupId ? learners.filter((learner) => learner.groupId === groupId) : learners;
	return {
		week,
		days,
		groupId,
		groups: [...groups].map(([groupId, name]) => ({ groupId, name })),
		sheets: printSheets(
			{ days, slots: weekSlots(siteId, startsOn, calendar), sessions, learners: shown },
			kind
		)
	};
}
