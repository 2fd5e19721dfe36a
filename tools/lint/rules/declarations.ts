import { lineAt } from './finding.ts';

/** One `property: value` of a style sheet. */
export interface Declaration {
	readonly property: string;
	readonly value: string;
	readonly line: number;
}

/** The style sheets in a file: the whole of a `.css`, the `<style>` blocks of a `.svelte`; the rest is blanked, so that lines keep their numbers. */
export function styleText(path: string, text: string): string {
	if (!path.endsWith('.svelte')) return text;
	const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
	let styles = '';
	let done = 0;
	for (const block of text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
		const start = block.index + block[0].indexOf('>') + 1;
		const end = start + (block[1]?.length ?? 0);
		styles += blank(text.slice(done, start)) + text.slice(start, end);
		done = end;
	}
	return styles + blank(text.slice(done));
}

/** Reads the declarations of a style sheet, comments and at-rule conditions left out. */
export function declarations(css: string): Declaration[] {
	const clean = css.replaceAll(/\/\*[\s\S]*?\*\//g, (part) => part.replaceAll(/[^\n]/g, ' '));
	const found: Declaration[] = [];
	for (const match of clean.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)) {
		const [, property = '', value = ''] = match;
		found.push({ property, value: value.trim(), line: lineAt(clean, match.index) });
	}
	return found;
}
