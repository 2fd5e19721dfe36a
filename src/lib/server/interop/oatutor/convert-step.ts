import {
	acceptsOwnAnswer,
	isRenderable,
	parseItem,
	type Item,
	type MathEquivalence
} from '#lib/server/modules/curriculum/items/index.ts';
import { convertHints } from './convert-hints.ts';
import type { OatutorProblem, OatutorStep } from './problem.ts';
import { joinTexts, unique, withoutMarks } from './texts.ts';

/** Why a step is not in the bank. */
export const leftOutReasons = [
	'no-question',
	'one-choice',
	'unreadable-text',
	'unreadable-answer',
	'repeated'
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What was changed in a step that is kept. */
export interface StepNotes {
	readonly mergedChoices: number;
	readonly mendedHints: number;
	readonly emptyHints: number;
	readonly hints: number;
}

export type ConvertedStep =
	| { readonly ok: true; readonly item: Item; readonly notes: StepNotes }
	| { readonly ok: false; readonly reason: Exclude<LeftOutReason, 'repeated'> };

export const attributionText =
	'Problems from OpenStax (openstax.org, CC BY 4.0) with hints and scaffolds by the OATutor project, CAHLR, ' +
	'UC Berkeley (oatutor.io), CC BY 4.0; filtered and reformatted.';

/** The question: what the problem says, then the step; a problem without either is asked by its title. */
function stemOf(problem: OatutorProblem, step: OatutorStep): string {
	const own = joinTexts([problem.body, step.title, step.body]);
	return own === '' ? joinTexts([problem.title]) : own;
}

type Answer = Readonly<Record<string, unknown>>;

/** Words that ask for things in their order. */
const asksForOrder = /\b(sequence|terms?|in order|respectively|ordered|first|smallest|largest)\b/iu;
/** `Factor …` as an instruction; "the greatest common factor" is none. */
const asksToFactor =
	/(^|[.:]\s|\n)\s*factor(ize|ise)?\b(?!\s+of)|\bfactor (the|each|completely|by)\b/iu;

function expressionAnswer(maths: MathEquivalence, text: string, stem: string): Answer {
	const read = maths.read(text);
	const isList = read?.tree.type === 'parts' && read.tree.shape === 'list';
	const factored = read && asksToFactor.test(stem) && maths.hasForm(read, 'factored');
	return {
		kind: 'expression',
		answers: [text],
		...(isList && !asksForOrder.test(stem) && { order: 'any' }),
		...(factored && { form: 'factored' })
	};
}

/** Words and single letters (`y`, `n`, `No solution`) are texts; a letter is mathematics only where it was meant so. */
const isWording = (text: string) =>
	/^[a-z]$|[a-z]{4}|^(up|und|dne|no|yes)$/iu.test(text.replaceAll(/sqrt|inf(ty)?/gu, ''));

const isNumber = (text: string) => /^[-\u2212]?\$?[\d.,]+%?$|^[-\u2212]?\d+\/\d+$/u.test(text);
const isFraction = (text: string) => /^-?\\frac\{-?\d+\}\{\d+\}$/u.test(text);

function textAnswer(maths: MathEquivalence, step: OatutorStep, stem: string): Answer | null {
	const [given = ''] = step.answer;
	const bare = withoutMarks(given);
	const asMaths = step.answerType === 'arithmetic' || !isWording(bare);
	if (!asMaths) return { kind: 'short-text', answers: [bare] };
	// Where the two forms differ, the typed one is what the source compares with.
	const readable = [bare, withoutMarks(step.answerLatex ?? '')].find(
		(text) => text !== '' && maths.read(text)
	);
	// Words in an answer that is marked as mathematics: "No solution".
	if (readable === undefined) {
		return isWording(bare) ? { kind: 'short-text', answers: [bare] } : null;
	}
	if (isNumber(readable) || isFraction(readable)) return { kind: 'number', answers: [readable] };
	return expressionAnswer(maths, readable, stem);
}

function choiceAnswer(step: OatutorStep, choices: readonly string[]): Answer {
	return { kind: 'choice', choices, answer: (step.answer[0] ?? '').trim() };
}

/** The page a problem comes from, where it is written as an address. */
const addressOf = (oer: string): string | undefined => /https?:\/\/[^\s<>]+/u.exec(oer)?.[0];

function attributionOf(problem: OatutorProblem) {
	const url = addressOf(problem.oer);
	return { licence: 'CC BY 4.0', text: attributionText, ...(url !== undefined && { url }) };
}

/** One step as an item, or why it cannot be one. */
export function convertStep(
	maths: MathEquivalence,
	problem: OatutorProblem,
	step: OatutorStep
): ConvertedStep {
	const stem = stemOf(problem, step);
	if (stem === '') return { ok: false, reason: 'no-question' };
	const offered = step.choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
	const choices = unique(offered);
	const isChoice = step.problemType === 'MultipleChoice' || choices.length > 2;
	if (isChoice && choices.length < 2) return { ok: false, reason: 'one-choice' };
	if (![stem, ...(isChoice ? choices : [])].every(isRenderable)) {
		return { ok: false, reason: 'unreadable-text' };
	}
	const answer = isChoice ? choiceAnswer(step, choices) : textAnswer(maths, step, stem);
	const { hints, empty, mended } = convertHints(step.hints);
	const parsed = answer && parseItem({ ...answer, ...commonOf(problem, step, stem), hints });
	if (!parsed?.ok || !acceptsOwnAnswer(maths, parsed.item)) {
		return { ok: false, reason: 'unreadable-answer' };
	}
	const mergedChoices = offered.length - choices.length;
	const notes = { mergedChoices, mendedHints: mended, emptyHints: empty, hints: hints.length };
	return { ok: true, item: parsed.item, notes };
}

function commonOf(problem: OatutorProblem, step: OatutorStep, stem: string) {
	const title = problem.title.trim();
	return {
		format: 2,
		id: step.id,
		version: 1,
		language: 'en',
		...(title !== '' && title !== stem && { title }),
		stem,
		tags: unique(step.skills),
		attribution: attributionOf(problem)
	};
}
