import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type {
	AgeBand,
	RelationLimit,
	RelationshipKind,
	Role,
	Scope,
	VisibleLearners
} from '../../platform/access/index.ts';
import { schoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import type { GroupId, PersonId, SiteId, Uuid } from '../../platform/ids.ts';
import { ageBandOf } from './age-band.ts';
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

/** What people are called, for pages that show many of them; unknown ids are missing. */
export async function listNames(
	scope: Scope,
	personIds: readonly PersonId[]
): Promise<ReadonlyMap<PersonId, string>> {
	if (personIds.length === 0) return new Map();
	const rows = await db(scope)
		.selectFrom('person')
		.select(['person_id', 'called'])
		.where('community_id', '=', scope.communityId)
		// One parameter whatever the length, so that the statement keeps its name.
		.where('person_id', '=', sql<PersonId>`any(${[...new Set(personIds)]}::uuid[])`)
		.execute();
	return new Map(rows.map((row) => [row.person_id, row.called]));
}

/** A learner as lists and page headings show them. */
export interface LearnerView {
	readonly personId: PersonId;
	readonly called: string;
	readonly fullName: string;
	readonly band: AgeBand;
	readonly grade: string | null;
	/** Names of home groups and classes they are in now, home groups first. */
	readonly groups: readonly {
		readonly groupId: GroupId;
		readonly name: string;
		readonly kind: string;
	}[];
}

/** The learners a rule opens, by family name; narrowed to a group where one is given. Page by `after`. */
export async function listLearners(
	scope: Scope,
	visible: VisibleLearners,
	options: { readonly groupId?: GroupId; readonly timeZone?: string; readonly limit?: number } = {}
): Promise<readonly LearnerView[]> {
	const { communityId, now } = scope;
	let query = db(scope)
		.selectFrom('person')
		.where('person.community_id', '=', communityId)
		.where('person.status', '=', 'active')
		.select((eb) => [
			'person.person_id as personId',
			'person.called',
			'person.given_name',
			'person.family_name',
			'person.band',
			'person.birth_date',
			'person.grade',
			jsonArrayFrom(
				eb
					.selectFrom('group_member')
					.innerJoin('learner_group', (join) =>
						join
							.onRef('learner_group.group_id', '=', 'group_member.group_id')
							.on('learner_group.community_id', '=', communityId)
					)
					.select(['learner_group.group_id as groupId', 'learner_group.name', 'learner_group.kind'])
					.where('group_member.community_id', '=', communityId)
					.whereRef('group_member.person_id', '=', 'person.person_id')
					.where('group_member.part', '=', 'learner')
					.where('group_member.starts_at', '<=', now)
					.where((or) =>
						or.or([or('group_member.ends_at', 'is', null), or('group_member.ends_at', '>', now)])
					)
					.orderBy('learner_group.kind', 'desc')
					.orderBy('learner_group.name')
			).as('groups')
		])
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('membership')
					.select('membership.membership_id')
					.where('membership.community_id', '=', communityId)
					.whereRef('membership.person_id', '=', 'person.person_id')
					.where('membership.role', '=', 'learner')
					.where((or) =>
						or.or([or('membership.ends_at', 'is', null), or('membership.ends_at', '>', now)])
					)
			)
		)
		.orderBy('person.family_name')
		.orderBy('person.given_name')
		.orderBy('person.person_id')
		.limit(options.limit ?? 500);
	if (visible !== 'everyone') {
		query = query.where('person.person_id', '=', sql<PersonId>`any(${[...visible]}::uuid[])`);
	}
	const { groupId } = options;
	if (groupId) {
		query = query.where((eb) =>
			eb.exists(
				eb
					.selectFrom('group_member')
					.select('group_member.person_id')
					.where('group_member.community_id', '=', communityId)
					.where('group_member.group_id', '=', groupId)
					.whereRef('group_member.person_id', '=', 'person.person_id')
					.where('group_member.part', '=', 'learner')
					.where('group_member.starts_at', '<=', now)
					.where((or) =>
						or.or([or('group_member.ends_at', 'is', null), or('group_member.ends_at', '>', now)])
					)
			)
		);
	}
	const today = options.timeZone === undefined ? scope.today : schoolDay(now, options.timeZone);
	return (await query.execute()).map((row) => ({
		personId: row.personId,
		called: row.called,
		fullName: `${row.given_name} ${row.family_name}`,
		grade: row.grade,
		band: ageBandOf({ override: row.band, birthDate: row.birth_date, grade: row.grade }, today),
		groups: row.groups
	}));
}

/** One learner, or undefined when the rule does not open them: missing and forbidden look alike. */
export async function findLearner(
	scope: Scope,
	visible: VisibleLearners,
	learnerId: PersonId,
	timeZone?: string
): Promise<LearnerView | undefined> {
	const isOpen = visible === 'everyone' || visible.has(learnerId);
	// The statement runs either way, so that the two cannot be told apart by its absence (TS3).
	const [found] = await listLearners(scope, isOpen ? new Set([learnerId]) : new Set(), {
		...(timeZone !== undefined && { timeZone })
	});
	return found;
}

/** An adult around a learner, with how they stand to each other. */
export interface AdultView {
	readonly personId: PersonId;
	readonly called: string;
	readonly kind: RelationshipKind;
	/** In the family's words ("koro"), where known. */
	readonly words: string | null;
	readonly purpose: string | null;
	readonly endsAt: Date | null;
	readonly limits: readonly RelationLimit[];
}

/** The adults around a learner now: family first, then teachers, mentors, support. */
export async function listAdultsOf(
	scope: Scope,
	learnerId: PersonId
): Promise<readonly AdultView[]> {
	const rows = await db(scope)
		.selectFrom('relationship')
		.innerJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'relationship.adult_id')
				.on('person.community_id', '=', scope.communityId)
		)
		.select([
			'person.person_id as personId',
			'person.called',
			'relationship.kind',
			'relationship.words',
			'relationship.purpose',
			'relationship.ends_at as endsAt',
			'relationship.limits'
		])
		.where('relationship.community_id', '=', scope.communityId)
		.where('relationship.learner_id', '=', learnerId)
		.where('relationship.starts_at', '<=', scope.now)
		.where((or) =>
			or.or([or('relationship.ends_at', 'is', null), or('relationship.ends_at', '>', scope.now)])
		)
		.orderBy('relationship.kind')
		.orderBy('person.called')
		.execute();
	// Two classes with the same teacher are one adult on the page.
	const seen = new Map<string, AdultView>();
	for (const row of rows)
		seen.set(`${row.kind} ${row.personId}`, seen.get(`${row.kind} ${row.personId}`) ?? row);
	return [...seen.values()];
}

/** Leaves the trace of an adult opening a named learner's things: one row a day, adult, learner and kind (TP6). */
export async function recordAccess(
	scope: Scope,
	adultId: PersonId,
	learnerId: PersonId,
	what: 'plan' | 'work' | 'map' | 'profile' | 'notes',
	timeZone?: string
): Promise<void> {
	await db(scope)
		.insertInto('access_row')
		.values({
			community_id: scope.communityId,
			access_id: scope.newId<Uuid>(),
			learner_id: learnerId,
			adult_id: adultId,
			what,
			day: timeZone === undefined ? scope.today : schoolDay(scope.now, timeZone),
			at: scope.now
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
