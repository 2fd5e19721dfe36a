import { sql } from 'kysely';
import { actorId, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { GoalFields } from './goal.ts';
import type { DraftedLine, GoalId, PlanTables, ProposalId } from './plans.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PlanTables>();
export type GoalRow = Pick<
	PlanTables['goal'],
	'goal_id' | 'learner_id' | 'state' | 'version' | 'purpose'
> & { readonly fields: GoalFields };

/** A goal, locked until the command ends: proposals of one goal are handled one after the other. */
export const lockGoal = (scope: Scope, goalId: GoalId): Promise<GoalRow | undefined> =>
	db(scope)
		.selectFrom('goal')
		.select(['goal_id', 'learner_id', 'state', 'version', 'purpose', 'fields'])
		.where('community_id', '=', scope.communityId)
		.where('goal_id', '=', goalId)
		.forUpdate()
		.executeTakeFirst();

export interface NewGoal {
	readonly goalId: GoalId;
	readonly learnerId: PersonId;
	readonly purpose: 'learning' | 'life';
	readonly sharing: 'individual' | 'common';
	readonly fields: GoalFields;
	readonly sources: readonly DraftedLine[] | null;
}

/** Writes goals as drafts with their first version; those whose key is there already are left out. Returns how many. */
export async function insertDrafts(scope: Scope, goals: readonly NewGoal[]): Promise<number> {
	if (goals.length === 0) return 0;
	const added = await db(scope)
		.insertInto('goal')
		.values(
			goals.map(({ goalId, learnerId, purpose, sharing, fields, sources }) => ({
				community_id: scope.communityId,
				goal_id: goalId,
				learner_id: learnerId,
				state: 'drafted' as const,
				version: 1,
				purpose,
				sharing,
				fields: JSON.stringify(fields),
				sources: sources && JSON.stringify(sources),
				review_on: fields.reviewOn,
				created_at: scope.now,
				changed_at: scope.now
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.returning('goal_id')
		.execute();
	const isNew = new Set(added.map((row) => row.goal_id));
	await insertVersions(
		scope,
		goals
			.filter(({ goalId }) => isNew.has(goalId))
			.map(({ goalId, fields }) => ({ goalId, version: 1, state: 'drafted', fields }))
	);
	return added.length;
}

type NewVersion = Pick<PlanTables['goal_version'], 'version' | 'state'> & {
	readonly goalId: GoalId;
	readonly fields: GoalFields;
};

async function insertVersions(scope: Scope, versions: readonly NewVersion[]): Promise<void> {
	if (versions.length === 0) return;
	await db(scope)
		.insertInto('goal_version')
		.values(
			versions.map(({ goalId, version, state, fields }) => ({
				community_id: scope.communityId,
				goal_id: goalId,
				version,
				state,
				fields: JSON.stringify(fields),
				author_id: actorId(scope),
				at: scope.now
			}))
		)
		.execute();
}

/** What a goal said at a version, and in which state that version came. */
export const findVersion = (scope: Scope, goalId: GoalId, version: number) =>
	db(scope)
		.selectFrom('goal_version')
		.select(['state', 'fields'])
		.where('community_id', '=', scope.communityId)
		.where('goal_id', '=', goalId)
		.where('version', '=', version)
		.executeTakeFirst();

/** Stores where a goal stands after an act; a new version is kept for good. */
export async function saveStanding(
	scope: Scope,
	before: GoalRow,
	after: Pick<GoalRow, 'state' | 'version' | 'fields'>
): Promise<void> {
	const { state, version, fields } = after;
	await db(scope)
		.updateTable('goal')
		.set({
			state,
			version,
			fields: JSON.stringify(fields),
			review_on: fields.reviewOn,
			changed_at: scope.now
		})
		.where('community_id', '=', scope.communityId)
		.where('goal_id', '=', before.goal_id)
		.execute();
	if (version !== before.version) {
		await insertVersions(scope, [{ goalId: before.goal_id, version, state, fields }]);
	}
}

export async function insertAgreements(
	scope: Scope,
	goalId: GoalId,
	version: number,
	agreed: readonly Pick<PlanTables['goal_agreement'], 'person_id' | 'role' | 'side'>[]
): Promise<void> {
	await db(scope)
		.insertInto('goal_agreement')
		.values(
			agreed.map((one) => ({
				...one,
				community_id: scope.communityId,
				goal_id: goalId,
				version,
				at: scope.now
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The goals of a learner that are neither drafts nor ended, and all the drafts: what a new draft must not repeat. */
export const listGoalsBriefly = (scope: Scope, learnerId: PersonId) =>
	db(scope)
		.selectFrom('goal')
		.select(['goal_id', 'state', 'fields', 'purpose'])
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.orderBy('created_at', 'desc')
		.limit(40)
		.execute();

/** How many new goals adults have put on offer to this learner lately and not taken back: a choice needs two. */
export async function countOffers(scope: Scope, learnerId: PersonId, since: Date): Promise<number> {
	const { n } = await db(scope)
		.selectFrom('goal_proposal')
		.select(sql<number>`count(distinct goal_id)::int`.as('n'))
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('kind', '=', 'new')
		.where('side', '=', 'adult')
		.where('state', '<>', 'withdrawn')
		.where('made_at', '>', since)
		.executeTakeFirstOrThrow();
	return n;
}

/** The goal a proposal belongs to. */
export async function findProposal(scope: Scope, proposalId: ProposalId) {
	return db(scope)
		.selectFrom('goal_proposal')
		.select(['goal_id', 'learner_id'])
		.where('community_id', '=', scope.communityId)
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
}

/** Learners of today for whom no goal was ever written. */
export async function listLearnersWithoutGoals(scope: Scope): Promise<readonly PersonId[]> {
	const { communityId, now } = scope;
	const { rows } = await sql<{ learnerId: PersonId }>`
select distinct m.person_id as "learnerId" from membership m
where m.community_id = ${communityId} and m.role = 'learner'
	and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})
	and not exists (
		select from goal g where g.community_id = ${communityId} and g.learner_id = m.person_id)
order by 1`.execute(scope.tx);
	return rows.map(({ learnerId }) => learnerId);
}
