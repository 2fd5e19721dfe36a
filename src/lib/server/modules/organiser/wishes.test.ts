import { describe, expect, test } from 'vitest';
import { newUuid, type PersonId } from '../../platform/ids.ts';
import type { Rung } from '../agency/index.ts';
import type { WeekId } from './organiser.tables.ts';
import { fitsAge, inDrawnOrder, seedOfList, standingOf } from './wishes.ts';

describe('what is said counts at once or waits, as the rung has it', () => {
	const cases: readonly (readonly [Rung, string, string, string])[] = [
		[0, 'waiting', 'waiting', 'in-force'],
		[1, 'in-force', 'waiting', 'waiting'],
		[2, 'waiting', 'waiting', 'waiting'],
		[3, 'in-force', 'in-force', 'waiting'],
		[4, 'in-force', 'in-force', 'waiting']
	];
	test.each(cases)('rung %i', (rung, ofMany, ofOne, byAdult) => {
		expect(standingOf({ rung, side: 'learner', options: 5 })).toBe(ofMany);
		// One thing is no offer: at rung 1 the learner has not picked.
		expect(standingOf({ rung, side: 'learner', options: 1 })).toBe(ofOne);
		expect(standingOf({ rung, side: 'adult', options: 5 })).toBe(byAdult);
	});
});

test('an age outside the offer does not fit, an unknown one does', () => {
	const offer = { ageFrom: 8, ageTo: 11 };
	expect([7, 8, 11, 12, null].map((age) => fitsAge(offer, age))).toEqual([
		false,
		true,
		true,
		false,
		true
	]);
	expect(fitsAge({ ageFrom: null, ageTo: null }, 5)).toBe(true);
});

test('the drawn order is the same for a list each time, and favours no place', () => {
	const now = new Date('2026-03-02T00:00:00Z');
	const weekId = newUuid<WeekId>(now);
	const offers = ['a', 'b', 'c', 'd'];
	const firsts = new Map<string, number>();
	for (let n = 0; n < 1000; n++) {
		const learnerId = newUuid<PersonId>(now, (size) => Buffer.alloc(size, `${n}.`));
		const seed = seedOfList(weekId, learnerId);
		const order = inDrawnOrder(offers, seed);
		expect(order).toEqual(inDrawnOrder(offers, seed));
		expect(order.toSorted()).toEqual(offers);
		firsts.set(order[0] ?? '', (firsts.get(order[0] ?? '') ?? 0) + 1);
	}
	// 250 each is expected; five standard deviations are 69.
	for (const offer of offers) expect(Math.abs((firsts.get(offer) ?? 0) - 250)).toBeLessThan(69);
});
