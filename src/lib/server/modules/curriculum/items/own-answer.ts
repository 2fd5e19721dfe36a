import type { Item, ItemResponse } from './item.ts';
import type { MathEquivalence } from './maths/math-equivalence.ts';
import { scoreWith } from './score.ts';

/** The response that the item itself holds for right. For checks on the server; never for a page. */
export function ownAnswer(item: Item): ItemResponse {
	switch (item.kind) {
		case 'choice':
			return { kind: item.kind, key: item.secret.correct };
		case 'several-choice':
			return { kind: item.kind, keys: item.secret.correct };
		case 'ordering':
			return { kind: item.kind, keys: item.secret.order };
		case 'matching':
			return { kind: item.kind, pairs: item.secret.pairs };
		case 'number':
		case 'expression':
		case 'short-text':
			return { kind: item.kind, text: item.secret.answers[0] ?? '' };
	}
}

/** True when scoring takes every answer that the item itself gives; an item that fails this must not be used. */
export function acceptsOwnAnswer(maths: MathEquivalence, item: Item): boolean {
	const own = ownAnswer(item);
	if (!('text' in own)) return scoreWith(maths, item, own).outcome === 'right';
	const texts = 'answers' in item.secret ? item.secret.answers : [];
	return texts.every((text) => scoreWith(maths, item, { ...own, text }).outcome === 'right');
}
