import { learnersFor, type Scope } from '../../platform/access/index.ts';
import { listPeriods, type PeriodView } from '../school/index.ts';
import { listChanges, listOpenWishes, type ChangeLine, type OpenWish } from './change.store.ts';
import { listPlanNames, type PlanNames } from './names.store.ts';
import { seeWeekOf } from './organiser.policy.ts';
import type { WeekId } from './organiser.tables.ts';
import { findWeek } from './week-queries.ts';
import { listSessions, type SessionRow, type WeekHead } from './week-view.store.ts';

/** What can be changed in a week, and what was. */
export interface ChangesPage {
	readonly week: WeekHead;
	readonly periods: readonly PeriodView[];
	readonly sessions: readonly SessionRow[];
	readonly names: PlanNames;
	readonly wishes: readonly OpenWish[];
	readonly changes: readonly ChangeLine[];
}

/** The page of changes of a week, or null as `findWeek`. Six statements. */
export async function getChangesPage(scope: Scope, weekId: WeekId): Promise<ChangesPage | null> {
	const week = await findWeek(scope, weekId);
	if (!week) return null;
	const [periods, sessions, names, wishes, changes] = await Promise.all([
		listPeriods(scope, week.siteId),
		listSessions(scope, weekId),
		listPlanNames(scope, week.siteId),
		listOpenWishes(scope, weekId, learnersFor(scope.actor, seeWeekOf)),
		listChanges(scope, weekId)
	]);
	return { week, periods, sessions, names, wishes, changes };
}
