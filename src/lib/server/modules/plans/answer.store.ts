import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { ProposalKind } from './negotiation.ts';
import { reviewRows, type ReviewView, type WhichReviews } from './plan.store.ts';
import type { GoalId, PlanTables, ProposalId, ProposalState } from './plans.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PlanTables>();

export interface AnsweredRow {
	readonly proposalId: ProposalId;
	readonly goalId: GoalId;
	readonly kind: ProposalKind;
	readonly state: ProposalState;
	readonly baseVersion: number;
	readonly answeredBy: PersonId | null;
	readonly answeredAt: Date | null;
}

/** A proposal with how it was answered, whatever became of it. */
export const findAnswer = (
	scope: Scope,
	proposalId: ProposalId
): Promise<AnsweredRow | undefined> =>
	db(scope)
		.selectFrom('goal_proposal')
		.select([
			'proposal_id as proposalId',
			'goal_id as goalId',
			'kind',
			'state',
			'base_version as baseVersion',
			'answered_by as answeredBy',
			'answered_at as answeredAt'
		])
		.where('community_id', '=', scope.communityId)
		.where('proposal_id', '=', proposalId)
		.executeTakeFirst();

export async function listTurnKinds(
	scope: Scope,
	proposalId: ProposalId
): Promise<readonly PlanTables['proposal_turn']['kind'][]> {
	const rows = await db(scope)
		.selectFrom('proposal_turn')
		.select('kind')
		.where('community_id', '=', scope.communityId)
		.where('proposal_id', '=', proposalId)
		.execute();
	return rows.map(({ kind }) => kind);
}

/** The proposal waits again, against the version that stands now. */
export async function reopenProposal(
	scope: Scope,
	proposalId: ProposalId,
	baseVersion: number
): Promise<void> {
	await db(scope)
		.updateTable('goal_proposal')
		.set({
			state: 'open',
			base_version: baseVersion,
			talk_until: null,
			answered_by: null,
			answer_words: null,
			answered_at: null
		})
		.where('community_id', '=', scope.communityId)
		.where('proposal_id', '=', proposalId)
		.execute();
}

/** An answer somebody gave lately, for an undo line. */
export interface AnswerGivenView {
	readonly proposalId: ProposalId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly goalWords: string;
	readonly answer: 'agreed' | 'declined' | 'countered';
	readonly at: Date;
}

interface WhichAnswer {
	readonly personId: PersonId;
	readonly learnerIds: readonly PersonId[];
	readonly since: Date;
}

/** The newest answer of a person since an instant, about these learners' goals. */
const lastAnswerRow = (
	{ communityId }: Scope,
	{ personId, learnerIds, since }: WhichAnswer
) => sql<AnswerGivenView>`
select p.proposal_id as "proposalId", p.learner_id as "learnerId", l.called as "learnerName",
	g.fields ->> 'words' as "goalWords", p.state as answer, p.answered_at as at
from goal_proposal p
join goal g on g.community_id = ${communityId} and g.goal_id = p.goal_id
join person l on l.community_id = ${communityId} and l.person_id = p.learner_id
where p.community_id = ${communityId} and p.learner_id = any(${[...learnerIds]}::uuid[])
	and p.answered_by = ${personId} and p.answered_at >= ${since} and p.state in ('agreed','declined','countered')
order by p.answered_at desc limit 1`;

export async function findLastAnswer(
	scope: Scope,
	which: WhichAnswer
): Promise<AnswerGivenView | undefined> {
	const { rows } = await lastAnswerRow(scope, which).execute(scope.tx);
	return rows[0];
}

/** Reviews that are due and the last answer, in one statement for the page that shows both. */
export async function findReviewsAndAnswer(
	scope: Scope,
	which: WhichAnswer,
	due: WhichReviews
): Promise<{
	readonly reviews: readonly ReviewView[];
	readonly answered: AnswerGivenView | null;
}> {
	const { rows } = await sql<{
		readonly reviews: readonly ReviewView[];
		readonly answered: (Omit<AnswerGivenView, 'at'> & { readonly at: string }) | null;
	}>`
select coalesce((select json_agg(to_json(r)) from (${reviewRows(scope, due)}) r), '[]') as reviews,
	(select to_jsonb(a) from (${lastAnswerRow(scope, which)}) a) as answered`.execute(scope.tx);
	const { reviews = [], answered = null } = rows[0] ?? {};
	return { reviews, answered: answered && { ...answered, at: new Date(answered.at) } };
}
