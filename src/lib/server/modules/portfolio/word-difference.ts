/** A run of words that stayed, went or came, in reading order. */
export interface WordRun {
	readonly kind: 'same' | 'gone' | 'came';
	readonly text: string;
}

/** Longer texts are compared by lines: the table below grows with the product of both lengths. */
const mostCells = 400_000;

/** Words with the space after them, so that joining gives back the text; lines where words are too many. */
const pieces = (text: string, byLine: boolean): readonly string[] =>
	text.match(byLine ? /[^\n]*\n|[^\n]+/g : /\n|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? [];

const count = (text: string) => pieces(text, false).length;

/**
 * Lengths of the longest common subsequence of every pair of ends, as one row-major table: (Hirschberg 1975 describes the
 * recurrence; texts here are short enough to keep the whole table).
 */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
	const width = after.length + 1;
	const table = new Uint32Array((before.length + 1) * width);
	for (let i = before.length - 1; i >= 0; i -= 1) {
		for (let j = after.length - 1; j >= 0; j -= 1) {
			const at = i * width + j;
			table[at] =
				before[i]?.trim() === after[j]?.trim()
					? (table[at + width + 1] ?? 0) + 1
					: Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
		}
	}
	return table;
}

function append(runs: WordRun[], kind: WordRun['kind'], text: string): void {
	const last = runs.at(-1);
	if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
	else runs.push({ kind, text });
}

const wordsIn = (run: WordRun | undefined): number => run?.text.match(/\S+/g)?.length ?? 0;

/** One or two words that both share by chance, in the midst of a passage that was written anew. */
function isChance(runs: readonly WordRun[], i: number): boolean {
	const run = runs[i];
	if (run?.kind !== 'same' || i === 0 || i === runs.length - 1) return false;
	const around = [i - 2, i - 1, i + 1, i + 2].filter((at) => runs[at]?.kind !== 'same');
	const changed = around.reduce((sum, at) => sum + wordsIn(runs[at]), 0);
	return wordsIn(run) <= 2 && !run.text.includes('\n') && changed >= 6;
}

/** A passage that was written anew reads better whole: first what went, then what came. */
function gather(runs: readonly WordRun[]): readonly WordRun[] {
	const calm: WordRun[] = [];
	let [gone, came] = ['', ''];
	const flush = () => {
		if (gone) calm.push({ kind: 'gone', text: gone });
		if (came) calm.push({ kind: 'came', text: came });
		[gone, came] = ['', ''];
	};
	for (const [i, run] of runs.entries()) {
		const stays = run.kind === 'same' && !isChance(runs, i);
		if (stays) {
			flush();
			calm.push(run);
			continue;
		}
		// A gap, where the old words end with a line and the next ones follow on it.
		if (run.kind !== 'came') gone += gone && !/\s$/.test(gone) ? ` ${run.text}` : run.text;
		if (run.kind !== 'gone') came += run.text;
	}
	flush();
	return calm;
}

/**
 * What changed between two texts, word by word: the longest run of words that both share stays, what only the first has is
 * gone, what only the second has came. `compareWords('a b', 'a c')` is same `a `, gone `b`, came `c`.
 */
export function compareWords(before: string, after: string): readonly WordRun[] {
	const byLine = count(before) * count(after) > mostCells;
	const old = pieces(before, byLine);
	const now = pieces(after, byLine);
	const table = commonLengths(old, now);
	const width = now.length + 1;
	const runs: WordRun[] = [];
	let i = 0;
	let j = 0;
	while (i < old.length || j < now.length) {
		const [gone, came] = [old[i], now[j]];
		const at = i * width + j;
		if (gone !== undefined && came !== undefined && gone.trim() === came.trim()) {
			append(runs, 'same', came);
			i += 1;
			j += 1;
		} else if (
			came === undefined ||
			(gone !== undefined && (table[at + width] ?? 0) >= (table[at + 1] ?? 0))
		) {
			append(runs, 'gone', gone ?? '');
			i += 1;
		} else {
			append(runs, 'came', came);
			j += 1;
		}
	}
	return gather(runs);
}
