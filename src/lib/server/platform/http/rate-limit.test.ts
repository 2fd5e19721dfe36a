import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const at = (ms: number) => new Date(ms);

test('so many in a window, each key for itself, and all anew in the next', () => {
	const isWithin = createRateLimit({ most: 2, windowMs: 1_000 });
	expect([isWithin('a', at(0)), isWithin('a', at(1)), isWithin('a', at(2))]).toEqual([
		true,
		true,
		false
	]);
	expect(isWithin('b', at(3))).toBe(true);
	expect(isWithin('a', at(1_000))).toBe(true);
});

test('many keys do not fill the memory: the count begins anew', () => {
	const isWithin = createRateLimit({ most: 1, windowMs: 1_000 });
	for (let key = 0; key < 10_000; key += 1) expect(isWithin(String(key), at(0))).toBe(true);
	expect(isWithin('0', at(1))).toBe(true);
});
