import { expect, test } from 'vitest';
import { claimUsername, usernameStem } from './usernames.ts';

test('a name becomes letters that any keyboard has', () => {
	expect(usernameStem('Mere Tāwhai')).toBe('mere.tawhai');
	expect(usernameStem(" D'Arcy  van der Berg ")).toBe('darcy.van.der.berg');
	expect(usernameStem('李 明')).toBe('李.明');
	expect(usernameStem('!?')).toBe('');
});

test('a taken name gets the next number, and nobody gets a name of one letter', () => {
	const taken = new Set(['ana', 'ana2']);
	expect(claimUsername('ana', taken)).toBe('ana3');
	expect(claimUsername('ana', taken)).toBe('ana4');
	expect(claimUsername('a', taken)).toBe('person');
	expect(claimUsername('', taken)).toBe('person2');
});
