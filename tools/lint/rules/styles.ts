import { declarations, styleText } from './declarations.ts';
import { lineAt, type Finding } from './finding.ts';

const names =
	'aqua|azure|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gray|green|grey|indigo|ivory|khaki|lavender|lime|magenta|maroon|navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|turquoise|violet|wheat|white|yellow';
const colour = new RegExp(
	`#[\\da-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(|(?<![\\w-])(?:${names})(?![\\w-])`,
	'i'
);
const notColour =
	/^(?:font|font-family|content|grid-area|grid-template-areas|animation|will-change)$/;
const drawn = /\s(fill|stroke|stop-color|flood-color|color)="([^"{]+)"/g;
const drawnRight = /^(?:none|currentColor|context-\w+|inherit|transparent|url\(.*\)|var\(.*\))$/;

/** Colours written out; a colour is a token from `src/lib/ui/tokens/colour.css`. */
export function colourLiterals(path: string, text: string): Finding[] {
	const message = (what: string) => `${what}: use a colour token, var(--…)`;
	const inStyles = declarations(styleText(path, text))
		.filter(({ property, value }) => !notColour.test(property) && colour.test(value))
		.map(({ line, property, value }) => ({ line, message: message(`${property}: ${value}`) }));
	if (!path.endsWith('.svelte')) return inStyles;
	const inMarkup = [...text.matchAll(drawn)]
		.filter(([, , value = '']) => !drawnRight.test(value))
		.map((match) => ({
			line: lineAt(text, match.index),
			message: message(match[0].trim())
		}));
	return [...inStyles, ...inMarkup];
}

const physical =
	/^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-.+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|(?:min-|max-)?(?:width|height)|overflow-[xy])$/;
const sided = /^(?:text-align|float|clear|caption-side|resize|justify-\w+)$/;
const fourSided = /^(?:margin|padding|inset|border-(?:width|style|color))$/;

function goesOneWay(property: string, value: string): boolean {
	if (physical.test(property)) return property !== 'overflow-x' && property !== 'overflow-y';
	if (sided.test(property)) return /\b(?:left|right|horizontal|vertical)\b/.test(value);
	if (!fourSided.test(property)) return false;
	const sides = value.replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()').split(/\s+/);
	return sides.length === 4 && sides[1] !== sides[3];
}

/** Styles that name left, right, top, width: they do not follow the direction of writing. */
export function physicalDirections(path: string, text: string): Finding[] {
	return declarations(styleText(path, text))
		.filter(({ property, value }) => goesOneWay(property, value))
		.map(({ line, property, value }) => ({
			line,
			message: `${property}: ${value}: use a logical property (inline, block, start, end)`
		}));
}

const smallest = { px: 14, rem: 0.875 };

/** Text set below 14 px. */
export function smallText(path: string, text: string): Finding[] {
	return declarations(styleText(path, text)).flatMap(({ property, value, line }) => {
		if (property !== 'font-size' && !property.startsWith('--text-')) return [];
		const sizes = [...value.matchAll(/([\d.]+)(px|rem)/g)].map(([, number, unit]) =>
			unit === 'px' ? Number(number) / smallest.px : Number(number) / smallest.rem
		);
		if (sizes.length === 0 || Math.max(...sizes) >= 1) return [];
		return [{ line, message: `${property}: ${value}: no text is smaller than 14 px` }];
	});
}
