import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope, VisibleLearners } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { CurriculumTables } from '../curriculum/index.ts';
import type { EvidenceId, EvidenceTables } from '../evidence/index.ts';
import type { PeopleTables } from '../people/index.ts';
import type { ChallengeState, ChallengeWish } from './challenge.ts';
import type { ChallengeId, LearnerModelTables } from './learner-model.tables.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<LearnerModelTables & CurriculumTables & PeopleTables>();

export interface ChallengeView {
	readonly challengeId: ChallengeId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly outcomeId: OutcomeId;
	/** The formal statement of the outcome. */
	readonly statement: string;
	readonly words: string;
	readonly wants: ChallengeWish;
	readonly state: ChallengeState;
	readonly answer: string | null;
	readonly madeAt: Date;
}

/** A new challenge; false when one of the same key is there already. */
export async function insertChallenge(
	scope: Scope,
	challenge: {
		readonly challengeId: ChallengeId;
		readonly learnerId: PersonId;
		readonly outcomeId: OutcomeId;
		readonly words: string;
		readonly wants: ChallengeWish;
		readonly state: ChallengeState;
	}
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('challenge')
		.values({
			community_id: scope.communityId,
			challenge_id: challenge.challengeId,
			learner_id: challenge.learnerId,
			outcome_id: challenge.outcomeId,
			words: challenge.words,
			wants: challenge.wants,
			state: challenge.state,
			answer: null,
			answered_by: null,
			made_at: scope.now,
			answered_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function findChallenge(scope: Scope, learnerId: PersonId, challengeId: ChallengeId) {
	return db(scope)
		.selectFrom('challenge')
		.select(['challenge_id', 'learner_id', 'outcome_id', 'state', 'wants'])
		.where('community_id', '=', scope.communityId)
		.where('challenge_id', '=', challengeId)
		.where('learner_id', '=', learnerId)
		.forUpdate()
		.executeTakeFirst();
}

export async function saveAnswer(
	scope: Scope,
	challengeId: ChallengeId,
	answer: {
		readonly state: ChallengeState;
		readonly words: string;
		readonly answeredBy: PersonId | null;
	}
): Promise<void> {
	await db(scope)
		.updateTable('challenge')
		.set({
			state: answer.state,
			answer: answer.words,
			answered_by: answer.answeredBy,
			answered_at: scope.now
		})
		.where('community_id', '=', scope.communityId)
		.where('challenge_id', '=', challengeId)
		.execute();
}

/** A challenge with who answered it and when, locked. */
export const findAnswered = (scope: Scope, learnerId: PersonId, challengeId: ChallengeId) =>
	db(scope)
		.selectFrom('challenge')
		.select([
			'outcome_id as outcomeId',
			'state',
			'answered_by as answeredBy',
			'answered_at as answeredAt'
		])
		.where('community_id', '=', scope.communityId)
		.where('challenge_id', '=', challengeId)
		.where('learner_id', '=', learnerId)
		.forUpdate()
		.executeTakeFirst();

/** The judgement that agreeing wrote, if it did. */
export async function findJudgementOf(
	scope: Scope,
	answer: {
		readonly learnerId: PersonId;
		readonly outcomeId: OutcomeId;
		readonly answeredBy: PersonId;
		readonly answeredAt: Date;
	}
): Promise<EvidenceId | undefined> {
	const found = await scope.tx
		.$extendTables<EvidenceTables>()
		.selectFrom('evidence_event')
		.select('event_id')
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', answer.learnerId)
		.where('author_id', '=', answer.answeredBy)
		.where('source', '=', 'challenge')
		.where('at', '=', answer.answeredAt)
		.where(sql<boolean>`${answer.outcomeId} = any(outcome_ids)`)
		.executeTakeFirst();
	return found?.event_id;
}

/** It waits for an answer again. */
export async function openAgain(
	scope: Scope,
	challengeId: ChallengeId,
	state: ChallengeState
): Promise<void> {
	await db(scope)
		.updateTable('challenge')
		.set({ state, answer: null, answered_by: null, answered_at: null })
		.where('community_id', '=', scope.communityId)
		.where('challenge_id', '=', challengeId)
		.execute();
}

/** The check has spoken: what asked to be tested is answered by it. */
export async function closeTestedChallenges(
	scope: Scope,
	learnerId: PersonId,
	outcomeId: OutcomeId
): Promise<void> {
	await db(scope)
		.updateTable('challenge')
		.set({ state: 'tested', answered_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('outcome_id', '=', outcomeId)
		.where('state', '=', 'open')
		.where('wants', '=', 'test')
		.execute();
}

/** Challenges that wait for an adult's answer, oldest first; those of the given learners only. */
export async function listWaiting(
	scope: Scope,
	visible: VisibleLearners
): Promise<readonly ChallengeView[]> {
	let query = db(scope)
		.selectFrom('challenge')
		.innerJoin('adopted_outcome', (join) =>
			join
				.onRef('adopted_outcome.outcome_id', '=', 'challenge.outcome_id')
				.on('adopted_outcome.community_id', '=', scope.communityId)
		)
		.innerJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'challenge.learner_id')
				.on('person.community_id', '=', scope.communityId)
		)
		.select([
			'challenge.challenge_id as challengeId',
			'challenge.learner_id as learnerId',
			'person.called as learnerName',
			'challenge.outcome_id as outcomeId',
			'adopted_outcome.statement',
			'challenge.words',
			'challenge.wants',
			'challenge.state',
			'challenge.answer',
			'challenge.made_at as madeAt'
		])
		.where('challenge.community_id', '=', scope.communityId)
		.where('challenge.state', '=', 'open')
		.where('challenge.wants', '<>', 'test')
		.orderBy('challenge.made_at')
		.limit(100);
	if (visible !== 'everyone') {
		query = query.where('challenge.learner_id', '=', sql<PersonId>`any(${[...visible]}::uuid[])`);
	}
	return query.execute();
}

/** What the page of an outcome needs beside beliefs: whether there is a question to ask, and what was disputed. */
export async function loadOutcomeExtras(scope: Scope, learnerId: PersonId, outcomeId: OutcomeId) {
	const { communityId } = scope;
	const found = await db(scope)
		.selectFrom('adopted_outcome')
		.select((eb) => [
			eb
				.exists(
					eb
						.selectFrom('tag_outcome')
						.innerJoin('content_tag', (join) =>
							join
								.onRef('content_tag.tag_id', '=', 'tag_outcome.tag_id')
								.on('content_tag.community_id', '=', communityId)
								.on('content_tag.items', '>', 0)
						)
						.select('tag_outcome.tag_id')
						.where('tag_outcome.community_id', '=', communityId)
						.where('tag_outcome.outcome_id', '=', outcomeId)
						.where('tag_outcome.state', '=', 'confirmed')
				)
				.as('isAskable'),
			jsonArrayFrom(
				eb
					.selectFrom('challenge')
					.select(['challenge_id', 'words', 'wants', 'state', 'answer'])
					.where('challenge.community_id', '=', communityId)
					.where('challenge.learner_id', '=', learnerId)
					.where('challenge.outcome_id', '=', outcomeId)
					.orderBy('made_at', 'desc')
					.limit(5)
			).as('challenges')
		])
		.where('adopted_outcome.community_id', '=', communityId)
		.where('adopted_outcome.outcome_id', '=', outcomeId)
		.executeTakeFirst();
	return {
		isAskable: found?.isAskable === true,
		challenges: (found?.challenges ?? []).map(({ challenge_id: challengeId, ...rest }) => ({
			challengeId,
			...rest
		}))
	};
}
