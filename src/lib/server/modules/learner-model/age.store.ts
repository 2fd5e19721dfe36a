import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { ageOfGrade, ageOn, type PeopleTables } from '../people/index.ts';

/** How old a learner is today in whole years, by birthday or else by grade; null where neither is known. */
export async function findAge(scope: Scope, learnerId: PersonId): Promise<number | null> {
	const row = await scope.tx
		.$extendTables<PeopleTables>()
		.selectFrom('person')
		.select(['birth_date', 'grade'])
		.where('community_id', '=', scope.communityId)
		.where('person_id', '=', learnerId)
		.executeTakeFirst();
	if (!row?.birth_date) return ageOfGrade(row?.grade ?? null);
	return ageOn(row.birth_date, scope.today);
}
