import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { inBatches, type Told } from '../../platform/db/in-batches.ts';
import { present } from '../../platform/invariant.ts';
import type { CurriculumTables, ItemId, TagId } from './curriculum.tables.ts';
import { writeItem, type Item } from './items/index.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** Items of a bank that are here already, with their versions. */
export async function findBankItems(
	scope: Scope,
	bank: string
): Promise<ReadonlyMap<string, { readonly itemId: ItemId; readonly version: number }>> {
	const rows = await db(scope)
		.selectFrom('item')
		.select(['source_id', 'item_id as itemId', 'version'])
		.where('community_id', '=', scope.communityId)
		.where('bank', '=', bank)
		.execute();
	return new Map(rows.map(({ source_id, ...row }) => [source_id, row]));
}

/** Adds items, or renews those of an older version; the id of a known item stays. */
export async function putItems(
	scope: Scope,
	bank: string,
	items: readonly { readonly item: Item; readonly itemId: ItemId }[],
	told?: Told
): Promise<void> {
	await inBatches(
		items,
		12,
		(batch) =>
			db(scope)
				.insertInto('item')
				.values(
					batch.map(({ item, itemId }) => ({
						community_id: scope.communityId,
						item_id: itemId,
						source_id: item.id,
						version: item.version,
						kind: item.kind,
						body: JSON.stringify(writeItem(item)),
						group_key: item.group?.id ?? null,
						position: item.group?.position ?? 0,
						bank,
						licence: item.attribution?.licence ?? null,
						attribution: item.attribution?.text ?? null,
						retired_at: null
					}))
				)
				.onConflict((conflict) =>
					conflict
						.columns(['community_id', 'bank', 'source_id'])
						.doUpdateSet((eb) => ({
							version: eb.ref('excluded.version'),
							kind: eb.ref('excluded.kind'),
							body: eb.ref('excluded.body'),
							group_key: eb.ref('excluded.group_key'),
							position: eb.ref('excluded.position'),
							licence: eb.ref('excluded.licence'),
							attribution: eb.ref('excluded.attribution')
						}))
						.where(sql<boolean>`item.version < excluded.version`)
				)
				.execute(),
		told
	);
}

/** Puts items under their topics. */
export async function tagItems(
	scope: Scope,
	items: readonly { readonly item: Item; readonly itemId: ItemId }[],
	tagIds: ReadonlyMap<string, TagId>
): Promise<void> {
	const rows = items.flatMap(({ item, itemId }) =>
		[...new Set(item.tags)].map((tag) => ({
			community_id: scope.communityId,
			item_id: itemId,
			tag_id: present(tagIds.get(tag), 'every tag was made known')
		}))
	);
	await inBatches(rows, 3, (batch) =>
		db(scope)
			.insertInto('item_tag')
			.values(batch)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
}
