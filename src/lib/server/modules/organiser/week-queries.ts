import type { Scope } from '../../platform/access/index.ts';
import { addDays, type SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import {
	daysOfTermsKept,
	listClosedDays,
	listPeriods,
	listSites,
	listSiteTerms,
	type SiteView
} from '../school/index.ts';
import { organisesAt } from './organiser.policy.ts';
import type { WeekId } from './organiser.tables.ts';
import { mondayOf, weekDays, weekSlots, type SiteCalendar } from './week-slots.ts';
import {
	countWeek,
	findWeekHead,
	listSessions,
	listSessionsOf,
	listWeekHeads,
	type OwnSession,
	type SessionRow,
	type WeekCounts,
	type WeekHead
} from './week-view.store.ts';
import { toWeekGrid, type GridSession, type WeekGrid } from './week-grid.ts';
import { slotId } from './week-slots.ts';

/** The week, or null where it is not there or not this actor's to make (TS3). One statement. */
export async function findWeek(scope: Scope, weekId: WeekId): Promise<WeekHead | null> {
	const week = await findWeekHead(scope, weekId);
	return week && organisesAt(scope.actor, week.siteId) ? week : null;
}

/** Periods, terms and closed days that decide on which days of the week something is held. Three statements. */
export async function calendarOf(
	scope: Scope,
	{ siteId, startsOn }: Pick<WeekHead, 'siteId' | 'startsOn'>
): Promise<SiteCalendar> {
	return {
		periods: await listPeriods(scope, siteId),
		// Terms that are over count as well: a site that has had terms is on holiday after the last of them.
		terms: await listSiteTerms(scope, siteId, addDays(startsOn, -daysOfTermsKept)),
		closed: await listClosedDays(scope, siteId, { from: startsOn, until: addDays(startsOn, 6) })
	};
}

export interface WeekPage {
	readonly week: WeekHead;
	readonly counts: WeekCounts;
	readonly hasGrid: boolean;
	readonly grid: WeekGrid;
	readonly sessions: number;
}

const toGridSession = (row: SessionRow): GridSession => ({
	key: row.sessionId,
	href: `/staff/week/session/${row.sessionId}`,
	title: row.title,
	kind: row.kind,
	room: row.room,
	adult: row.adult,
	seats: row.seats,
	maximum: row.maximum
});

/** A week as whoever makes it sees it: how far it is, and its grid. Six statements; null as `findWeek`. */
export async function getWeekPage(scope: Scope, weekId: WeekId): Promise<WeekPage | null> {
	const week = await findWeek(scope, weekId);
	if (!week) return null;
	const calendar = await calendarOf(scope, week);
	const sessions = await listSessions(scope, weekId);
	const bySlot = Map.groupBy(sessions, ({ day, periodId }) => slotId(day, periodId));
	const { siteId, startsOn } = week;
	return {
		week,
		counts: await countWeek(scope, week, addDays(startsOn, 6)),
		hasGrid: calendar.periods.some(({ kind }) => kind === 'learning'),
		sessions: sessions.length,
		grid: toWeekGrid(
			weekDays(siteId, startsOn, calendar),
			weekSlots(siteId, startsOn, calendar),
			new Map([...bySlot].map(([slot, rows]) => [slot, rows.map(toGridSession)]))
		)
	};
}

/** A site with its weeks from this one on. */
export interface SiteWeeks {
	readonly site: SiteView;
	readonly weeks: readonly WeekHead[];
}

export interface WeeksPage {
	readonly own: readonly OwnSession[];
	readonly sites: readonly SiteWeeks[];
}

/** The weeks of a site from this one on, then the one that is over. */
function ofSite(
	weeks: readonly WeekHead[],
	siteId: SiteId,
	monday: SchoolDay
): readonly WeekHead[] {
	const mine = weeks.filter((week) => week.siteId === siteId);
	const isOver = ({ startsOn }: WeekHead) => startsOn < monday;
	return [...mine.filter((week) => !isOver(week)), ...mine.filter(isOver)];
}

/** An adult's own fortnight, and the weeks of the sites they make weeks for, from last week on. Three statements. */
export async function getWeeksPage(scope: Scope, personId: PersonId): Promise<WeeksPage> {
	const monday = mondayOf(scope.today);
	const own = await listSessionsOf(scope, personId, { from: monday, until: addDays(monday, 13) });
	const sites = (await listSites(scope)).filter(({ siteId }) => organisesAt(scope.actor, siteId));
	const weeks = await listWeekHeads(
		scope,
		sites.map(({ siteId }) => siteId),
		addDays(monday, -7)
	);
	return {
		own,
		sites: sites.map((site) => ({
			site,
			weeks: ofSite(weeks, site.siteId, monday)
		}))
	};
}
