import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { knownAge, type PeopleTables } from '../people/index.ts';

/** How old a learner is today in whole years, by birthday or else by grade; null where neither is known. */
export async function findAge(scope: Scope, learnerId: PersonId): Promise<number | null> {
	const { actor } = scope;
	// Whoever asks about themself was looked up with their age already.
	if (actor.kind === 'person' && actor.personId === learnerId && actor.age !== undefined) {
		return actor.age;
	}
	const row = await scope.tx
		.$extendTables<PeopleTables>()
		.selectFrom('person')
		.select(['birth_date', 'grade'])
		.where('community_id', '=', scope.communityId)
		.where('person_id', '=', learnerId)
		.executeTakeFirst();
	return knownAge(row?.birth_date ?? null, row?.grade ?? null, scope.today);
}
