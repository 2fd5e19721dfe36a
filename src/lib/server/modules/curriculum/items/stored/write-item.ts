import type { Item, Option } from '../item.ts';
import { currentFormat, type ItemLine } from './item-line.ts';

function textOf(options: readonly Option[], key: string): string {
	const option = options.find((candidate) => candidate.key === key);
	if (!option) throw new TypeError('an item refers to an option it does not have');
	return option.text;
}

function answerFields(item: Item) {
	switch (item.kind) {
		case 'choice':
			return {
				choices: item.choices.map(({ text }) => text),
				answer: textOf(item.choices, item.secret.correct)
			};
		case 'several-choice':
			return {
				choices: item.choices.map(({ text }) => text),
				answers: item.secret.correct.map((key) => textOf(item.choices, key))
			};
		case 'number':
			return { ...item.secret, ...(item.unit !== undefined && { unit: item.unit }) };
		case 'expression':
		case 'short-text':
			return item.secret;
		case 'ordering':
			return { entries: item.secret.order.map((key) => textOf(item.entries, key)) };
		case 'matching':
			return {
				pairs: item.secret.pairs.map(([from, to]) => [
					textOf(item.left, from),
					textOf(item.right, to)
				])
			};
	}
}

/** An item as it is stored and exchanged: one object of the newest format, its answers in it. For the server alone. */
export function writeItem(item: Item): ItemLine {
	const { id, version, kind, language, title, stem, picture, group, tags, hints, attribution } =
		item;
	const line = {
		format: currentFormat,
		id,
		version,
		kind,
		language,
		...(title !== undefined && { title }),
		stem,
		...(picture !== undefined && { picture }),
		...(group !== undefined && { group }),
		...answerFields(item),
		tags,
		hints: hints.map(({ after, ...hint }) => (after.length > 0 ? { ...hint, after } : hint)),
		...(attribution !== undefined && { attribution })
	};
	// SAFETY: each kind's fields come from `answerFields` of the same kind; read back by a test for every kind.
	return line as unknown as ItemLine;
}
