import { sql } from 'kysely';
import { hasRole, may, type Scope } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { CommunityId, GroupId, PersonId } from '../../platform/ids.ts';
import type { SchoolTables } from '../school/index.ts';
import { administerClasses, runClasses } from './people.policy.ts';
import type { PeopleTables } from './people.tables.ts';

const db = (tx: Tx) => tx.$extendTables<PeopleTables & SchoolTables>();

/** A home group or class as its teachers know it. */
export interface ClassView {
	readonly groupId: GroupId;
	readonly name: string;
	readonly kind: 'home' | 'class' | 'fluid';
	readonly siteName: string;
	/** Learners who are in it now. */
	readonly learners: number;
}

/**
 * The classes whose windows and cards this actor looks after: a teacher those they teach in, the office all; home
 * groups first. The same query, narrowed to one group, is the object check.
 */
export async function listClasses(
	scope: Scope,
	groupId: GroupId | null = null
): Promise<readonly ClassView[]> {
	const { communityId, now, actor } = scope;
	const isOffice = may(actor, administerClasses);
	const adultId = actor.kind === 'person' && may(actor, runClasses) ? actor.personId : null;
	return db(scope.tx)
		.selectFrom('learner_group')
		.innerJoin('site', (join) =>
			join
				.onRef('site.site_id', '=', 'learner_group.site_id')
				.on('site.community_id', '=', communityId)
		)
		.select((eb) => [
			'learner_group.group_id as groupId',
			'learner_group.name',
			'learner_group.kind',
			'site.name as siteName',
			eb
				.selectFrom('group_member')
				.select((inner) => sql<number>`${inner.fn.countAll()}::int`.as('count'))
				.where('group_member.community_id', '=', communityId)
				.whereRef('group_member.group_id', '=', 'learner_group.group_id')
				.where('group_member.part', '=', 'learner')
				.where('group_member.starts_at', '<=', now)
				.where((or) =>
					or.or([or('group_member.ends_at', 'is', null), or('group_member.ends_at', '>', now)])
				)
				.$asScalar()
				.$notNull()
				.as('learners')
		])
		.where('learner_group.community_id', '=', communityId)
		.where((eb) =>
			eb.or([
				eb(sql<boolean>`${isOffice}::boolean`, '=', true),
				eb.exists(
					eb
						.selectFrom('group_member as adult')
						.select('adult.person_id')
						.where('adult.community_id', '=', communityId)
						.whereRef('adult.group_id', '=', 'learner_group.group_id')
						.where('adult.person_id', '=', adultId)
						.where('adult.part', '=', 'adult')
						.where('adult.starts_at', '<=', now)
						.where((or) => or.or([or('adult.ends_at', 'is', null), or('adult.ends_at', '>', now)]))
				)
			])
		)
		.where((eb) =>
			eb.or([
				eb(sql<GroupId | null>`${groupId}::uuid`, 'is', null),
				eb('learner_group.group_id', '=', groupId)
			])
		)
		.orderBy('learner_group.kind', 'desc')
		.orderBy('learner_group.name')
		.orderBy('learner_group.group_id')
		.execute();
}

/** One class, or undefined when it is not there or not this actor's: the two look alike (TS3). */
export async function findClass(scope: Scope, groupId: GroupId): Promise<ClassView | undefined> {
	const [found] = await listClasses(scope, groupId);
	return found;
}

/** The groups a person is in as a learner now. */
export async function listGroupsOf(
	tx: Tx,
	communityId: CommunityId,
	personId: PersonId,
	now: Date
): Promise<readonly GroupId[]> {
	const rows = await db(tx)
		.selectFrom('group_member')
		.select('group_id')
		.where('community_id', '=', communityId)
		.where('person_id', '=', personId)
		.where('part', '=', 'learner')
		.where('starts_at', '<=', now)
		.where((or) => or.or([or('ends_at', 'is', null), or('ends_at', '>', now)]))
		.execute();
	return rows.map((row) => row.group_id);
}

/** Whether somebody may still keep a window of this class open: an adult of it with the role, or the office. */
export async function mayKeepOpen(
	scope: Scope,
	groupId: GroupId,
	adultId: PersonId
): Promise<boolean> {
	const { communityId, now } = scope;
	const found = await db(scope.tx)
		.selectFrom('membership')
		.select('membership.role')
		.where('membership.community_id', '=', communityId)
		.where('membership.person_id', '=', adultId)
		.where('membership.starts_at', '<=', now)
		.where((or) =>
			or.or([or('membership.ends_at', 'is', null), or('membership.ends_at', '>', now)])
		)
		.where((eb) =>
			eb.or([
				eb('membership.role', '=', 'administrator'),
				eb.and([
					eb('membership.role', '=', 'teacher'),
					eb.exists(
						eb
							.selectFrom('group_member')
							.select('group_member.person_id')
							.where('group_member.community_id', '=', communityId)
							.where('group_member.group_id', '=', groupId)
							.where('group_member.person_id', '=', adultId)
							.where('group_member.part', '=', 'adult')
							.where('group_member.starts_at', '<=', now)
							.where((or) =>
								or.or([
									or('group_member.ends_at', 'is', null),
									or('group_member.ends_at', '>', now)
								])
							)
					)
				])
			])
		)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** Whether a person is a learner now; the decision log speaks of learners alone. */
export async function isLearner(scope: Scope, personId: PersonId): Promise<boolean> {
	if (scope.actor.kind === 'person' && scope.actor.personId === personId)
		return hasRole(scope.actor, 'learner');
	const { communityId, now } = scope;
	const found = await db(scope.tx)
		.selectFrom('membership')
		.select('membership_id')
		.where('community_id', '=', communityId)
		.where('person_id', '=', personId)
		.where('role', '=', 'learner')
		.where('starts_at', '<=', now)
		.where((or) => or.or([or('ends_at', 'is', null), or('ends_at', '>', now)]))
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
