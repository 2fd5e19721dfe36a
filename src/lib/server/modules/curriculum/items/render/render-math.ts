import katex from 'katex';
import { blank, toLatex } from './latex.ts';
import { splitMaths, type Segment } from './segments.ts';
import { speakLatex, type SpeechLocale } from './speech.ts';

export interface RenderedText {
	/** Safe HTML: text escaped, mathematics as MathML without scripts, styles, links or images. */
	readonly html: string;
	/** The same in words, for reading aloud and as a text alternative. */
	readonly speech: string;
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text for HTML content or a quoted attribute. */
export const escapeHtml = (text: string) =>
	text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** The LaTeX copy inside the MathML doubles the bytes, and inline styles are refused by our content policy. */
const trimMarkup = (html: string) =>
	html
		.replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
		.replace(/<\/?semantics>/g, '')
		.replace(/ style="[^"]*"/g, '')
		.replace(/^<span class="katex">|<\/span>$/g, '')
		// Fractions and limits inside a sentence at their full size: small ones are hard to read.
		.replace('<math ', '<math displaystyle="true" ');

/** Mathematics as MathML; what KaTeX cannot set is shown as typed. */
function renderSegment(segment: Segment): string {
	if (segment.kind === 'text') return escapeHtml(segment.text).replace(/\r?\n/g, '<br>');
	try {
		return trimMarkup(
			katex.renderToString(toLatex(segment.text).replaceAll(blank, '\\text{\\_\\_\\_\\_}'), {
				output: 'mathml',
				throwOnError: true,
				strict: 'ignore',
				trust: false,
				maxExpand: 200,
				maxSize: 20
			})
		);
	} catch {
		// KaTeX refuses with its own error type for the author's notation; the person still sees what was written.
		return `<span class="maths-as-typed">${escapeHtml(segment.text)}</span>`;
	}
}

const speakSegment = (locale: SpeechLocale) => (segment: Segment) =>
	segment.kind === 'text' ? segment.text : ` ${speakLatex(toLatex(segment.text), locale)} `;

/** Text with `$$…$$` or `$…$` mathematics as safe HTML (MathML, no style sheet or font needed) and as words. */
export function renderMath(text: string, locale: SpeechLocale = 'en'): RenderedText {
	const segments = splitMaths(text);
	const speech = segments.map(speakSegment(locale)).join('').replace(/\s+/g, ' ');
	return {
		html: segments.map(renderSegment).join(''),
		speech: speech.replace(/ ([,.;:?!])/g, '$1').trim()
	};
}
