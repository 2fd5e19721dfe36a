import { expect, test } from 'vitest';
import { toId, type OutcomeId } from '../../platform/ids.ts';
import { partToDraw, shortTitle, suitsBand, type PlaceState } from './places.ts';

const id = (n: number) => toId<OutcomeId>(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);

test('a name on the map is short and starts with what is done', () => {
	expect(shortTitle('I can compare two ratios.')).toBe('Compare two ratios');
	expect(shortTitle('Ka taea e au te whakataurite ōwehenga')).toBe('Whakataurite ōwehenga');
	const long = shortTitle(`I can ${'explain something '.repeat(9)}`);
	expect(long.length).toBeLessThanOrEqual(33);
	expect(long.endsWith('…')).toBe(true);
});

test('an outcome without ages suits everyone; with ages, those about that old', () => {
	expect(suitsBand({ ageFrom: null, ageTo: null }, '5-7')).toBe(true);
	expect(suitsBand({ ageFrom: 5, ageTo: 7 }, '12-18')).toBe(false);
	expect(suitsBand({ ageFrom: 10, ageTo: 12 }, '12-18')).toBe(true);
});

test('a strand of 150 is drawn around where the learner is, in teaching order', () => {
	const outcomes = Array.from({ length: 150 }, (_, n) => ({ id: id(n), strandId: 's' }));
	const precedes = outcomes.slice(1).map(({ id: to }, n) => ({ from: id(n), to }));
	const states = new Map<OutcomeId, PlaceState>([
		[id(80), 'ready'],
		[id(79), 'working-on'],
		[id(3), 'secure']
	]);
	const part = partToDraw({ outcomes, precedes }, states);
	expect(part).toHaveLength(15);
	expect(part).toEqual(part.toSorted());
	for (const n of [78, 79, 80, 81]) expect(part).toContain(id(n));
	expect(partToDraw({ outcomes: outcomes.slice(0, 9), precedes: [] }, states)).toHaveLength(9);
});
