import type { WeekPlan } from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import { listPlanNames, type PlanNames } from './names.store.ts';
import type { RunId, WeekId } from './organiser.tables.ts';
import { listRuns, listRunViews, type RunLine, type RunView } from './run.store.ts';
import { toWeekGrid, type GridSession, type WeekGrid } from './week-grid.ts';
import { calendarOf, findWeek } from './week-queries.ts';
import { weekDays, weekSlots, type SiteCalendar } from './week-slots.ts';
import type { WeekHead } from './week-view.store.ts';

/** The runs of a week, or null as `findWeek`. Two statements. */
export async function getRuns(
	scope: Scope,
	weekId: WeekId
): Promise<{ readonly week: WeekHead; readonly runs: readonly RunLine[] } | null> {
	const week = await findWeek(scope, weekId);
	return week && { week, runs: await listRuns(scope, weekId) };
}

export interface RunPage {
	readonly week: WeekHead;
	/** In the order asked for. */
	readonly runs: readonly RunView[];
	readonly names: PlanNames;
	readonly calendar: SiteCalendar;
}

/** Some runs of a week with the words for their ids; null where one of them is missing. Six statements. */
export async function getRunPage(
	scope: Scope,
	weekId: WeekId,
	runIds: readonly RunId[]
): Promise<RunPage | null> {
	const week = await findWeek(scope, weekId);
	if (!week) return null;
	const found = await listRunViews(scope, weekId, runIds);
	const runs = runIds.flatMap((runId) => found.find((run) => run.runId === runId) ?? []);
	if (runs.length === 0 || runs.length < runIds.length) return null;
	return {
		week,
		runs,
		names: await listPlanNames(scope, week.siteId),
		calendar: await calendarOf(scope, week)
	};
}

/** A plan's sessions as the grid shows them. */
export function planGrid(
	{ siteId, startsOn }: Pick<WeekHead, 'siteId' | 'startsOn'>,
	calendar: SiteCalendar,
	{ sessions }: WeekPlan,
	names: PlanNames
): WeekGrid {
	const shown = sessions.map((session): readonly [string, GridSession] => {
		const offer = names.offers.get(session.offer);
		const room = names.rooms.get(session.room ?? '');
		return [
			session.slot,
			{
				key: `${session.offer} ${session.section}`,
				href: null,
				title: offer?.title ?? '',
				kind: offer?.kind ?? 'workshop',
				room: room?.name ?? null,
				adult: names.people.get(session.adult ?? '') ?? null,
				seats: session.learners.length,
				maximum: Math.min(offer?.maximum ?? Infinity, room?.seats ?? Infinity)
			}
		];
	});
	const bySlot = Map.groupBy(shown, ([slot]) => slot);
	return toWeekGrid(
		weekDays(siteId, startsOn, calendar),
		weekSlots(siteId, startsOn, calendar),
		new Map(
			[...bySlot].map(([slot, all]) => [
				slot,
				all.map(([, session]) => session).sort((a, b) => a.title.localeCompare(b.title))
			])
		)
	);
}
