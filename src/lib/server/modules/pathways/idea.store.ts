import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeopleTables } from '../people/index.ts';
import type { IdeaId, PathwayTables } from './pathways.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PathwayTables & PeopleTables>();
type Row = PathwayTables['own_idea'];

export type NewIdea = Pick<
	Row,
	'idea_id' | 'learner_id' | 'words' | 'place' | 'rung' | 'state' | 'goal_id'
> & { readonly outcome_ids: readonly Row['outcome_ids'][number][] };

/** False when that key is there already (a retried request). */
export async function insertIdea(scope: Scope, idea: NewIdea): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('own_idea')
		.values({
			...idea,
			outcome_ids: [...idea.outcome_ids],
			community_id: scope.communityId,
			made_at: scope.now,
			answered_by: null,
			answer: null,
			answered_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export const lockIdea = (scope: Scope, ideaId: IdeaId): Promise<Row | undefined> =>
	db(scope)
		.selectFrom('own_idea')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('idea_id', '=', ideaId)
		.forUpdate()
		.executeTakeFirst();

export async function updateIdea(
	scope: Scope,
	ideaId: IdeaId,
	answer: Pick<Row, 'state' | 'answered_by' | 'answer'>
): Promise<void> {
	await db(scope)
		.updateTable('own_idea')
		.set({ ...answer, answered_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('idea_id', '=', ideaId)
		.execute();
}

/** It waits for an answer again. */
export async function reopenIdea(scope: Scope, ideaId: IdeaId): Promise<void> {
	await db(scope)
		.updateTable('own_idea')
		.set({ state: 'proposed', answered_by: null, answer: null, answered_at: null })
		.where('community_id', '=', scope.communityId)
		.where('idea_id', '=', ideaId)
		.execute();
}

/** Ideas of these learners: those that wait for an answer (oldest first), or all of them (newest first). */
export async function listIdeaRows(
	scope: Scope,
	learnerIds: readonly PersonId[],
	which: 'waiting' | 'all',
	limit: number
) {
	const { communityId } = scope;
	const query = db(scope)
		.selectFrom('own_idea as i')
		.innerJoin('person as p', (join) =>
			join.onRef('p.person_id', '=', 'i.learner_id').on('p.community_id', '=', communityId)
		)
		.leftJoin('person as a', (join) =>
			join.onRef('a.person_id', '=', 'i.answered_by').on('a.community_id', '=', communityId)
		)
		.select([
			'i.idea_id as ideaId',
			'i.learner_id as learnerId',
			'p.called as learnerName',
			'i.words',
			'i.place',
			'i.goal_id as goalId',
			'i.outcome_ids as outcomeIds',
			'i.made_at as madeAt',
			'i.state',
			'i.answer',
			'a.called as answeredByName',
			'i.answered_at as answeredAt'
		])
		.where('i.community_id', '=', communityId)
		.where('i.learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.limit(limit);
	return which === 'waiting'
		? query.where('i.state', '=', 'proposed').orderBy('i.idea_id').execute()
		: query.orderBy('i.idea_id', 'desc').execute();
}
