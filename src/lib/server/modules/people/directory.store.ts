import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { may, type Role, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { administer } from './people.policy.ts';
import type { PeopleTables } from './people.tables.ts';

/** One person as the office finds them. */
export interface DirectoryPerson {
	readonly personId: PersonId;
	readonly fullName: string;
	readonly grade: string | null;
	readonly roles: readonly { readonly role: Role }[];
}

/** A name as search compares it: small letters, no macrons, doubled vowels as one. */
export const foldName = (name: string): string =>
	name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/([aeiou])\1/g, '$1');

/** People whose name holds the words, thirty at most; none for whoever does not administer. */
export async function searchPeople(
	scope: Scope,
	words: string
): Promise<readonly DirectoryPerson[]> {
	const { communityId, now } = scope;
	if (!may(scope.actor, administer)) return [];
	const name = sql<string>`regexp_replace(translate(lower(given_name || ' ' || family_name || ' ' || called), 'āēīōū', 'aeiou'), '([aeiou])\\1', '\\1', 'g')`;
	const rows = await scope.tx
		.$extendTables<PeopleTables>()
		.selectFrom('person')
		.select((eb) => [
			'person.person_id as personId',
			'person.given_name',
			'person.family_name',
			'person.grade',
			jsonArrayFrom(
				eb
					.selectFrom('membership')
					.select('membership.role')
					.distinct()
					.where('membership.community_id', '=', communityId)
					.whereRef('membership.person_id', '=', 'person.person_id')
					.where((or) =>
						or.or([or('membership.ends_at', 'is', null), or('membership.ends_at', '>', now)])
					)
			).as('roles')
		])
		.where('person.community_id', '=', communityId)
		.where('person.status', '=', 'active')
		.where(sql<boolean>`position(${foldName(words.trim())}::text in ${name}) > 0`)
		.orderBy('person.family_name')
		.orderBy('person.given_name')
		.orderBy('person.person_id')
		.limit(30)
		.execute();
	return rows.map(({ personId, given_name, family_name, grade, roles }) => ({
		personId,
		fullName: `${given_name} ${family_name}`,
		grade,
		roles
	}));
}
