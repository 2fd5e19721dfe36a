import type { ItemKind, ResponseInput } from '../curriculum/items/index.ts';

export interface AnswerFields {
	readonly key?: string | undefined;
	readonly text?: string | undefined;
	readonly 'keys[]': readonly string[];
	readonly 'order[]': readonly string[];
	readonly 'pairs[]': readonly string[];
}

/** Plain form fields as a response of the item's kind; what is left open stays open and is refused by its name. */
export function readAnswer(kind: ItemKind, fields: AnswerFields): ResponseInput {
	switch (kind) {
		case 'choice':
			return { key: fields.key };
		case 'several-choice':
			return { keys: fields['keys[]'] };
		case 'ordering':
			return { keys: uniqueInOrder(fields['order[]']) };
		case 'matching':
			return { pairs: fields['pairs[]'].map(toPair) };
		case 'number':
		case 'expression':
		case 'short-text':
			return { text: fields.text };
	}
}

/** The same thing picked for two places leaves one place open: incomplete, not something that was never offered. */
const uniqueInOrder = (keys: readonly string[]) => [...new Set(keys.filter((key) => key !== ''))];

/** `left right`; a select left open sends the left key alone. */
const toPair = (value: string): readonly string[] => value.split(' ').filter((key) => key !== '');
