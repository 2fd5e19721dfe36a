import { describe, expect, test } from 'vitest';
import { mayMoveHelp, stateOfHelp } from './help.ts';

const at = new Date('2026-11-25T01:00:00Z');

describe('a hand that goes up', () => {
	test('waits until it is answered or taken back', () => {
		expect(stateOfHelp({ answeredAt: null, takenBackAt: null })).toBe('waiting');
		expect(stateOfHelp({ answeredAt: at, takenBackAt: null })).toBe('answered');
		expect(stateOfHelp({ answeredAt: null, takenBackAt: at })).toBe('taken-back');
	});

	test('is answered and taken back only while it waits', () => {
		for (const move of ['answer', 'take-back'] as const) {
			expect(mayMoveHelp({ answeredAt: null, takenBackAt: null }, move)).toBe(true);
			expect(mayMoveHelp({ answeredAt: at, takenBackAt: null }, move)).toBe(false);
			expect(mayMoveHelp({ answeredAt: null, takenBackAt: at }, move)).toBe(false);
		}
	});
});
