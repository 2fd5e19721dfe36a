import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { ageBandOf } from './age-band.ts';
import { groupsOf } from './learner-groups.ts';
import type { Audience, PeopleTables } from './people.tables.ts';
import type { AdultView, LearnerView } from './people.store.ts';
import type { ProfileItemView } from './profile.store.ts';

/** A learner with what they say of themself and the adults around them now. */
export interface LearnerAround {
	readonly learner: LearnerView;
	readonly profile: readonly ProfileItemView[];
	readonly adults: readonly Pick<AdultView, 'personId' | 'called' | 'kind' | 'words' | 'purpose'>[];
}

/** One statement for all of it; undefined for nobody. `audiences` says whose words are told. */
export async function findLearnerAround(
	scope: Scope,
	learnerId: PersonId | null,
	audiences: readonly Audience[]
): Promise<LearnerAround | undefined> {
	const { communityId, now } = scope;
	const row = await scope.tx
		.$extendTables<PeopleTables>()
		.selectFrom('person')
		.where('person.community_id', '=', communityId)
		.where('person.person_id', '=', learnerId)
		.where('person.status', '=', 'active')
		.select((eb) => [
			'person.person_id as personId',
			'person.called',
			'person.given_name',
			'person.family_name',
			'person.band',
			'person.birth_date',
			'person.grade',
			groupsOf(scope).as('groups'),
			jsonArrayFrom(
				eb
					.selectFrom('profile_item')
					.select(['item_id as itemId', 'kind', 'words', 'audience'])
					.where('profile_item.community_id', '=', communityId)
					.whereRef('profile_item.learner_id', '=', 'person.person_id')
					.where('removed_at', 'is', null)
					.where('audience', 'in', audiences)
					.orderBy('item_id')
			).as('profile'),
			jsonArrayFrom(
				eb
					.selectFrom('relationship')
					.innerJoin('person as adult', (join) =>
						join
							.onRef('adult.person_id', '=', 'relationship.adult_id')
							.on('adult.community_id', '=', communityId)
					)
					.distinctOn(['relationship.kind', 'adult.called', 'adult.person_id'])
					.select([
						'adult.person_id as personId',
						'adult.called',
						'relationship.kind',
						'relationship.words',
						'relationship.purpose'
					])
					.where('relationship.community_id', '=', communityId)
					.whereRef('relationship.learner_id', '=', 'person.person_id')
					.where('relationship.starts_at', '<=', now)
					.where((or) =>
						or.or([or('relationship.ends_at', 'is', null), or('relationship.ends_at', '>', now)])
					)
					.orderBy('relationship.kind')
					.orderBy('adult.called')
					.orderBy('adult.person_id')
			).as('adults')
		])
		.executeTakeFirst();
	if (!row) return undefined;
	const { personId, called, grade, groups, profile, adults } = row;
	const facts = { override: row.band, birthDate: row.birth_date, grade };
	const band = ageBandOf(facts, scope.today);
	const fullName = `${row.given_name} ${row.family_name}`;
	return { learner: { personId, called, fullName, grade, band, groups }, profile, adults };
}
