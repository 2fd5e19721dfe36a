import type { Scope } from '../../platform/access/index.ts';
import type { FeedbackId, PortfolioTables, RequestId } from './portfolio.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PortfolioTables>();

export type NewRequest = Omit<
	PortfolioTables['feedback_request'],
	'community_id' | 'made_at' | 'withdrawn_at'
>;

/** Adds requests; one that is there already is left as it is. Returns how many were new. */
export async function insertRequests(
	scope: Scope,
	requests: readonly NewRequest[]
): Promise<number> {
	if (requests.length === 0) return 0;
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('feedback_request')
		.values(
			requests.map((request) => ({
				...request,
				community_id: scope.communityId,
				made_at: scope.now,
				withdrawn_at: null
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0);
}

export const lockRequest = (scope: Scope, requestId: RequestId) =>
	db(scope)
		.selectFrom('feedback_request')
		.select(['request_id', 'artefact_id', 'learner_id', 'asked_id', 'withdrawn_at'])
		.where('community_id', '=', scope.communityId)
		.where('request_id', '=', requestId)
		.forUpdate()
		.executeTakeFirst();

export async function withdrawRequestRow(scope: Scope, requestId: RequestId): Promise<void> {
	await db(scope)
		.updateTable('feedback_request')
		.set({ withdrawn_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('request_id', '=', requestId)
		.execute();
}

export type NewFeedback = Pick<
	PortfolioTables['feedback'],
	| 'feedback_id'
	| 'learner_id'
	| 'artefact_id'
	| 'revision'
	| 'request_id'
	| 'author_id'
	| 'works_well'
	| 'question'
	| 'next_step'
>;

/** Adds feedback; false when that key is there already. */
export async function insertFeedback(scope: Scope, feedback: NewFeedback): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('feedback')
		.values({
			...feedback,
			community_id: scope.communityId,
			made_at: scope.now,
			response: null,
			response_words: null,
			response_revision: null,
			responded_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export const lockFeedback = (scope: Scope, feedbackId: FeedbackId) =>
	db(scope)
		.selectFrom('feedback')
		.select(['feedback_id', 'artefact_id', 'learner_id', 'response', 'response_words'])
		.where('community_id', '=', scope.communityId)
		.where('feedback_id', '=', feedbackId)
		.forUpdate()
		.executeTakeFirst();

export async function updateResponse(
	scope: Scope,
	feedbackId: FeedbackId,
	response: Pick<PortfolioTables['feedback'], 'response' | 'response_words' | 'response_revision'>
): Promise<void> {
	await db(scope)
		.updateTable('feedback')
		.set({ ...response, responded_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('feedback_id', '=', feedbackId)
		.execute();
}

/** Whether this person has answered that request already. */
export async function isAnswered(scope: Scope, requestId: RequestId): Promise<boolean> {
	const found = await db(scope)
		.selectFrom('feedback')
		.select('feedback_id')
		.where('community_id', '=', scope.communityId)
		.where('request_id', '=', requestId)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
