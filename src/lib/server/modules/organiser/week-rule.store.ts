import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import type { OrganiserTables } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** How the weeks of a site are made. */
export interface WeekRule {
	/** Places in supervised study, in each period. */
	readonly studySeats: number;
	/** How many choices a learner may rank. */
	readonly mostWishes: number;
	/** Weekday and time of the week before until which wishes are taken. */
	readonly closesWeekday: number;
	/** `HH:MM:SS` where the site is. */
	readonly closesAt: string;
	readonly moneyMinor: number | null;
	readonly adultMinutes: number | null;
}

/** The rule of a site; null while nobody has said one. */
export async function findWeekRule(scope: Scope, siteId: SiteId): Promise<WeekRule | null> {
	const found = await db(scope)
		.selectFrom('week_rule')
		.select([
			'study_seats as studySeats',
			'most_wishes as mostWishes',
			'closes_weekday as closesWeekday',
			'closes_at as closesAt',
			'money_minor as moneyMinor',
			'adult_minutes as adultMinutes'
		])
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.executeTakeFirst();
	return found ?? null;
}

export async function putWeekRule(scope: Scope, siteId: SiteId, rule: WeekRule): Promise<void> {
	await db(scope)
		.insertInto('week_rule')
		.values({
			community_id: scope.communityId,
			site_id: siteId,
			study_seats: rule.studySeats,
			most_wishes: rule.mostWishes,
			closes_weekday: rule.closesWeekday,
			closes_at: rule.closesAt,
			money_minor: rule.moneyMinor,
			adult_minutes: rule.adultMinutes
		})
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'site_id']).doUpdateSet((eb) => ({
				study_seats: eb.ref('excluded.study_seats'),
				most_wishes: eb.ref('excluded.most_wishes'),
				closes_weekday: eb.ref('excluded.closes_weekday'),
				closes_at: eb.ref('excluded.closes_at'),
				money_minor: eb.ref('excluded.money_minor'),
				adult_minutes: eb.ref('excluded.adult_minutes')
			}))
		)
		.execute();
}

/** Learners who are at a site now. */
export async function countLearnersAt(scope: Scope, siteId: SiteId): Promise<number> {
	const { communityId, now } = scope;
	const { rows } = await sql<{ learners: number }>`
select count(distinct m.person_id)::int as learners from membership m
where m.community_id = ${communityId} and m.site_id = ${siteId} and m.role = 'learner'
	and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})`.execute(scope.tx);
	return rows[0]?.learners ?? 0;
}

/** What holds where nobody has said a rule: a study place for everybody, five choices until Thursday afternoon. */
export const startingRule = (learners: number): WeekRule => ({
	studySeats: Math.max(learners, 20),
	mostWishes: 5,
	closesWeekday: 4,
	closesAt: '15:00:00',
	moneyMinor: null,
	adultMinutes: null
});

/** The rule of a site, or the starting one. */
export async function weekRuleOf(scope: Scope, siteId: SiteId): Promise<WeekRule> {
	return (await findWeekRule(scope, siteId)) ?? startingRule(await countLearnersAt(scope, siteId));
}
