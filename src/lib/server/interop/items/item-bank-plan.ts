import type { Item } from '#lib/server/modules/curriculum/items/index.ts';

/** A checked item bank, ready to be stored. */
export interface ItemBankPlan {
	/** Short name of the source; with an item's id it names the item for ever. */
	readonly bank: string;
	readonly items: readonly Item[];
}

export type ItemBankNoun =
	| 'items'
	| 'items_choice'
	| 'items_number'
	| 'items_expression'
	| 'items_other'
	| 'hints'
	| 'tags'
	| 'items_left_out';

const counted = {
	choice: 'items_choice',
	number: 'items_number',
	expression: 'items_expression'
} as const;

function nounOf(kind: Item['kind']): ItemBankNoun {
	return kind === 'choice' || kind === 'number' || kind === 'expression'
		? counted[kind]
		: 'items_other';
}

/** How many items a bank holds, by kind, with their hints and tags. */
export function countItems({
	items
}: ItemBankPlan): Readonly<Partial<Record<ItemBankNoun, number>>> {
	const counts: Partial<Record<ItemBankNoun, number>> = {
		items: items.length,
		hints: items.reduce((sum, item) => sum + item.hints.length, 0),
		tags: new Set(items.flatMap((item) => item.tags)).size
	};
	for (const { kind } of items) counts[nounOf(kind)] = (counts[nounOf(kind)] ?? 0) + 1;
	return counts;
}
