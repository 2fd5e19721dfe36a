import { shapeWords, signWords, type SpeechLocale } from './speech-words.ts';

export type { SpeechLocale } from './speech-words.ts';

const tokenPattern = /\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|[a-zA-Z]|[^\s]/g;

/** Commands that shape the page and say nothing. */
const silent = new Set(
	'\\left \\right \\text \\mathrm \\operatorname \\mathbf  \\displaystyle \\, \\; \\: \\! \\quad \\qquad \\\\ & { }'.split(
		' '
	)
);

/** One pass over the tokens of one formula; always moves forward, so it ends on any input. */
class Speaker {
	private at = 0;
	private readonly tokens: readonly string[];
	private readonly locale: SpeechLocale;

	constructor(latex: string, locale: SpeechLocale) {
		this.tokens = latex.match(tokenPattern) ?? [];
		this.locale = locale;
	}

	speak(): string {
		const words: string[] = [];
		while (this.at < this.tokens.length) words.push(...this.next(0));
		return words.join(' ');
	}

	private word(name: keyof typeof shapeWords): string {
		return shapeWords[name]({}, { locale: this.locale });
	}

	/** The words of a braced group, or of one token where there is no brace. */
	private group(depth: number, open = '{', close = '}'): readonly string[] {
		if (this.tokens[this.at] !== open) return this.next(depth);
		this.at++;
		const words: string[] = [];
		while (this.at < this.tokens.length && this.tokens[this.at] !== close) {
			words.push(...this.next(depth));
		}
		this.at++;
		return words;
	}

	/** Environments (matrices, cases) are read cell by cell, without their names. */
	private skipName(): readonly string[] {
		const end = this.tokens.indexOf('}', this.at);
		this.at = end < 0 ? this.tokens.length : end + 1;
		return [];
	}

	private next(depth: number): readonly string[] {
		const before = this.tokens[this.at - 1] ?? '';
		const token = this.tokens[this.at++];
		if (token === '\\begin' || token === '\\end') return this.skipName();
		// Deep nesting is read flat: no formula that deep helps a listener.
		if (token === undefined || silent.has(token) || depth > 40) return [];
		if (/^\\[dt]?frac$/.test(token)) {
			const mixed = /^\d+$/.test(before) ? [this.word('and')] : [];
			return [...mixed, ...this.fraction(depth + 1)];
		}
		if (token === '\\sqrt') return this.root(depth + 1);
		if (token === '^') return this.power(depth + 1);
		if (token === '_') return [this.word('sub'), ...this.group(depth + 1)];
		const sign = signWords[token];
		if (sign) return [sign({}, { locale: this.locale })];
		return [token.replace(/^\\/, '')];
	}

	private fraction(depth: number): readonly string[] {
		const top = this.group(depth);
		const bottom = this.group(depth);
		const simple = top.length === 1 && bottom.length === 1;
		const parts = [...top, this.word('over'), ...bottom];
		return simple ? parts : [this.word('fraction'), ...parts, this.word('endFraction')];
	}

	private root(depth: number): readonly string[] {
		const index = this.tokens[this.at] === '[' ? this.group(depth, '[', ']') : [];
		const inside = this.group(depth);
		const [only] = index;
		const name =
			only === undefined
				? [this.word('root')]
				: only === '3'
					? [this.word('cubeRoot')]
					: [...index, this.word('nthRoot')];
		return [...name, ...inside, ...(inside.length > 1 ? [this.word('endRoot')] : [])];
	}

	private power(depth: number): readonly string[] {
		const inside = this.group(depth);
		const [only] = inside;
		if (inside.length !== 1 || only === undefined) {
			return [this.word('power'), ...inside, this.word('endPower')];
		}
		if (only === '2') return [this.word('squared')];
		if (only === '3') return [this.word('cubed')];
		if (only === this.degrees()) return [only];
		return [this.word('power'), only];
	}

	private degrees(): string | undefined {
		return signWords['\\circ']?.({}, { locale: this.locale });
	}
}

/** LaTeX in words, for reading aloud: `\frac{1}{2}x^2` is "1 over 2 x squared". Total and linear in its input. */
export function speakLatex(latex: string, locale: SpeechLocale): string {
	return new Speaker(latex.slice(0, 5000), locale).speak();
}
