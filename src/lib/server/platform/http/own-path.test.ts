import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test('only an address of our own is followed', () => {
	expect(ownPath('/plan?x=1')).toBe('/plan?x=1');
	for (const foreign of [
		'https://example.org/',
		'//example.org',
		'/\\example.org',
		'plan',
		null,
		7
	]) {
		expect(ownPath(foreign)).toBe('/');
	}
});
