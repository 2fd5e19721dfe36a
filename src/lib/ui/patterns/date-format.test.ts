import { expect, test } from 'vitest';
import { dateFormat, regional, sayFromUntil, sayOn } from './date-format.ts';

const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const day = new Date('2026-12-07T00:00:00Z');

test('each language and each way to say a day has a format of its own, made once', () => {
	expect(dateFormat('en', options).format(day)).toBe('7 December');
	expect(dateFormat('en', { ...options, timeZone: 'Pacific/Honolulu' }).format(day)).toBe(
		'6 December'
	);
	expect(dateFormat('mi', options).format(day)).not.toBe('7 December');
	expect(dateFormat('en', { ...options })).toBe(dateFormat('en', options));
});

test('a calendar day is the same day in every zone, and two of them are one stretch', () => {
	const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
	expect(sayOn('2026-12-07', 'en', short)).toBe('7 Dec 2026');
	expect(sayFromUntil('2026-12-07', '2026-12-11', 'en', short)).toBe('7–11 Dec 2026');
	expect(sayFromUntil('2026-12-07', '2026-12-07', 'en', short)).toBe('7 Dec 2026');
	expect([regional('en'), regional('mi')]).toEqual(['en-NZ', 'mi']);
});
