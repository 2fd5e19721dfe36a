import { expect, test } from 'vitest';
import { checkPassword } from './password-rule.ts';
import { drawCode, plainCode } from './sign-in-secret.store.ts';

test.each([
	['eels7', 'sign-in.password-short'],
	['Password123!', 'sign-in.password-common'],
	['12345678', 'sign-in.password-common'],
	['aaaabbbb', 'sign-in.password-common'],
	['mere.tane9', 'sign-in.password-name']
])('%s is refused', (password, code) => {
	expect(checkPassword(password, 'mere.tane')).toMatchObject({ ok: false, error: { code } });
});

test('a plain sentence is good', () => {
	expect(checkPassword('eels swim at night', 'mere.tane').ok).toBe(true);
});

test('a code is read back however it was typed', () => {
	const code = drawCode();
	expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/);
	expect(plainCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code.replace('-', ''));
});
