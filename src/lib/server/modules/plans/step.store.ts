import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { CurriculumTables } from '../curriculum/index.ts';
import type { OpportunityId, OpportunityTables } from '../opportunities/index.ts';
import type { CommitmentId, PlanTables, StepId } from './plans.tables.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<PlanTables & OpportunityTables & CurriculumTables>();
type StepRow = PlanTables['step'];

export type NewStep = Pick<
	StepRow,
	| 'step_id'
	| 'learner_id'
	| 'goal_id'
	| 'opportunity_id'
	| 'words'
	| 'where_words'
	| 'minutes'
	| 'due_on'
	| 'added_by'
	| 'rung'
	| 'waits_for'
>;

/** Adds a step at the end; false when that key is there already (a retried request). */
export async function insertStep(scope: Scope, step: NewStep): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('step')
		.values({
			...step,
			community_id: scope.communityId,
			// Keys grow with time, so the order of keys is the order of adding; a position moves one by hand.
			position: 0,
			added_at: scope.now,
			answered_by: null,
			answered_at: null,
			answer_words: null,
			done_at: null,
			removed_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export const lockStep = (scope: Scope, stepId: StepId): Promise<StepRow | undefined> =>
	db(scope)
		.selectFrom('step')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('step_id', '=', stepId)
		.forUpdate()
		.executeTakeFirst();

/** A step of this learner for the same opportunity that is neither done nor taken away. */
export const findOpenStepFor = (scope: Scope, learnerId: PersonId, opportunityId: OpportunityId) =>
	db(scope)
		.selectFrom('step')
		.select(['step_id', 'waits_for'])
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('opportunity_id', '=', opportunityId)
		.where('done_at', 'is', null)
		.where('removed_at', 'is', null)
		.executeTakeFirst();

export async function updateStep(
	scope: Scope,
	stepId: StepId,
	change: Partial<
		Pick<
			StepRow,
			'done_at' | 'removed_at' | 'waits_for' | 'answered_by' | 'answered_at' | 'answer_words'
		>
	>
): Promise<void> {
	await db(scope)
		.updateTable('step')
		.set(change)
		.where('community_id', '=', scope.communityId)
		.where('step_id', '=', stepId)
		.execute();
}

/** What steps say to choosing: what was done when, what is under way, and the minutes by strand of what was done. */
export async function listStepFacts(scope: Scope, learnerId: PersonId) {
	const { communityId } = scope;
	const { rows } = await sql<{
		readonly opportunityId: OpportunityId | null;
		readonly doneAt: Date | null;
		readonly minutes: number | null;
		readonly outcomes: readonly { readonly outcomeId: string; readonly strandId: string | null }[];
	}>`
select s.opportunity_id as "opportunityId", s.done_at as "doneAt", coalesce(s.minutes, o.minutes) as minutes,
	coalesce((select jsonb_agg(jsonb_build_object('outcomeId', b.outcome_id, 'strandId', a.strand_id))
		from opportunity_outcome b
		join adopted_outcome a on a.community_id = ${communityId} and a.outcome_id = b.outcome_id
		where b.community_id = ${communityId} and b.opportunity_id = s.opportunity_id and b.part = 'builds'), '[]') as outcomes
from step s
left join opportunity o on o.community_id = ${communityId} and o.opportunity_id = s.opportunity_id
where s.community_id = ${communityId} and s.learner_id = ${learnerId} and s.removed_at is null
order by s.step_id desc limit 400`.execute(scope.tx);
	return rows;
}

export type NewCommitment = Pick<
	PlanTables['commitment'],
	| 'commitment_id'
	| 'goal_id'
	| 'learner_id'
	| 'person_id'
	| 'role'
	| 'words'
	| 'due_words'
	| 'due_on'
>;

export async function insertCommitment(scope: Scope, promise: NewCommitment): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('commitment')
		.values({
			...promise,
			community_id: scope.communityId,
			made_at: scope.now,
			kept_at: null,
			removed_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export const lockCommitment = (scope: Scope, commitmentId: CommitmentId) =>
	db(scope)
		.selectFrom('commitment')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('commitment_id', '=', commitmentId)
		.forUpdate()
		.executeTakeFirst();

export async function updateCommitment(
	scope: Scope,
	commitmentId: CommitmentId,
	change: Partial<Pick<PlanTables['commitment'], 'kept_at' | 'removed_at'>>
): Promise<void> {
	await db(scope)
		.updateTable('commitment')
		.set(change)
		.where('community_id', '=', scope.communityId)
		.where('commitment_id', '=', commitmentId)
		.execute();
}
