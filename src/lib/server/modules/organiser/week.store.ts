import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import type { OrganiserTables, WeekId } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** The week of a site that begins on this Monday. */
export async function findWeekOn(
	scope: Scope,
	siteId: SiteId,
	startsOn: SchoolDay
): Promise<{ readonly weekId: WeekId } | undefined> {
	return db(scope)
		.selectFrom('site_week')
		.select('week_id as weekId')
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.where('starts_on', '=', startsOn)
		.executeTakeFirst();
}

export interface NewWeek {
	readonly weekId: WeekId;
	readonly siteId: SiteId;
	readonly startsOn: SchoolDay;
	readonly wishesUntil: Date;
	readonly studySeats: number;
	readonly mostWishes: number;
	readonly moneyMinor: number | null;
	readonly adultMinutes: number | null;
	readonly openedBy: PersonId | null;
}

/** Opens a week; false where the site has this one already. */
export async function insertWeek(scope: Scope, week: NewWeek): Promise<boolean> {
	const added = await db(scope)
		.insertInto('site_week')
		.values({
			community_id: scope.communityId,
			week_id: week.weekId,
			site_id: week.siteId,
			starts_on: week.startsOn,
			state: 'open',
			wishes_until: week.wishesUntil,
			study_seats: week.studySeats,
			most_wishes: week.mostWishes,
			money_minor: week.moneyMinor,
			adult_minutes: week.adultMinutes,
			revision: 0,
			published_run_id: null,
			published_at: null,
			published_by: null,
			opened_at: scope.now,
			opened_by: week.openedBy
		})
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'site_id', 'starts_on']).doNothing()
		)
		.returning('week_id')
		.executeTakeFirst();
	return added !== undefined;
}
