import * as v from 'valibot';
import type { Hint, Item, Option } from '../item.ts';
import { optionKey } from '../shuffle.ts';
import { itemLine, type ItemLine } from './item-line.ts';
import { migrateLine } from './migrate-line.ts';

/** What is wrong with one field of an item; each code is also a message key. */
export type ItemFault =
	| 'items.field-missing'
	| 'items.field-unknown'
	| 'items.field-invalid'
	| 'items.choice-repeated'
	| 'items.answer-not-offered'
	| 'items.hint-repeated'
	| 'items.hint-dangling'
	| 'items.group-position';

export interface ItemProblem {
	/** Path of the field, such as `hints.2.text`; empty for the whole item. */
	readonly field: string;
	readonly code: ItemFault;
}

export type ParsedItem =
	| { readonly ok: true; readonly item: Item }
	| { readonly ok: false; readonly problems: readonly ItemProblem[] };

const problem = (code: ItemFault, field: string): ItemProblem => ({ code, field });

function faultOf(issue: v.BaseIssue<unknown>): ItemProblem {
	const field = v.getDotPath(issue) ?? '';
	if (issue.received === 'undefined') return problem('items.field-missing', field);
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return problem('items.field-unknown', field);
	}
	return problem('items.field-invalid', field);
}

const repeated = (texts: readonly string[]) =>
	texts.flatMap((text, n) => (texts.indexOf(text) < n ? [n] : []));

function optionProblems(line: ItemLine): readonly ItemProblem[] {
	const lists =
		'choices' in line
			? { choices: line.choices }
			: 'entries' in line
				? { entries: line.entries }
				: 'pairs' in line
					? {
							pairs: line.pairs.map(([left]) => left),
							'pairs.right': line.pairs.map(([, to]) => to)
						}
					: {};
	return Object.entries(lists).flatMap(([field, texts]) =>
		repeated(texts).map((n) => problem('items.choice-repeated', `${field}.${n}`))
	);
}

function answerProblems(line: ItemLine): readonly ItemProblem[] {
	if (line.kind === 'choice' && !line.choices.includes(line.answer)) {
		return [problem('items.answer-not-offered', 'answer')];
	}
	if (line.kind !== 'several-choice') return [];
	return line.answers.flatMap((answer, n) =>
		line.choices.includes(answer) ? [] : [problem('items.answer-not-offered', `answers.${n}`)]
	);
}

function hintProblems({ hints }: ItemLine): readonly ItemProblem[] {
	const ids = hints.map(({ id }) => id);
	const known = new Set(ids);
	return [
		...repeated(ids).map((n) => problem('items.hint-repeated', `hints.${n}.id`)),
		...hints.flatMap(({ after = [], within }, n) => [
			...after.flatMap((id, at) =>
				known.has(id) ? [] : [problem('items.hint-dangling', `hints.${n}.after.${at}`)]
			),
			...(within === undefined || known.has(within)
				? []
				: [problem('items.hint-dangling', `hints.${n}.within`)])
		])
	];
}

function groupProblems({ group }: ItemLine): readonly ItemProblem[] {
	return group && group.position > group.of
		? [problem('items.group-position', 'group.position')]
		: [];
}

function toHint({
	id,
	text,
	after = [],
	within,
	choices,
	answer
}: ItemLine['hints'][number]): Hint {
	return {
		id,
		text,
		after,
		...(within !== undefined && { within }),
		...(choices !== undefined && { choices }),
		...(answer !== undefined && { answer })
	};
}

function commonOf(line: ItemLine) {
	const { id, version, language = 'en', title, stem, picture, group, tags, attribution } = line;
	return {
		id,
		version,
		language,
		stem,
		tags,
		hints: line.hints.map(toHint),
		...(title !== undefined && { title }),
		...(picture !== undefined && { picture }),
		...(group !== undefined && { group }),
		...(attribution !== undefined && { attribution })
	};
}

const options = (id: string, side: string, texts: readonly string[]): readonly Option[] =>
	texts.map((text) => ({ key: optionKey(id, side, text), text }));

/** A checked line as an item: options get their keys, the answers move into the secret. */
function toItem(line: ItemLine): Item {
	const common = commonOf(line);
	const key = (side: string, text: string) => optionKey(line.id, side, text);
	switch (line.kind) {
		case 'choice': {
			const choices = options(line.id, 'choice', line.choices);
			return {
				...common,
				kind: line.kind,
				choices,
				secret: { correct: key('choice', line.answer) }
			};
		}
		case 'several-choice': {
			const choices = options(line.id, 'choice', line.choices);
			const correct = line.answers.map((answer) => key('choice', answer));
			return { ...common, kind: line.kind, choices, secret: { correct } };
		}
		case 'number': {
			const { kind, answers, unit, tolerance, form } = line;
			return {
				...common,
				kind,
				...(unit !== undefined && { unit }),
				secret: {
					answers,
					...(tolerance !== undefined && { tolerance }),
					...(form !== undefined && { form })
				}
			};
		}
		case 'expression': {
			const { kind, answers, form, order } = line;
			const secret = {
				answers,
				...(form !== undefined && { form }),
				...(order !== undefined && { order })
			};
			return { ...common, kind, secret };
		}
		case 'ordering': {
			const entries = options(line.id, 'entry', line.entries);
			return { ...common, kind: line.kind, entries, secret: { order: entries.map((e) => e.key) } };
		}
		case 'matching': {
			const left = options(
				line.id,
				'left',
				line.pairs.map(([from]) => from)
			);
			const right = options(
				line.id,
				'right',
				line.pairs.map(([, to]) => to)
			);
			const pairs = line.pairs.map(([from, to]) => [key('left', from), key('right', to)] as const);
			return { ...common, kind: line.kind, left, right, secret: { pairs } };
		}
		case 'short-text': {
			const { kind, answers, exact } = line;
			return { ...common, kind, secret: { answers, ...(exact !== undefined && { exact }) } };
		}
	}
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one stored or imported item of any format; every problem of it is listed, none repeats the input. */
export function parseItem(value: unknown): ParsedItem {
	if (!isFields(value)) return { ok: false, problems: [problem('items.field-invalid', '')] };
	const parsed = v.safeParse(itemLine, migrateLine(value));
	if (!parsed.success) return { ok: false, problems: parsed.issues.map(faultOf) };
	const line = parsed.output;
	const problems = [optionProblems, answerProblems, hintProblems, groupProblems].flatMap((check) =>
		check(line)
	);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, item: toItem(line) };
}
