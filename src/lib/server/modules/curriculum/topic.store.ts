import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { CurriculumTables, TagId } from './curriculum.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** A bank or catalogue with the topics of it that nobody has matched. */
export interface TopicSource {
	readonly source: string;
	readonly waiting: number;
	readonly all: number;
}

/** An outcome that may be what a topic is about; `likeness` from 0 to 1 is that of their words. */
export interface SuggestedOutcome {
	readonly outcomeId: OutcomeId;
	readonly code: string | null;
	readonly statement: string;
	readonly strand: string | null;
	readonly likeness: number;
}

export interface WaitingTopic {
	readonly tagId: TagId;
	readonly words: string;
	readonly example: string;
	readonly items: number;
	readonly opportunities: number;
	readonly suggestions: readonly SuggestedOutcome[];
}

const undecided = (communityId: string) => sql<boolean>`not exists (
	select 1 from tag_outcome d where d.community_id = ${communityId} and d.tag_id = content_tag.tag_id)`;

export async function selectTopicSources(scope: Scope): Promise<readonly TopicSource[]> {
	const { communityId } = scope;
	return db(scope)
		.selectFrom('content_tag')
		.select((eb) => [
			'source',
			eb.fn.countAll<number>().as('all'),
			sql<number>`count(*) filter (where ${undecided(communityId)})`.as('waiting')
		])
		.where('content_tag.community_id', '=', communityId)
		.groupBy('source')
		.orderBy('source')
		.execute();
}

/** The topics that open most when matched come first; `after` is the last one of the page before. */
export async function selectWaitingTopics(
	scope: Scope,
	source: string,
	{ after, limit }: { readonly after: TagId | null; readonly limit: number }
): Promise<readonly WaitingTopic[]> {
	const { communityId } = scope;
	const opens = sql<number>`content_tag.items + content_tag.opportunities`;
	let query = db(scope)
		.selectFrom('content_tag')
		.select((eb) => [
			'content_tag.tag_id as tagId',
			'content_tag.words',
			'content_tag.example',
			'content_tag.items',
			'content_tag.opportunities',
			jsonArrayFrom(
				eb
					.selectFrom('tag_suggestion')
					.innerJoin('adopted_outcome', (join) =>
						join
							.onRef('adopted_outcome.outcome_id', '=', 'tag_suggestion.outcome_id')
							.on('adopted_outcome.community_id', '=', communityId)
					)
					.leftJoin('strand', (join) =>
						join
							.onRef('strand.strand_id', '=', 'adopted_outcome.strand_id')
							.on('strand.community_id', '=', communityId)
					)
					.select([
						'adopted_outcome.outcome_id as outcomeId',
						'adopted_outcome.code',
						'adopted_outcome.statement',
						'strand.name as strand',
						'tag_suggestion.likeness'
					])
					.where('tag_suggestion.community_id', '=', communityId)
					.whereRef('tag_suggestion.tag_id', '=', 'content_tag.tag_id')
					.orderBy('tag_suggestion.likeness', 'desc')
					.orderBy('adopted_outcome.outcome_id')
			).as('suggestions')
		])
		.where('content_tag.community_id', '=', communityId)
		.where('content_tag.source', '=', source)
		.where(undecided(communityId))
		.orderBy(opens, 'desc')
		.orderBy('content_tag.tag_id', 'desc')
		.limit(limit);
	if (after) {
		query = query.where(sql<boolean>`(${opens}, content_tag.tag_id) < (
			select last.items + last.opportunities, last.tag_id from content_tag last
			where last.community_id = ${communityId} and last.tag_id = ${after})`);
	}
	return query.execute();
}

/** Outcomes whose statement or code holds all of these words; for a topic whose outcome was not suggested. */
export async function searchOutcomes(
	scope: Scope,
	words: string,
	limit: number
): Promise<readonly SuggestedOutcome[]> {
	const { communityId } = scope;
	const parts = words.split(/\s+/u).filter((part) => part !== '');
	if (parts.length === 0) return [];
	let query = db(scope)
		.selectFrom('adopted_outcome')
		.leftJoin('strand', (join) =>
			join
				.onRef('strand.strand_id', '=', 'adopted_outcome.strand_id')
				.on('strand.community_id', '=', communityId)
		)
		.select([
			'adopted_outcome.outcome_id as outcomeId',
			'adopted_outcome.code',
			'adopted_outcome.statement',
			'strand.name as strand',
			sql<number>`0`.as('likeness')
		])
		.where('adopted_outcome.community_id', '=', communityId)
		.where('adopted_outcome.kind', '=', 'outcome')
		.orderBy('adopted_outcome.framework_id')
		.orderBy('adopted_outcome.position')
		.limit(limit);
	for (const part of parts.slice(0, 8)) {
		query = query.where(
			sql<boolean>`position(lower(${part}) in lower(coalesce(adopted_outcome.code, '') || ' ' || adopted_outcome.statement)) > 0`
		);
	}
	return query.execute();
}
