import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

test('the same seed gives the same stream, another seed another one', () => {
	const take = (seed: number) =>
		Array.from(
			{ length: 5 },
			(
				(r) => () =>
					r.next()
			)(createRandom(seed))
		);
	expect(take(7)).toEqual(take(7));
	expect(take(7)).not.toEqual(take(8));
});

test('a saved state resumes the stream', () => {
	const random = createRandom(1);
	random.next();
	const resumed = createRandom(random.state());
	expect(resumed.next()).toBe(random.next());
});

test('below() is uniform: chi-squared over ten cells stays under the 99.9 % point', () => {
	const random = createRandom(42);
	const cells = new Array<number>(10).fill(0);
	for (let i = 0; i < 100_000; i++) {
		const cell = random.below(10);
		cells[cell] = (cells[cell] ?? 0) + 1;
	}
	const chi = cells.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
	expect(chi).toBeLessThan(27.88);
});
