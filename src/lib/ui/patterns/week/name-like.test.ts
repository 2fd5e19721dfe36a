import { expect, test } from 'vitest';
import { withNameLike } from './name-like.ts';

const people = ['Hēmi Paraone', 'Wī', 'Amelia', 'Noa Te Hira'].map((called) => ({ called }));
const names = (words: string) => withNameLike(people, words).map(({ called }) => called);

test('a name is found by the beginning of any part, blind to macrons, doubled vowels and capitals', () => {
	expect(names('heemi')).toEqual(['Hēmi Paraone']);
	expect(names('HEM')).toEqual(['Hēmi Paraone']);
	expect(names(' wi ')).toEqual(['Wī']);
	expect(names('hira')).toEqual(['Noa Te Hira']);
	expect(names('melia')).toEqual([]);
});
