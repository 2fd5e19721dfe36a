import { describe, expect, test } from 'vitest';
import { oneOfEach } from '../testing.ts';
import { parseItem } from './parse-item.ts';
import { writeItem } from './write-item.ts';

test.each(oneOfEach())('a $item.kind item comes back as it was stored', ({ item }) => {
	const line: unknown = JSON.parse(JSON.stringify(writeItem(item)));
	expect(parseItem(line)).toEqual({ ok: true, item });
});

const problemsOf = (value: unknown) => {
	const parsed = parseItem(value);
	return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${field} ${code}`);
};

describe('format 1, the short form', () => {
	test('a number item with sentences as hints', () => {
		const parsed = parseItem({
			id: 'n1',
			kind: 'number',
			stem: 'How many is 3 + 4?',
			answer: '7',
			tags: ['add'],
			hints: ['Start at 3.', 'Count on four: 4, 5, 6, 7.']
		});
		expect(parsed).toMatchObject({
			ok: true,
			item: {
				version: 1,
				language: 'en',
				secret: { answers: ['7'] },
				hints: [
					{ id: 'h1', after: [] },
					{ id: 'h2', after: ['h1'] }
				]
			}
		});
	});

	test('a choice item keeps its one answer', () => {
		const line = { id: 'c1', kind: 'choice', stem: 'Pick.', choices: ['a', 'b'], answer: 'b' };
		expect(parseItem(line).ok).toBe(true);
	});
});

test.each([
	[null, [' items.field-invalid']],
	[[], [' items.field-invalid']],
	['x', [' items.field-invalid']],
	[{ format: 99, id: 'a', kind: 'choice' }, expect.arrayContaining(['format items.field-invalid'])],
	[{ id: 'a', kind: 'essay', stem: 'x' }, ['kind items.field-invalid']],
	[
		{ id: 'a', kind: 'choice', stem: '', choices: ['a', 'a'] },
		expect.arrayContaining(['stem items.field-invalid', 'answer items.field-missing'])
	],
	[
		{ id: 'a', kind: 'choice', stem: 's', choices: ['a', 'a'], answer: 'b' },
		['choices.1 items.choice-repeated', 'answer items.answer-not-offered']
	],
	[{ id: 'a', kind: 'number', stem: 's', answer: '1', extra: true }, ['extra items.field-unknown']],
	[
		{
			id: 'a',
			kind: 'number',
			stem: 's',
			answer: '1',
			hints: [{ id: 'h', text: 't', after: ['gone'] }]
		},
		['hints.0.after.0 items.hint-dangling']
	],
	[
		{ id: 'a', kind: 'number', stem: 's', answer: '1', group: { id: 'g', position: 3, of: 2 } },
		['group.position items.group-position']
	]
])('%j is refused, field by field', (line, expected) => {
	expect(problemsOf(line)).toEqual(expected);
});
