import { sql } from 'kysely';
import { may, type Role, type Scope } from '../../platform/access/index.ts';
import { seeSetUp } from './people.policy.ts';
import type { PeopleTables } from './people.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PeopleTables>();

/** How many are here, for whoever sets the school up; no count tells anything about one person. */
export interface Census {
	readonly people: Readonly<Partial<Record<Role, number>>>;
	readonly classes: number;
	/** Learners with at least one family member linked to them. */
	readonly withFamily: number;
}

/** Counts of people in force now, or null for whoever does not set the school up. */
export async function takeCensus(scope: Scope): Promise<Census | null> {
	const { communityId, now } = scope;
	const roles = await db(scope)
		.selectFrom('membership')
		.select(['role', sql<number>`count(distinct person_id)::int`.as('count')])
		.where('community_id', '=', communityId)
		.where('starts_at', '<=', now)
		.where((or) => or.or([or('ends_at', 'is', null), or('ends_at', '>', now)]))
		.groupBy('role')
		.execute();
	const classes = await db(scope)
		.selectFrom('learner_group')
		.select(sql<number>`count(*)::int`.as('count'))
		.where('community_id', '=', communityId)
		.where('kind', '<>', 'fluid')
		.executeTakeFirstOrThrow();
	const families = await db(scope)
		.selectFrom('relationship')
		.select(sql<number>`count(distinct learner_id)::int`.as('count'))
		.where('community_id', '=', communityId)
		.where('kind', '=', 'family-of')
		.where('starts_at', '<=', now)
		.where((or) => or.or([or('ends_at', 'is', null), or('ends_at', '>', now)]))
		.executeTakeFirstOrThrow();
	if (!may(scope.actor, seeSetUp)) return null;
	return {
		people: Object.fromEntries(roles.map(({ role, count }) => [role, count])),
		classes: classes.count,
		withFamily: families.count
	};
}
