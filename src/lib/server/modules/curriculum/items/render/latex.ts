/** A blank to fill. */
export const blank = '\\underline{\\qquad}';

/**
 * Brings authors' notation into the LaTeX that KaTeX reads as they meant it: `x^10` is x to the tenth (LaTeX
 * alone reads x¹0), `**` is a power, a number in `\operatorname{…}` is a
 * number, and `___` is a blank to fill.
 */
export function toLatex(notation: string): string {
	return notation
		.replace(/\\operatorname\{(-?[\d.]+)\}/g, '$1')
		.replaceAll('**', '^')
		.replace(/(?:\\?_){2,}/g, blank)
		.replace(/\^(-?\d+(?:\.\d+)?)(?![\d}])/g, '^{$1}')
		.replace(/(?<!\\)%/g, '\\%')
		.replace(/(?<!\\)#/g, '\\#')
		.replaceAll('\u2212', '-');
}
