import { describe, expect, test } from 'vitest';
import { sayWhen } from './when.ts';

const telling = {
	now: new Date('2026-11-25T01:00:00Z'),
	locale: 'en',
	timeZone: 'Pacific/Auckland'
};
const say = (at: string) => sayWhen(new Date(at), telling);

describe('when something was said', () => {
	test('is told in the days of the place', () => {
		// 14:00 on Wednesday in Auckland; 12:30 UTC the day before is 01:30 on that same Wednesday.
		expect(say('2026-11-24T12:30:00Z')).toMatch(/^1:30/);
		expect(say('2026-11-24T10:59:00Z')).toBe('Yesterday');
		expect(say('2026-11-20T01:00:00Z')).toBe('Friday');
		expect(say('2026-11-18T01:00:00Z')).toBe('18 November');
	});
});
