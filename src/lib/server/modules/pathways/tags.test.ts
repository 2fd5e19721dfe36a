import { expect, test } from 'vitest';
import { tagsIn } from './tags.ts';

const vocabulary = [
	'rivers',
	'bikes',
	'te reo Māori',
	'stories',
	'making',
	'art',
	'helping people'
];

test('a word counts whatever its ending, case and macrons', () => {
	expect(tagsIn('Biking by the RIVER', vocabulary)).toEqual(['rivers', 'bikes']);
	expect(tagsIn('te reo maori with Koro', vocabulary)).toEqual(['te reo Māori']);
	expect(tagsIn('I make things and tell a story', vocabulary)).toEqual(['stories', 'making']);
});

test('part of a word or of a tag does not count', () => {
	expect(tagsIn('I start at eight', vocabulary)).toEqual([]);
	expect(tagsIn('people', vocabulary)).toEqual([]);
	expect(tagsIn('', vocabulary)).toEqual([]);
});
