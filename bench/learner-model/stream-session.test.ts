import { expect, test } from 'vitest';
import { createStreamSession } from './stream-session.ts';

const lines = (text: string) => text.split('|').map((part) => part.trim().replaceAll(' ', '\t'));

function replies(text: string): readonly (string | undefined)[] {
	const session = createStreamSession();
	return lines(text).map((line) => session.take(line));
}

test('T and A are silent, READY and Q answer with one line', () => {
	const said = replies(
		'T s1 i1 k1~k2 10 1|T s2 i1 k1 - 0|READY|Q 1 s3 i1 k1 -|A 1 1|Q 2 s3 i9 k9 5'
	);
	expect(said[0]).toBeUndefined();
	expect(said[2]).toBe('READY');
	expect(said[4]).toBeUndefined();
	for (const reply of [said[3], said[5]]) {
		expect(Number(reply)).toBeGreaterThan(0);
		expect(Number(reply)).toBeLessThan(1);
	}
});

test('the answer counts at once, for that learner only', () => {
	const said = replies('READY|Q 1 a i k -|A 1 0|Q 2 a i2 k -|Q 3 b i2 k -');
	expect(Number(said[3])).toBeLessThan(Number(said[1]));
	expect(said[4]).toBe(said[1]);
});

test('what a learner did in training is not forgotten', () => {
	const said = replies('T a i k - 0|T a i2 k - 0|READY|Q 1 a i3 k -|Q 2 b i3 k -');
	expect(Number(said[3])).toBeLessThan(Number(said[4]));
});

test('bad lines do no harm: no skills, times that are no numbers, answers to nothing, noise', () => {
	const said = replies('READY|A 7 1|Q 1 a i - x|Q|nonsense|Q 2 a i k NaN');
	expect(said[1]).toBeUndefined();
	for (const reply of [said[2], said[3], said[5]])
		expect(Number.isFinite(Number(reply))).toBe(true);
});
