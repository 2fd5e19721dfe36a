import type { ItemResponse, ResponseProblem, ValidationItem } from './item.ts';
import { longestAnswer } from './maths/notation.ts';

/** A response, or why there is none to score. */
export type ResponseResult =
	| { readonly ok: true; readonly value: ItemResponse }
	| { readonly ok: false; readonly error: { readonly code: ResponseProblem } };

const refuse = (code: ResponseProblem): ResponseResult => ({ ok: false, error: { code } });
const accept = (value: ItemResponse): ResponseResult => ({ ok: true, value });

const isTextList = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const isUnique = (keys: readonly string[]) => new Set(keys).size === keys.length;
const isOffered = (keys: readonly string[], offered: readonly string[]) =>
	keys.every((key) => offered.includes(key));

function readText(kind: 'number' | 'expression' | 'short-text', text: unknown): ResponseResult {
	if (typeof text !== 'string') return refuse('item.answer-unreadable');
	if (text.trim() === '') return refuse('item.answer-empty');
	if (text.length > longestAnswer) return refuse('item.answer-too-long');
	return accept({ kind, text });
}

function readChoice(key: unknown, offered: readonly string[]): ResponseResult {
	if (key === undefined || key === '') return refuse('item.answer-empty');
	if (typeof key !== 'string' || !offered.includes(key)) return refuse('item.answer-not-offered');
	return accept({ kind: 'choice', key });
}

function readKeys(
	kind: 'several-choice' | 'ordering',
	keys: unknown,
	offered: readonly string[]
): ResponseResult {
	if (!isTextList(keys)) return refuse('item.answer-unreadable');
	if (keys.length === 0) return refuse('item.answer-empty');
	if (!isOffered(keys, offered) || !isUnique(keys)) return refuse('item.answer-not-offered');
	if (kind === 'ordering' && keys.length < offered.length) return refuse('item.answer-incomplete');
	return accept({ kind, keys });
}

function readPairs(
	pairs: unknown,
	{ left, right }: Extract<ValidationItem, { kind: 'matching' }>
): ResponseResult {
	if (!Array.isArray(pairs)) return refuse('item.answer-unreadable');
	const read: (readonly [string, string])[] = [];
	for (const pair of pairs) {
		if (!isTextList(pair)) return refuse('item.answer-unreadable');
		const [from, to] = pair;
		if (from === undefined || to === undefined) return refuse('item.answer-incomplete');
		if (!left.includes(from) || !right.includes(to)) return refuse('item.answer-not-offered');
		read.push([from, to]);
	}
	if (read.length === 0) return refuse('item.answer-empty');
	if (!isUnique(read.map(([from]) => from))) return refuse('item.answer-not-offered');
	return read.length < left.length
		? refuse('item.answer-incomplete')
		: accept({ kind: 'matching', pairs: read });
}

/** What a page sends: one field by kind; the others are ignored. */
export interface ResponseInput {
	/** choice: the chosen key. */
	readonly key?: unknown;
	/** several-choice, ordering: keys, in order for ordering. */
	readonly keys?: unknown;
	/** number, expression, short-text: as typed. */
	readonly text?: unknown;
	/** matching: pairs of a left and a right key. */
	readonly pairs?: unknown;
}

/**
 * Reads what a page sent as a response to this item; needs no answer, so the browser may do the same.
 * Errors: empty, over 500 characters, unreadable shape, incomplete, or a key that was not offered.
 */
export function validateResponse(item: ValidationItem, input: ResponseInput): ResponseResult {
	switch (item.kind) {
		case 'choice':
			return readChoice(input.key, item.keys);
		case 'several-choice':
			return readKeys(item.kind, input.keys, item.keys);
		case 'ordering':
			return readKeys(item.kind, input.keys, item.keys);
		case 'matching':
			return readPairs(input.pairs, item);
		case 'number':
		case 'expression':
		case 'short-text':
			return readText(item.kind, input.text);
	}
}
