import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OfferId, OrganiserTables } from './organiser.tables.ts';
import type { TestWeek } from './testing.ts';

/** The same list, in force, for each of these learners. */
export async function insertWishes(
	scope: Scope,
	{ weekId }: TestWeek,
	learnerIds: readonly PersonId[],
	offerIds: readonly OfferId[]
): Promise<void> {
	const db = scope.tx.$extendTables<OrganiserTables>();
	const { communityId, now } = scope;
	await db
		.insertInto('wish_list')
		.values(
			learnerIds.map((learnerId) => ({
				community_id: communityId,
				week_id: weekId,
				learner_id: learnerId,
				seed: 1,
				rung: 4 as const,
				state: 'in-force' as const,
				saved_at: now,
				saved_by: learnerId,
				answered_by: null,
				answered_at: null,
				words: null
			}))
		)
		.execute();
	await db
		.insertInto('week_wish')
		.values(
			learnerIds.flatMap((learnerId) =>
				offerIds.map((offerId, index) => ({
					community_id: communityId,
					week_id: weekId,
					learner_id: learnerId,
					offer_id: offerId,
					rank: index + 1
				}))
			)
		)
		.execute();
}
