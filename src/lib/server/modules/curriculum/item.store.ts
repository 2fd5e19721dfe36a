import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { CurriculumTables, ItemId, StrandId } from './curriculum.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** An item as stored; `body` is read by the item engine's parser and never sent to a browser. */
export interface StoredItem {
	readonly itemId: ItemId;
	readonly body: unknown;
}

/** Outcomes of a strand for which at least one item is linked by a confirmed tag. */
export async function askableOutcomes(
	scope: Scope,
	strandId: StrandId
): Promise<readonly OutcomeId[]> {
	const { communityId } = scope;
	const rows = await db(scope)
		.selectFrom('adopted_outcome')
		.select('adopted_outcome.outcome_id')
		.where('adopted_outcome.community_id', '=', communityId)
		.where('adopted_outcome.strand_id', '=', strandId)
		.where('adopted_outcome.kind', '=', 'outcome')
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('tag_outcome')
					.innerJoin('item_tag', (join) =>
						join
							.onRef('item_tag.tag_id', '=', 'tag_outcome.tag_id')
							.on('item_tag.community_id', '=', communityId)
					)
					.innerJoin('item', (join) =>
						join
							.onRef('item.item_id', '=', 'item_tag.item_id')
							.on('item.community_id', '=', communityId)
							.on('item.retired_at', 'is', null)
					)
					.select('item.item_id')
					.where('tag_outcome.community_id', '=', communityId)
					.where('tag_outcome.state', '=', 'confirmed')
					.whereRef('tag_outcome.outcome_id', '=', 'adopted_outcome.outcome_id')
			)
		)
		.orderBy('adopted_outcome.position')
		.execute();
	return rows.map((row) => row.outcome_id);
}

export interface PickItem {
	readonly outcomeId: OutcomeId;
	/** Items not to ask again now. */
	readonly exclude: readonly ItemId[];
	/** Fixes which of the possible ones is picked: the same seed, the same item. */
	readonly seed: number;
}

/** One item for an outcome, drawn by the seed among those not excluded; later steps of a grouped item are left out. */
export async function pickItem(
	scope: Scope,
	{ outcomeId, exclude, seed }: PickItem
): Promise<StoredItem | null> {
	const { communityId } = scope;
	const row = await db(scope)
		.selectFrom('tag_outcome')
		.innerJoin('item_tag', (join) =>
			join
				.onRef('item_tag.tag_id', '=', 'tag_outcome.tag_id')
				.on('item_tag.community_id', '=', communityId)
		)
		.innerJoin('item', (join) =>
			join.onRef('item.item_id', '=', 'item_tag.item_id').on('item.community_id', '=', communityId)
		)
		.select(['item.item_id as itemId', 'item.body'])
		.where('tag_outcome.community_id', '=', communityId)
		.where('tag_outcome.outcome_id', '=', outcomeId)
		.where('tag_outcome.state', '=', 'confirmed')
		.where('item.retired_at', 'is', null)
		.where((eb) => eb.or([eb('item.group_key', 'is', null), eb('item.position', '<=', 1)]))
		.where(sql<boolean>`item.item_id <> all(${[...exclude]}::uuid[])`)
		// A keyed digest of the id draws evenly and repeatably without reading all bodies.
		.orderBy(sql`md5(item.item_id::text || ${String(seed)})`)
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

export async function findItem(scope: Scope, itemId: ItemId): Promise<StoredItem | null> {
	const row = await db(scope)
		.selectFrom('item')
		.select(['item_id as itemId', 'body'])
		.where('community_id', '=', scope.communityId)
		.where('item_id', '=', itemId)
		.executeTakeFirst();
	return row ?? null;
}
