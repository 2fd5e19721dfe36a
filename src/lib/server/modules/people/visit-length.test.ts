import { expect, test } from 'vitest';
import { visitHours } from './visit-length.ts';

test('TS5 whoever can open most has the shortest visit', () => {
	expect(visitHours(['learner'])).toBe(12);
	expect(visitHours(['teacher', 'family'])).toBe(10);
	expect(visitHours(['teacher', 'administrator'])).toBe(8);
	expect(visitHours([])).toBe(1);
});
