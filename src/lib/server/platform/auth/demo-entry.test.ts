import { expect, test } from 'vitest';
import { isOnThisMachine } from './demo-entry.ts';

const here = { address: '127.0.0.1', hostname: 'localhost', origin: null };

test('the demo doors open on the machine itself', () => {
	expect(isOnThisMachine(here)).toBe(true);
	expect(isOnThisMachine({ ...here, address: '::ffff:127.0.0.1', hostname: '127.0.0.1' })).toBe(
		true
	);
	expect(isOnThisMachine({ ...here, origin: 'http://localhost:3000' })).toBe(true);
});

test('they stay shut for everybody else', () => {
	expect(isOnThisMachine({ ...here, address: '192.168.1.20' })).toBe(false);
	expect(isOnThisMachine({ ...here, address: 'unknown' })).toBe(false);
	expect(isOnThisMachine({ ...here, hostname: 'locus.school.nz' })).toBe(false);
	expect(isOnThisMachine({ ...here, hostname: 'localhost.evil.example' })).toBe(false);
	expect(isOnThisMachine({ ...here, origin: 'https://locus.school.nz' })).toBe(false);
});
