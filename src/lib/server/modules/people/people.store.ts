import { sql } from 'kysely';
import type {
	AgeBand,
	RelationLimit,
	RelationshipKind,
	Scope,
	VisibleLearners
} from '../../platform/access/index.ts';
import { schoolDay } from '../../platform/clock/index.ts';
import type { GroupId, PersonId, Uuid } from '../../platform/ids.ts';
import { ageBandOf } from './age-band.ts';
import { groupsOf, type GroupOfLearner } from './learner-groups.ts';
import type { PeopleTables } from './people.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PeopleTables>();

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
	readonly groups: readonly GroupOfLearner[];
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
		.select([
			'person.person_id as personId',
			'person.called',
			'person.given_name',
			'person.family_name',
			'person.band',
			'person.birth_date',
			'person.grade',
			groupsOf(scope).as('groups')
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
