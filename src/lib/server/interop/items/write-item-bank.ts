import { writeItem, type Item } from '#lib/server/modules/curriculum/items/index.ts';

/** Items as JSON Lines in the newest format, a line at a time. Holds the answers: for export, never for a page. */
export function* writeItemBank(items: Iterable<Item>): Generator<string> {
	for (const item of items) yield `${JSON.stringify(writeItem(item))}\n`;
}
