import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import type { Told } from '../../../platform/db/in-batches.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { bringCurriculum } from '../curriculum.policy.ts';
import type { ItemId, TagId } from '../curriculum.tables.ts';
import type { Item } from '../items/index.ts';
import { findBankItems, putItems, tagItems } from '../new-item.store.ts';
import { countTaggedItems, ensureTags, type NewTag } from '../tag.store.ts';
import { exampleOf, tagWords } from '../tag-words.ts';

export interface NewItems {
	/** Short name of the bank; with an item's id it names the item for ever. */
	readonly bank: string;
	readonly items: readonly Item[];
}

export interface ItemsAdded {
	readonly added: number;
	/** Known items that came in a newer version. */
	readonly renewed: number;
	readonly known: number;
	/** Ids of the bank's topics, so that a seeder can match them. */
	readonly tagIds: ReadonlyMap<string, TagId>;
	/** Ids of the items by the bank's own. */
	readonly itemIds: ReadonlyMap<string, ItemId>;
}

function tagsOf(items: readonly Item[]): readonly NewTag[] {
	const titles = new Map<string, string[]>();
	for (const item of items) {
		for (const tag of item.tags) {
			const list = titles.get(tag) ?? [];
			if (list.length < 20) list.push(item.title ?? item.stem);
			titles.set(tag, list);
		}
	}
	return [...titles].map(([tag, of]) => ({ tag, words: tagWords(tag), example: exampleOf(of) }));
}

/**
 * Brings the items of a bank in, each under its topics. Coming again it adds new ones and renews newer versions;
 * nothing is doubled. Errors: `curriculum.not-found` for who may not.
 */
export async function addItems(
	scope: Scope,
	{ bank, items }: NewItems,
	told?: Told
): Promise<Result<ItemsAdded, Failure<'curriculum.not-found'>>> {
	if (!may(scope.actor, bringCurriculum)) return fail('curriculum.not-found');
	const known = await findBankItems(scope, bank);
	const placed = items.map((item) => ({
		item,
		itemId: known.get(item.id)?.itemId ?? scope.newId<ItemId>()
	}));
	const added = items.filter(({ id }) => !known.has(id)).length;
	const renewed = items.filter(({ id, version }) => (known.get(id)?.version ?? version) < version);
	const tagIds = await ensureTags(scope, bank, tagsOf(items));
	await putItems(scope, bank, placed, told);
	await tagItems(scope, placed, tagIds);
	await countTaggedItems(scope, bank);
	await recordDecision(scope, {
		action: 'curriculum.add-items',
		learnerId: null,
		object: { type: 'item-bank', id: scope.newId() },
		changes: { items: [known.size, known.size + added] }
	});
	const itemIds = new Map(placed.map(({ item, itemId }) => [item.id, itemId]));
	return ok({ added, renewed: renewed.length, known: items.length - added, tagIds, itemIds });
}
