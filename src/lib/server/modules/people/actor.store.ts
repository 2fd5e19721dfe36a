import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Membership, PersonActor, Relation } from '../../platform/access/index.ts';
import { schoolDay } from '../../platform/clock/index.ts';
import { compiledOnce } from '../../platform/db/compiled-once.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { CommunityId, PersonId } from '../../platform/ids.ts';
import { ageBandOf, knownAge } from './age-band.ts';
import type { PeopleTables, PersonSettings } from './people.tables.ts';
import type { SchoolTables } from '../school/index.ts';

/** The signed-in person as every request needs them. */
export interface SignedInPerson {
	readonly actor: PersonActor;
	readonly called: string;
	readonly settings: PersonSettings | null;
	readonly community: {
		readonly name: string;
		readonly locale: string;
		readonly isFictional: boolean;
	};
	/** The zone of the person's first site; days on their pages are days there. */
	readonly timeZone: string;
	readonly siteName: string | null;
}

type Asked = {
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly now: Date;
};

const signedInPerson = compiledOnce((tx, { communityId, personId, now }: Asked) =>
	tx
		.$extendTables<PeopleTables & SchoolTables>()
		.selectFrom('person')
		.innerJoin('community', (join) =>
			join
				.onRef('community.community_id', '=', 'person.community_id')
				.on('community.community_id', '=', communityId)
		)
		.where('person.community_id', '=', communityId)
		.where('person.person_id', '=', personId)
		.where('person.status', '=', 'active')
		.select((eb) => [
			'person.called',
			'person.birth_date',
			'person.grade',
			'person.band',
			'community.name as community_name',
			'community.locale as community_locale',
			'community.is_fictional',
			jsonArrayFrom(
				eb
					.selectFrom('membership')
					.leftJoin('site', (join) =>
						join
							.onRef('site.site_id', '=', 'membership.site_id')
							.on('site.community_id', '=', communityId)
					)
					.select([
						'membership.role',
						'membership.site_id as siteId',
						'site.name as siteName',
						'site.time_zone as timeZone'
					])
					.where('membership.community_id', '=', communityId)
					.where('membership.person_id', '=', personId)
					.where('membership.starts_at', '<=', now)
					.where((or) =>
						or.or([or('membership.ends_at', 'is', null), or('membership.ends_at', '>', now)])
					)
					.orderBy('membership.membership_id')
			).as('memberships'),
			jsonArrayFrom(
				eb
					.selectFrom('relationship')
					.select([
						'relationship.kind',
						'relationship.learner_id as learnerId',
						'relationship.limits'
					])
					.distinct()
					.where('relationship.community_id', '=', communityId)
					.where('relationship.adult_id', '=', personId)
					.where('relationship.starts_at', '<=', now)
					.where((or) =>
						or.or([or('relationship.ends_at', 'is', null), or('relationship.ends_at', '>', now)])
					)
			).as('relations'),
			jsonObjectFrom(
				eb
					.selectFrom('person_setting')
					.select([
						'locale',
						'theme',
						'contrast',
						'text_size as textSize',
						'spacing',
						'font',
						'tint',
						'motion',
						'reads_aloud as readsAloud'
					])
					.where('person_setting.community_id', '=', communityId)
					.where('person_setting.person_id', '=', personId)
			).as('settings'),
			sql<
				string | null
			>`(select s.time_zone from site s where s.community_id = ${communityId} order by s.site_id limit 1)`.as(
				'first_zone'
			)
		])
);

/**
 * Everything that decides what a person may do and how their pages look, in one statement.
 * Only memberships and relationships in force at `now` count, so a change bites on the next request (TS2).
 */
export async function findSignedInPerson(
	tx: Tx,
	communityId: CommunityId,
	personId: PersonId,
	now: Date
): Promise<SignedInPerson | null> {
	const [row] = await signedInPerson(tx, { communityId, personId, now });
	if (!row) return null;
	const memberships: readonly (Membership & {
		siteName: string | null;
		timeZone: string | null;
	})[] = row.memberships;
	const relations: readonly Relation[] = row.relations;
	const isLearner = memberships.some((membership) => membership.role === 'learner');
	const home = memberships.find((membership) => membership.timeZone !== null);
	const timeZone = home?.timeZone ?? row.first_zone ?? 'UTC';
	const today = schoolDay(now, timeZone);
	const facts = { override: row.band, birthDate: row.birth_date, grade: row.grade };
	return {
		actor: {
			kind: 'person',
			communityId,
			personId,
			memberships: memberships.map(({ role, siteId }) => ({ role, siteId })),
			relations,
			band: isLearner ? ageBandOf(facts, today) : null,
			...(isLearner && { age: knownAge(row.birth_date, row.grade, today) }),
			timeZone
		},
		called: row.called,
		settings: row.settings,
		community: {
			name: row.community_name,
			locale: row.community_locale,
			isFictional: row.is_fictional
		},
		timeZone,
		siteName: home?.siteName ?? null
	};
}
