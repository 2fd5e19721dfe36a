import type { Scope } from '../../platform/access/index.ts';
import { newUuid, type OutcomeId } from '../../platform/ids.ts';
import type { CurriculumTables, ItemId, TagId } from '../curriculum/index.ts';
import { writeItem, type Item } from '../curriculum/items/index.ts';

/** Items for an outcome, linked by a confirmed tag of their own. */
export async function addItemsFor(
	scope: Scope,
	outcomeId: OutcomeId,
	items: readonly Item[]
): Promise<readonly ItemId[]> {
	const db = scope.tx.$extendTables<CurriculumTables>();
	const { communityId, now } = scope;
	const tagId = newUuid<TagId>(now);
	const itemIds = items.map(() => newUuid<ItemId>(now));
	const common = { community_id: communityId };
	await db
		.insertInto('content_tag')
		.values({
			...common,
			tag_id: tagId,
			source: 'test',
			tag: tagId,
			words: 'test',
			items: items.length,
			opportunities: 0
		})
		.execute();
	await db
		.insertInto('tag_outcome')
		.values({
			...common,
			tag_id: tagId,
			outcome_id: outcomeId,
			state: 'confirmed',
			decided_by: null,
			decided_at: now
		})
		.execute();
	await db
		.insertInto('item')
		.values(
			items.map((item, i) => ({
				...common,
				item_id: itemIds[i] ?? newUuid<ItemId>(now),
				source_id: `${tagId}-${i}`,
				version: item.version,
				kind: item.kind,
				body: JSON.stringify(writeItem(item)),
				group_key: null,
				position: 0,
				bank: 'test',
				licence: null,
				attribution: null,
				retired_at: null
			}))
		)
		.execute();
	await db
		.insertInto('item_tag')
		.values(itemIds.map((itemId) => ({ ...common, item_id: itemId, tag_id: tagId })))
		.execute();
	return itemIds;
}
