import type { AnswerForm, Item, ItemOf, ItemResponse, Score } from './item.ts';
import { loadMathEquivalence } from './maths/load-math-equivalence.ts';
import type { MathEquivalence, ReadAnswer } from './maths/math-equivalence.ts';
import { isConstant } from './maths/evaluate.ts';
import { isValue, lettersOf } from './maths/maths-tree.ts';
import { readMeasure } from './maths/units.ts';
import { mathsOf } from './render/segments.ts';
import { toValidation } from './item-view.ts';
import { validateResponse } from './response.ts';

const right: Score = { outcome: 'right' };
const wrong: Score = { outcome: 'wrong' };
const unreadable: Score = { outcome: 'unreadable', reason: 'item.answer-unreadable' };

const rightIf = (holds: boolean): Score => (holds ? right : wrong);
const sameList = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length && a.every((entry, n) => entry === b[n]);

/** Texts are compared without regard to case, spaces, macrons' encoding and the last full stop, unless `exact`. */
export function foldText(text: string, exact: boolean): string {
	const spaced = text.normalize('NFC').replace(/\s+/g, ' ').trim();
	return exact
		? spaced
		: spaced
				.replace(/[\u2018\u2019]/g, "'")
				.replace(/[.!?]$/, '')
				.toLowerCase();
}

type MathsItem = ItemOf<'number' | 'expression'>;
const isAnswer = (answer: ReadAnswer | null): answer is ReadAnswer => answer !== null;

const hasLetters = ({ tree }: ReadAnswer) =>
	isValue(tree) && [...lettersOf(tree)].some((name) => !isConstant(name));

/** The question's own expression typed back, where the answer is another way of writing it. */
function isUnchanged(maths: MathEquivalence, item: MathsItem, given: ReadAnswer): boolean {
	const asked = mathsOf(item.stem).flatMap((text) => maths.read(text) ?? []);
	const answers = item.secret.answers.flatMap((text) => maths.read(text) ?? []);
	const shape = JSON.stringify(given.tree);
	const isWritten = (answer: ReadAnswer) => JSON.stringify(answer.tree) === shape;
	return asked.some(isWritten) && !answers.some(isWritten) && given.tree.type !== 'number';
}

function scoreEqual(
	maths: MathEquivalence,
	item: MathsItem,
	given: ReadAnswer,
	form: AnswerForm
): Score {
	if (isUnchanged(maths, item, given)) return { outcome: 'wrong', reason: 'item.answer-unchanged' };
	if (!maths.hasForm(given, form)) return { outcome: 'wrong', reason: 'item.answer-form' };
	return right;
}

function scoreExpression(maths: MathEquivalence, item: ItemOf<'expression'>, text: string): Score {
	const given = maths.read(text);
	if (!given) return unreadable;
	const { answers, form = 'any', order = 'given' } = item.secret;
	const expected = answers.map((answer) => maths.read(answer)).filter(isAnswer);
	const found = expected.some((answer) => maths.isSame(answer, given, { order }));
	return found ? scoreEqual(maths, item, given, form) : wrong;
}

function scoreNumber(maths: MathEquivalence, item: ItemOf<'number'>, text: string): Score {
	const measure = item.unit === undefined ? null : readMeasure(text, item.unit);
	if (measure?.factor === null) return { outcome: 'wrong', reason: 'item.answer-unit' };
	const factor = measure?.factor ?? 1;
	const number = measure?.number ?? text;
	const given = maths.read(factor === 1 ? number : `(${number})*${factor}`);
	if (!given) return unreadable;
	const { answers, tolerance = 0, form = 'any' } = item.secret;
	const expected = answers.map((answer) => maths.read(answer)).filter(isAnswer);
	const found = expected.some((answer) => maths.isSame(answer, given, { tolerance }));
	// A number was asked for: letters are words or a slip of the hand, not a wrong number.
	if (!found && hasLetters(given)) return unreadable;
	return found ? scoreEqual(maths, item, given, factor === 1 ? form : 'any') : wrong;
}

function scorePairs(
	pairs: readonly (readonly [string, string])[],
	given: readonly (readonly [string, string])[]
): Score {
	const write = (all: readonly (readonly [string, string])[]) =>
		all.map(([from, to]) => `${from} ${to}`).toSorted();
	return rightIf(sameList(write(pairs), write(given)));
}

/** Scores an item with a loaded library; total over kinds, pure. A response of another kind is unreadable. */
export function scoreWith(maths: MathEquivalence, item: Item, response: ItemResponse): Score {
	const checked = validateResponse(toValidation(item), response);
	if (!checked.ok) return { outcome: 'unreadable', reason: checked.error.code };
	const given = checked.value;
	if (item.kind === 'choice' && given.kind === 'choice') {
		return rightIf(given.key === item.secret.correct);
	}
	if (item.kind === 'several-choice' && given.kind === 'several-choice') {
		return rightIf(sameList(given.keys.toSorted(), item.secret.correct.toSorted()));
	}
	if (item.kind === 'ordering' && given.kind === 'ordering') {
		return rightIf(sameList(given.keys, item.secret.order));
	}
	if (item.kind === 'matching' && given.kind === 'matching') {
		return scorePairs(item.secret.pairs, given.pairs);
	}
	return 'text' in given ? scoreText(maths, item, given.text) : unreadable;
}

function scoreText(maths: MathEquivalence, item: Item, text: string): Score {
	switch (item.kind) {
		case 'number':
			return scoreNumber(maths, item, text);
		case 'expression':
			return scoreExpression(maths, item, text);
		case 'short-text': {
			const { answers, exact = false } = item.secret;
			const folded = foldText(text, exact);
			return rightIf(answers.some((answer) => foldText(answer, exact) === folded));
		}
		default:
			return unreadable;
	}
}

/**
 * Scores a response on the server: `right`, `wrong` (with a reason where more can be said) or `unreadable`
 * (with what is the matter; nothing is recorded against the learner). The first maths item loads the library.
 */
export async function score(item: Item, response: ItemResponse): Promise<Score> {
	return scoreWith(await loadMathEquivalence(), item, response);
}
