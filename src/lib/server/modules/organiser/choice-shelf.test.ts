import { expect, test } from 'vitest';
import { everything, shelfOf } from './choice-shelf.ts';

const offers = Array.from({ length: 150 }, (_, n) => ({
	title: n % 10 === 0 ? `Pūkeko ${n}` : `Offer ${n}`,
	about: n === 3 ? 'At the river' : '',
	adults: n === 4 ? ['Whaea Mārama'] : []
}));
const titles = (words: string, part = 1) =>
	shelfOf(offers, { words, part }).shown.map(({ title }) => title);

test('many offers come in parts, each offer in exactly one, in the order given', () => {
	const { shelf } = shelfOf(offers, everything);
	const all = Array.from({ length: shelf.parts }, (_, n) => titles('', n + 1)).flat();
	expect(all).toEqual(offers.map(({ title }) => title));
	expect(shelf).toMatchObject({ all: 150, found: 150, part: 1 });
	expect(shelf.parts).toBeGreaterThan(1);
});

test('words are sought in title, text and adults, blind to macrons and doubled vowels', () => {
	expect(shelfOf(offers, { words: ' puukeko ', part: 1 }).shelf).toMatchObject({
		words: 'puukeko',
		all: 150,
		found: 15
	});
	expect(titles('RIVER')).toEqual(['Offer 3']);
	expect(titles('marama')).toEqual(['Offer 4']);
});

test('a part that is not there is the nearest one; what nobody offers is an empty part', () => {
	expect(titles('', 999)).toEqual(titles('', shelfOf(offers, everything).shelf.parts));
	expect(titles('', -1)).toEqual(titles(''));
	expect(shelfOf(offers, { words: 'zebra', part: 1 })).toMatchObject({
		shelf: { found: 0, part: 1, parts: 1 },
		shown: []
	});
});
