import { describe, expect, test } from 'vitest';
import { readerOf, sentenceLengths, textsOf, tooLong } from './reading-length.ts';

describe('who reads a message', () => {
	test.each([
		['today', 'today_help_5_7', '5-7'],
		['today', 'today_help', '8-11'],
		['plans', 'plan_approve_staff', 'staff'],
		['staff', 'staff_queue', 'staff'],
		['staff', 'staff_letter_family', 'family'],
		['family', 'family_home', 'family'],
		['items', 'import_lines_damaged', 'staff']
	])('%s %s: %s', (file, key, reader) => {
		expect(readerOf(file, key)).toBe(reader);
	});
});

describe('words of sentences', () => {
	test.each([
		['I am here.', [3]],
		['I’m stuck. Help me!', [2, 2]],
		['{count} of {total} rows', [4]],
		['At 10:40, in Room 4.', [5]],
		['Te reo kōrero: e tatari ana', [6]],
		['', [0]]
	])('%s', (message, lengths) => {
		expect(sentenceLengths(message)).toEqual(lengths);
	});
});

test('every form of a plural is read', () => {
	const message = [{ match: { 'count=one': 'One step', 'count=other': 'Many many steps' } }];
	expect(textsOf(message)).toEqual(['One step', 'Many many steps']);
});

test('a sentence at the limit passes, one word more is found', () => {
	const six = 'One two three four five six.';
	expect(tooLong('today', { a_5_7: six })).toEqual([]);
	expect(tooLong('today', { a_5_7: `Zero ${six}` })).toHaveLength(1);
});
