import { expect, test } from 'vitest';
import { acceptedLocale, chooseLocale, errorMessage, errorMessageKey, inLocale } from './index.ts';

test('the device asks in its order of preference, and unknown languages are passed over', () => {
	expect(acceptedLocale('de;q=0.9, mi;q=0.8, en;q=0.5')).toBe('mi');
	expect(acceptedLocale('en-NZ,en;q=0.9,mi;q=0.8')).toBe('en');
	expect(acceptedLocale('fr')).toBeNull();
	expect(acceptedLocale(null)).toBeNull();
});

test('the person comes before the device, the device before the school', () => {
	expect(chooseLocale(null, 'mi', 'en')).toBe('mi');
	expect(chooseLocale('xx', undefined, 'mi')).toBe('mi');
	expect(chooseLocale()).toBe('en');
});

test('a code is a message in both locales', () => {
	expect(errorMessageKey('sign-in.too-many-tries')).toBe('error_sign_in_too_many_tries');
	const english = inLocale('en', () => errorMessage('sign-in.wrong'));
	const maori = inLocale('mi', () => errorMessage('sign-in.wrong'));
	expect(english).not.toBe(maori);
});

test('a code without words is a defect', () => {
	expect(() => errorMessage('no.such-code')).toThrow(TypeError);
});
