import type {
	AgeBand,
	RelationLimit,
	RelationshipKind,
	Role,
	Scope
} from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { GroupId, PersonId, SiteId, Uuid } from '../../platform/ids.ts';
import type { PeopleTables } from './people.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PeopleTables>();

/** PostgreSQL takes 65,535 parameters a statement; rows here have at most a dozen columns. */
const rowsPerStatement = 2_000;

async function inBatches<T>(
	rows: readonly T[],
	insert: (batch: T[]) => Promise<unknown>
): Promise<void> {
	for (let start = 0; start < rows.length; start += rowsPerStatement) {
		await insert(rows.slice(start, start + rowsPerStatement));
	}
}

export interface NewPerson {
	readonly personId: PersonId;
	readonly givenName: string;
	readonly familyName: string;
	readonly called: string;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	readonly band: AgeBand | null;
	readonly sourceId: string | null;
}

export const insertPeople = (scope: Scope, people: readonly NewPerson[]): Promise<void> =>
	inBatches(people, (batch) =>
		db(scope)
			.insertInto('person')
			.values(
				batch.map((person) => ({
					community_id: scope.communityId,
					person_id: person.personId,
					given_name: person.givenName,
					family_name: person.familyName,
					called: person.called,
					birth_date: person.birthDate,
					grade: person.grade,
					band: person.band,
					status: 'active' as const,
					source_id: person.sourceId,
					created_at: scope.now
				}))
			)
			.execute()
	);

export interface NewContact {
	readonly personId: PersonId;
	readonly kind: 'email' | 'phone';
	readonly value: string;
}

export const insertContacts = (scope: Scope, contacts: readonly NewContact[]): Promise<void> =>
	inBatches(contacts, (batch) =>
		db(scope)
			.insertInto('contact')
			.values(
				batch.map((contact) => ({
					community_id: scope.communityId,
					contact_id: scope.newId<Uuid>(),
					person_id: contact.personId,
					kind: contact.kind,
					value: contact.value
				}))
			)
			.execute()
	);

export interface NewMembership {
	readonly personId: PersonId;
	readonly siteId: SiteId | null;
	readonly role: Role;
	readonly startsAt: Date;
	readonly endsAt: Date | null;
}

export const insertMemberships = (
	scope: Scope,
	memberships: readonly NewMembership[]
): Promise<void> =>
	inBatches(memberships, (batch) =>
		db(scope)
			.insertInto('membership')
			.values(
				batch.map((membership) => ({
					community_id: scope.communityId,
					membership_id: scope.newId<Uuid>(),
					person_id: membership.personId,
					site_id: membership.siteId,
					role: membership.role,
					starts_at: membership.startsAt,
					ends_at: membership.endsAt
				}))
			)
			.execute()
	);

export interface NewGroup {
	readonly groupId: GroupId;
	readonly siteId: SiteId;
	readonly kind: 'home' | 'class' | 'fluid';
	readonly name: string;
	readonly startsOn: SchoolDay | null;
	readonly endsOn: SchoolDay | null;
	readonly sourceId: string | null;
}

export const insertGroups = (scope: Scope, groups: readonly NewGroup[]): Promise<void> =>
	inBatches(groups, (batch) =>
		db(scope)
			.insertInto('learner_group')
			.values(
				batch.map((group) => ({
					community_id: scope.communityId,
					group_id: group.groupId,
					site_id: group.siteId,
					kind: group.kind,
					name: group.name,
					starts_on: group.startsOn,
					ends_on: group.endsOn,
					source_id: group.sourceId
				}))
			)
			.execute()
	);

export interface NewGroupMember {
	readonly groupId: GroupId;
	readonly personId: PersonId;
	readonly part: 'learner' | 'adult';
	readonly startsAt: Date;
	readonly endsAt: Date | null;
}

export const insertGroupMembers = (
	scope: Scope,
	members: readonly NewGroupMember[]
): Promise<void> =>
	inBatches(members, (batch) =>
		db(scope)
			.insertInto('group_member')
			.values(
				batch.map((member) => ({
					community_id: scope.communityId,
					group_id: member.groupId,
					person_id: member.personId,
					part: member.part,
					starts_at: member.startsAt,
					ends_at: member.endsAt
				}))
			)
			.execute()
	);

export interface NewRelationship {
	readonly kind: RelationshipKind;
	readonly adultId: PersonId;
	readonly learnerId: PersonId;
	readonly groupId: GroupId | null;
	readonly startsAt: Date;
	readonly endsAt: Date | null;
	readonly limits: readonly RelationLimit[];
	readonly purpose: string | null;
	readonly words: string | null;
}

export const insertRelationships = (
	scope: Scope,
	relationships: readonly NewRelationship[]
): Promise<void> =>
	inBatches(relationships, (batch) =>
		db(scope)
			.insertInto('relationship')
			.values(
				batch.map((relationship) => ({
					community_id: scope.communityId,
					relationship_id: scope.newId<Uuid>(),
					kind: relationship.kind,
					adult_id: relationship.adultId,
					learner_id: relationship.learnerId,
					group_id: relationship.groupId,
					starts_at: relationship.startsAt,
					ends_at: relationship.endsAt,
					limits: [...relationship.limits],
					purpose: relationship.purpose,
					words: relationship.words
				}))
			)
			.execute()
	);
