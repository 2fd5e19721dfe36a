import type { Item, Option, PublicItem, ValidationItem } from './item.ts';
import { shuffle } from './shuffle.ts';

/** The options in this learner's own order: by key first, so that the stored order cannot show through. */
function ownOrder(options: readonly Option[], seed: string): readonly Option[] {
	const byKey = options.toSorted((a, b) => (a.key < b.key ? -1 : 1));
	return shuffle(
		byKey.map(({ key, text }) => ({ key, text })),
		seed
	);
}

function shownBase(item: Item) {
	const { id, version, language, stem, title, picture, group } = item;
	return {
		id,
		version,
		language,
		stem,
		...(title !== undefined && { title }),
		...(picture !== undefined && { picture }),
		...(group !== undefined && { group })
	};
}

/**
 * What a page may hold before the item is answered: no answer, no hint, no tag, nothing made from them.
 * Options come in an order drawn from (`learnerId`, item): the same at each visit, another for another learner.
 */
export function toPublic(item: Item, learnerId: string): PublicItem {
	const base = shownBase(item);
	const seed = `${learnerId}/${item.id}/${item.version}`;
	switch (item.kind) {
		case 'choice':
		case 'several-choice':
			return { ...base, kind: item.kind, choices: ownOrder(item.choices, seed) };
		case 'ordering':
			return { ...base, kind: item.kind, entries: ownOrder(item.entries, seed) };
		case 'matching':
			return {
				...base,
				kind: item.kind,
				left: ownOrder(item.left, `${seed}/left`),
				right: ownOrder(item.right, `${seed}/right`)
			};
		case 'number':
			return { ...base, kind: item.kind, ...(item.unit !== undefined && { unit: item.unit }) };
		case 'expression':
		case 'short-text':
			return { ...base, kind: item.kind };
	}
}

const keysOf = (options: readonly Option[]) => options.map(({ key }) => key).toSorted();

/** As much of the item as it takes to check that a response is complete; holds no answer. */
export function toValidation(item: Item | PublicItem): ValidationItem {
	switch (item.kind) {
		case 'choice':
		case 'several-choice':
			return { kind: item.kind, keys: keysOf(item.choices) };
		case 'ordering':
			return { kind: item.kind, keys: keysOf(item.entries) };
		case 'matching':
			return { kind: item.kind, left: keysOf(item.left), right: keysOf(item.right) };
		case 'number':
		case 'expression':
		case 'short-text':
			return { kind: item.kind };
	}
}
