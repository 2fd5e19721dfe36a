import type { ItemLine } from '#lib/server/modules/curriculum/items/index.ts';
import type { OatutorHint, OatutorSubHint } from './problem.ts';
import { joinTexts, unique } from './texts.ts';

export type HintLine = ItemLine['hints'][number];

/** Hints of one step, and what had to be mended. */
export interface ConvertedHints {
	readonly hints: readonly HintLine[];
	/** Hints without any words, which are dropped. */
	readonly empty: number;
	/** Links to a hint that is not there (or to itself), which are dropped. */
	readonly mended: number;
}

interface Placed {
	readonly hint: OatutorSubHint;
	readonly id: string;
	readonly within?: string;
	readonly text: string;
}

/** Sub-hints follow the hint they explain; a repeated id gets its place added. */
function placeAll(hints: readonly OatutorHint[]): readonly Placed[] {
	const taken = new Set<string>();
	const place = (hint: OatutorSubHint, within?: string): Placed => {
		const id = taken.has(hint.id) ? `${hint.id}-${taken.size}` : hint.id;
		taken.add(id);
		const text = joinTexts([hint.title, hint.text]);
		return { hint, id, text, ...(within !== undefined && { within }) };
	};
	return hints.flatMap((hint) => {
		const parent = place(hint);
		return [parent, ...hint.subHints.map((sub) => place(sub, parent.id))];
	});
}

function toLine({ hint, id, within, text }: Placed, kept: ReadonlySet<string>): HintLine {
	const after = unique(hint.dependencies).filter((other) => other !== id && kept.has(other));
	const [answer] = hint.hintAnswer;
	const choices = unique(hint.choices.filter((choice) => choice !== ''));
	return {
		id,
		text,
		...(after.length > 0 && { after }),
		...(within !== undefined && kept.has(within) && { within }),
		...(choices.length > 1 && { choices }),
		...(answer !== undefined && answer !== '' && { answer })
	};
}

/** Hints and scaffolds with their sub-hints in one list, in order; a scaffold keeps its own answer and choices. */
export function convertHints(hints: readonly OatutorHint[]): ConvertedHints {
	const placed = placeAll(hints);
	const worded = placed.filter(({ text }) => text !== '');
	const kept = new Set(worded.map(({ id }) => id));
	const lines = worded.map((hint) => toLine(hint, kept));
	const links = worded.reduce((sum, { hint }) => sum + unique(hint.dependencies).length, 0);
	const held = lines.reduce((sum, { after = [] }) => sum + after.length, 0);
	return { hints: lines, empty: placed.length - worded.length, mended: links - held };
}
