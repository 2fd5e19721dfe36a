import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { sessionTokenIn } from './session-token.ts';

const secret = 'a secret that only tests ever use';
const cookie = { secret, isSecure: false };
const signature = (token: string, by = secret) =>
	createHmac('sha256', by).update(token).digest('base64');
const signed = (token: string, by = secret) =>
	encodeURIComponent(`${token}.${signature(token, by)}`);
const asking = (header?: string) => new Headers(header === undefined ? {} : { cookie: header });

test('the token of our own cookie, among others', () => {
	const header = `locus-locale=mi; locus.session_token=${signed('kahu.7')}; theme=dark`;
	expect(sessionTokenIn(asking(header), cookie)).toBe('kahu.7');
});

test('over https it has the name that only a secure page may set', () => {
	const secure = { secret, isSecure: true };
	const value = signed('kahu7');
	expect(sessionTokenIn(asking(`__Secure-locus.session_token=${value}`), secure)).toBe('kahu7');
	expect(sessionTokenIn(asking(`locus.session_token=${value}`), secure)).toBeNull();
});

test.each([
	['no cookie', undefined],
	['an empty one', ''],
	['another one', 'session_token=kahu7'],
	['no signature', 'locus.session_token=kahu7'],
	['an empty signature', 'locus.session_token=kahu7.'],
	['no token', `locus.session_token=${encodeURIComponent(`.${signature('')}`)}`],
	["somebody else's secret", `locus.session_token=${signed('kahu7', 'another secret')}`],
	["another token's signature", `locus.session_token=wi7${signed('kahu7').slice(5)}`],
	['half a signature', `locus.session_token=${signed('kahu7').slice(0, 30)}`],
	['what cannot be decoded', 'locus.session_token=kahu7.%E0%A4%A']
])('%s opens nothing', (_, header) => {
	expect(sessionTokenIn(asking(header), cookie)).toBeNull();
});
