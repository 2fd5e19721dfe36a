import { lineAt, type Finding } from './finding.ts';

const rules = [
	{
		pattern: /\splaceholder\s*=/g,
		message: 'placeholder: it vanishes while one writes; use the label and the hint'
	},
	{
		pattern: /(?<=<[^>]*)\sstyle(?::[\w-]+)?\s*=/g,
		message: 'style: the content security policy blocks it; use a class or an SVG attribute'
	},
	{
		pattern: /\s(?:on\w+)="/g,
		message: 'inline handler: the content security policy blocks it'
	}
];

/** What no page may hold: a placeholder in place of a label, a style attribute, an inline handler. */
export function markupMistakes(text: string): Finding[] {
	const markup = text.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, (part) =>
		part.replaceAll(/[^\n]/g, ' ')
	);
	const tags = markup.replaceAll('=>', '  '); // an arrow does not end a tag
	return rules.flatMap(({ pattern, message }) =>
		[...tags.matchAll(pattern)].map((match) => ({ line: lineAt(markup, match.index), message }))
	);
}
