import {
	describePicture,
	drawPicture,
	ownAnswer,
	renderMath,
	toPublic,
	type Item,
	type ItemKind,
	type ItemResponse,
	type Option,
	type PublicItem,
	type RenderedText
} from '../curriculum/items/index.ts';
import type { Locale } from '../../platform/i18n/index.ts';

/** An option as a page draws it. */
export interface ShownOption {
	readonly key: string;
	readonly html: string;
	/** The same in words, for selects and for reading aloud. */
	readonly speech: string;
}

/** A question as a page draws it: no answer, no hint, nothing made from them. */
export interface ShownItem {
	readonly kind: ItemKind;
	readonly language: string;
	readonly stem: RenderedText;
	readonly picture: { readonly svg: string; readonly words: string } | null;
	/** choice, several-choice: what to pick; ordering: what to order; matching: the left side. */
	readonly options: readonly ShownOption[];
	/** matching: the right side. */
	readonly targets: readonly ShownOption[];
	readonly unit: string | null;
}

const shownOption =
	(locale: Locale) =>
	({ key, text }: Option): ShownOption => ({ key, ...renderMath(text, locale) });

function optionsOf(item: PublicItem): readonly Option[] {
	switch (item.kind) {
		case 'choice':
		case 'several-choice':
			return item.choices;
		case 'ordering':
			return item.entries;
		case 'matching':
			return item.left;
		case 'number':
		case 'expression':
		case 'short-text':
			return [];
	}
}

/** What this learner sees of an item before answering. */
export function showItem(item: Item, learnerId: string, locale: Locale): ShownItem {
	const shown = toPublic(item, learnerId);
	const { picture } = shown;
	return {
		kind: shown.kind,
		language: shown.language,
		stem: renderMath(shown.stem, locale),
		picture: picture
			? { svg: drawPicture(picture).svg, words: describePicture(picture, locale) }
			: null,
		options: optionsOf(shown).map(shownOption(locale)),
		targets: shown.kind === 'matching' ? shown.right.map(shownOption(locale)) : [],
		unit: shown.kind === 'number' ? (shown.unit ?? null) : null
	};
}

function textOf(options: readonly Option[], key: string): string {
	return options.find((option) => option.key === key)?.text ?? '';
}

/** A response in words: what was picked, ordered, matched or typed, one line each. */
function linesOf(item: Item, response: ItemResponse): readonly string[] {
	if (response.kind === 'matching') {
		if (item.kind !== 'matching') return [];
		return response.pairs.map(
			([left, right]) => `${textOf(item.left, left)} → ${textOf(item.right, right)}`
		);
	}
	if ('text' in response) return [typed(item, response.text)];
	const options = item.kind === 'ordering' ? item.entries : 'choices' in item ? item.choices : [];
	const keys = response.kind === 'choice' ? [response.key] : response.keys;
	return keys.map((key) => textOf(options, key));
}

function typed(item: Item, text: string): string {
	if (item.kind === 'expression' || text.includes('\\')) return `$$${text}$$`;
	return item.kind === 'number' && item.unit !== undefined && /^[\d.,\s/-]+$/.test(text)
		? `${text} ${item.unit}`
		: text;
}

/** What is said of an answered question: what was given, what is right, and the steps that lead there. */
export interface ShownFeedback {
	readonly given: readonly RenderedText[];
	readonly right: readonly RenderedText[];
	readonly steps: readonly RenderedText[];
}

export function showFeedback(
	item: Item,
	given: ItemResponse | null,
	locale: Locale
): ShownFeedback {
	const render = (text: string) => renderMath(text, locale);
	return {
		given: given ? linesOf(item, given).map(render) : [],
		right: linesOf(item, ownAnswer(item)).map(render),
		steps: item.hints
			.filter(({ within, choices }) => within === undefined && choices === undefined)
			.map(({ text }) => render(text))
	};
}
