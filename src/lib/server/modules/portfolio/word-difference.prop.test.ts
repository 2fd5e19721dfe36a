import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords, type WordRun } from './word-difference.ts';

const text = fc
	.array(fc.constantFrom('the', 'worm', 'has', 'a', 'belt', '\n', 'ngā'), { maxLength: 40 })
	.map((words) => words.join(' ').replaceAll(' \n ', '\n'));
const join = (runs: readonly WordRun[], ...kinds: readonly WordRun['kind'][]) =>
	runs
		.filter(({ kind }) => kinds.includes(kind))
		.map((run) => run.text)
		.join('');
const wordsOf = (...texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean);

test('what stayed and came is the new text; what stayed and went says the old one', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const runs = compareWords(before, after);
			expect(join(runs, 'same', 'came')).toBe(after);
			const old = runs.filter(({ kind }) => kind !== 'came').map((run) => run.text);
			expect(wordsOf(...old)).toEqual(wordsOf(before));
		}),
		{ seed: 20261125, numRuns: 300 }
	);
});

test('a text is the same as itself', () => {
	fc.assert(
		fc.property(text, (words) => {
			expect(compareWords(words, words).every(({ kind }) => kind === 'same')).toBe(true);
		}),
		{ seed: 20261125, numRuns: 100 }
	);
});

test('one word changes one word', () => {
	expect(compareWords('It is not haf.', 'It is half.')).toEqual([
		{ kind: 'same', text: 'It is ' },
		{ kind: 'gone', text: 'not haf.' },
		{ kind: 'came', text: 'half.' }
	]);
});

test('a passage written anew is one passage, whatever little word both share', () => {
	const runs = compareWords(
		'The ferry was a part of life in our community for years.',
		'Mrs Alder keeps the bell in her fridge at home.'
	);
	expect(runs.map(({ kind }) => kind)).toEqual(['gone', 'came']);
});

test('very long texts are compared by lines', () => {
	const lines = Array.from({ length: 400 }, (_, i) => `line ${i} has some words\n`);
	const runs = compareWords(lines.join(''), lines.with(7, 'another line\n').join(''));
	expect(runs.filter(({ kind }) => kind !== 'same')).toEqual([
		{ kind: 'gone', text: 'line 7 has some words\n' },
		{ kind: 'came', text: 'another line\n' }
	]);
});
