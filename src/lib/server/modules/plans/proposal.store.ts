import type { Role, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OpenProposal, Propose } from './negotiation.ts';
import type { GoalId, PlanTables, ProposalId, ProposalState } from './plans.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PlanTables>();

export interface ProposalRow extends OpenProposal {
	readonly proposalId: ProposalId;
	readonly goalId: GoalId;
	readonly authorId: PersonId;
	readonly authorRole: Role;
	/** The proposal that this one answers. */
	readonly counters: ProposalId | null;
}

const proposalColumns = [
	'proposal_id as proposalId',
	'goal_id as goalId',
	'author_id as authorId',
	'author_role as authorRole',
	'kind',
	'side',
	'rung',
	'base_version as baseVersion',
	'changes',
	'counters'
] as const;

/** The proposal of a goal that waits, if any; call with the goal locked. */
export async function findOpen(scope: Scope, goalId: GoalId): Promise<ProposalRow | null> {
	const row = await db(scope)
		.selectFrom('goal_proposal')
		.select([...proposalColumns, 'state'])
		.where('community_id', '=', scope.communityId)
		.where('goal_id', '=', goalId)
		.where('state', 'in', ['open', 'asked'])
		.executeTakeFirst();
	return row ? { ...row, state: row.state === 'asked' ? 'asked' : 'open' } : null;
}

/** The newest change of a goal that took effect at once and that an adult may still ask to talk about. */
export const findTalkable = (scope: Scope, goalId: GoalId, today: SchoolDay) =>
	db(scope)
		.selectFrom('goal_proposal')
		.select([...proposalColumns])
		.where('community_id', '=', scope.communityId)
		.where('goal_id', '=', goalId)
		.where('state', '=', 'agreed')
		.where('talk_until', '>=', today)
		.orderBy('made_at', 'desc')
		.limit(1)
		.executeTakeFirst();

export interface NewProposal extends Propose {
	readonly proposalId: ProposalId;
	readonly goalId: GoalId;
	readonly learnerId: PersonId;
	readonly authorId: PersonId;
	readonly authorRole: Role;
	readonly words: string | null;
	readonly state: Extract<ProposalState, 'open' | 'agreed'>;
	readonly counters: ProposalId | null;
	readonly talkUntil: SchoolDay | null;
}

export async function insertProposal(scope: Scope, proposal: NewProposal): Promise<void> {
	await db(scope)
		.insertInto('goal_proposal')
		.values({
			community_id: scope.communityId,
			proposal_id: proposal.proposalId,
			goal_id: proposal.goalId,
			learner_id: proposal.learnerId,
			kind: proposal.kind,
			base_version: proposal.baseVersion,
			author_id: proposal.authorId,
			author_role: proposal.authorRole,
			side: proposal.side,
			rung: proposal.rung,
			changes: JSON.stringify(proposal.changes),
			words: proposal.words,
			state: proposal.state,
			counters: proposal.counters,
			made_at: scope.now,
			talk_until: proposal.talkUntil,
			answered_by: null,
			answer_words: null,
			answered_at: proposal.state === 'agreed' ? scope.now : null
		})
		.execute();
}

/** Whether this key was used before: a retried request then changes nothing. */
export async function isKnownProposal(scope: Scope, proposalId: ProposalId): Promise<boolean> {
	const row = await db(scope)
		.selectFrom('goal_proposal')
		.select('proposal_id')
		.where('community_id', '=', scope.communityId)
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();
	return row !== undefined;
}

export interface ProposalAnswer {
	readonly state: ProposalState;
	readonly by?: PersonId | null;
	readonly words?: string | null;
	readonly rung?: 2;
	readonly baseVersion?: number;
}

export async function updateProposal(
	scope: Scope,
	proposalId: ProposalId,
	answer: ProposalAnswer
): Promise<void> {
	const { state, by, words, rung, baseVersion } = answer;
	await db(scope)
		.updateTable('goal_proposal')
		.set({
			state,
			...(by !== undefined && { answered_by: by, answered_at: scope.now }),
			...(words !== undefined && { answer_words: words }),
			...(rung !== undefined && { rung, talk_until: null }),
			...(baseVersion !== undefined && { base_version: baseVersion })
		})
		.where('community_id', '=', scope.communityId)
		.where('proposal_id', '=', proposalId)
		.execute();
}

/** Keeps what was said about a proposal; false when that key is there already. */
export async function insertTurn(
	scope: Scope,
	turn: Pick<
		PlanTables['proposal_turn'],
		'turn_id' | 'proposal_id' | 'author_id' | 'kind' | 'words'
	>
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('proposal_turn')
		.values({ ...turn, community_id: scope.communityId, at: scope.now })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}
