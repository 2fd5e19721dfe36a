/** One piece of text on the page and where it starts in what is read. */
interface Piece {
	readonly node: Text;
	readonly from: number;
}

/** What is read aloud, and how a place in it leads back to the page. */
export interface Reading {
	readonly text: string;
	readonly rangeAt: (index: number, length: number) => Range | undefined;
}

const skipped = '[aria-hidden="true"], [hidden], script, style, button[data-listen]';

/** Collects the visible words of an element in reading order. */
export function readingOf(root: Element): Reading {
	const pieces: Piece[] = [];
	let text = '';
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (!(node instanceof Text) || !node.data.trim() || node.parentElement?.closest(skipped))
			continue;
		pieces.push({ node, from: text.length });
		text += `${node.data} `;
	}
	const rangeAt = (index: number, length: number): Range | undefined => {
		const piece = pieces.findLast((candidate) => candidate.from <= index);
		if (!piece) return undefined;
		const range = document.createRange();
		const start = Math.min(index - piece.from, piece.node.length);
		range.setStart(piece.node, start);
		range.setEnd(piece.node, Math.min(start + length, piece.node.length));
		return range;
	};
	return { text, rangeAt };
}

/** A voice that lives on this device for a language; remote voices would send the words away. */
export function deviceVoice(
	voices: readonly SpeechSynthesisVoice[],
	lang: string
): SpeechSynthesisVoice | undefined {
	const tag = (value: string): string => value.toLowerCase().replace('_', '-');
	const wanted = tag(lang);
	const base = wanted.split('-')[0] ?? wanted;
	const local = voices.filter((voice) => voice.localService);
	return (
		local.find((voice) => tag(voice.lang) === wanted) ??
		local.find((voice) => tag(voice.lang).split('-')[0] === base)
	);
}

/** The length of the word that starts at `index`, where the voice does not say it. */
export function wordLength(text: string, index: number): number {
	return /^\S+/u.exec(text.slice(index))?.[0].length ?? 0;
}
