import { expect, test } from 'vitest';
import { dateFormat } from './date-format.ts';

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
