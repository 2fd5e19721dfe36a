/** A piece of a stem: plain text, or mathematics (LaTeX or plain notation) without its marks. */
export interface Segment {
	readonly kind: 'text' | 'maths';
	readonly text: string;
}

/** `$$…$$` always; `$…$` only where both marks touch what is between them and it is not a price (`$5 and $6`). */
const marked = /\$\$([\s\S]+?)\$\$|(?<![\\$\w])\$(?![\s\d$])([^$\n]*?[^\s\\$])\$(?![\d$])/g;

/** Splits text at its maths marks; an unmatched mark stays text, `\$` is a dollar sign. */
export function splitMaths(text: string): readonly Segment[] {
	const segments: Segment[] = [];
	let from = 0;
	const pushText = (to: number) => {
		if (to > from)
			segments.push({ kind: 'text', text: text.slice(from, to).replaceAll('\\$', '$') });
	};
	for (const found of text.matchAll(marked)) {
		pushText(found.index);
		segments.push({ kind: 'maths', text: found[1] ?? found[2] ?? '' });
		from = found.index + found[0].length;
	}
	pushText(text.length);
	return segments;
}

/** The pieces of mathematics in a text, in order. */
export const mathsOf = (text: string): readonly string[] =>
	splitMaths(text).flatMap((segment) => (segment.kind === 'maths' ? [segment.text] : []));
