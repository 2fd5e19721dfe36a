import { sql } from 'kysely';
import { actorId, type Scope } from '../../platform/access/index.ts';
import { inBatches } from '../../platform/db/in-batches.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { CurriculumTables, TagId } from './curriculum.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** A topic as its bank or catalogue names it. */
export interface NewTag {
	readonly tag: string;
	/** The tag as a person reads it. */
	readonly words: string;
	/** Titles of a few things under it. */
	readonly example: string;
}

/** Makes the topics of a source known; returns the ids of all of them by tag. */
export async function ensureTags(
	scope: Scope,
	source: string,
	tags: readonly NewTag[]
): Promise<ReadonlyMap<string, TagId>> {
	const rows = tags.map(({ tag, words, example }) => ({
		community_id: scope.communityId,
		tag_id: scope.newId<TagId>(),
		source,
		tag,
		words,
		example,
		items: 0,
		opportunities: 0
	}));
	await inBatches(rows, 8, (batch) =>
		db(scope)
			.insertInto('content_tag')
			.values(batch)
			.onConflict((conflict) => conflict.columns(['community_id', 'source', 'tag']).doNothing())
			.execute()
	);
	const known = await db(scope)
		.selectFrom('content_tag')
		.select(['tag_id', 'tag'])
		.where('community_id', '=', scope.communityId)
		.where('source', '=', source)
		.execute();
	return new Map(known.map((row) => [row.tag, row.tag_id]));
}

/** Counts again how many items stand under each topic of a source. */
export async function countTaggedItems(scope: Scope, source: string): Promise<void> {
	const { communityId } = scope;
	await sql`
update content_tag set items = (
	select count(*) from item_tag i where i.community_id = ${communityId} and i.tag_id = content_tag.tag_id
) where content_tag.community_id = ${communityId} and content_tag.source = ${source}`.execute(
		scope.tx
	);
}

/** Counts of opportunities, by topic, from the module that knows them. */
export async function setTaggedOpportunities(
	scope: Scope,
	counts: ReadonlyMap<TagId, number>
): Promise<void> {
	await sql`
update content_tag set opportunities = c.n
from unnest(${[...counts.keys()]}::uuid[], ${[...counts.values()]}::integer[]) as c(tag_id, n)
where content_tag.community_id = ${scope.communityId} and content_tag.tag_id = c.tag_id`.execute(
		scope.tx
	);
}

export interface TagDecision {
	readonly tagId: TagId;
	readonly outcomeId: OutcomeId;
	readonly state: 'confirmed' | 'rejected';
}

/** Stores what a person said of topics and outcomes; a later word replaces an earlier one. */
export async function putTagDecisions(
	scope: Scope,
	decisions: readonly TagDecision[]
): Promise<void> {
	const rows = decisions.map(({ tagId, outcomeId, state }) => ({
		community_id: scope.communityId,
		tag_id: tagId,
		outcome_id: outcomeId,
		state,
		decided_by: actorId(scope),
		decided_at: scope.now
	}));
	await inBatches(rows, 6, (batch) =>
		db(scope)
			.insertInto('tag_outcome')
			.values(batch)
			.onConflict((conflict) =>
				conflict.columns(['community_id', 'tag_id', 'outcome_id']).doUpdateSet((eb) => ({
					state: eb.ref('excluded.state'),
					decided_by: eb.ref('excluded.decided_by'),
					decided_at: eb.ref('excluded.decided_at')
				}))
			)
			.execute()
	);
}

/** Takes back everything said of a topic; returns how much that was. */
export async function forgetTagDecisions(scope: Scope, tagIds: readonly TagId[]): Promise<number> {
	const gone = await db(scope)
		.deleteFrom('tag_outcome')
		.where('community_id', '=', scope.communityId)
		.where('tag_id', '=', sql<TagId>`any(${[...tagIds]}::uuid[])`)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/** Which of these topics and outcomes are the community's; the two sets of what was found. */
export async function findTagsAndOutcomes(
	scope: Scope,
	tagIds: readonly TagId[],
	outcomeIds: readonly OutcomeId[]
): Promise<{ readonly tags: ReadonlySet<TagId>; readonly outcomes: ReadonlySet<OutcomeId> }> {
	const tags = await db(scope)
		.selectFrom('content_tag')
		.select('tag_id')
		.where('community_id', '=', scope.communityId)
		.where('tag_id', '=', sql<TagId>`any(${[...tagIds]}::uuid[])`)
		.forUpdate()
		.execute();
	const outcomes = await db(scope)
		.selectFrom('adopted_outcome')
		.select('outcome_id')
		.where('community_id', '=', scope.communityId)
		.where('outcome_id', '=', sql<OutcomeId>`any(${[...outcomeIds]}::uuid[])`)
		.execute();
	return {
		tags: new Set(tags.map((row) => row.tag_id)),
		outcomes: new Set(outcomes.map((row) => row.outcome_id))
	};
}
