import { expect, test } from 'vitest';
import { rungs } from '../agency/index.ts';
import { audiences } from '../people/index.ts';
import { chooseAudience, offeredAudiences } from './audience-rule.ts';

test('from rung 3 on every choice takes effect at once, below it what nobody offered waits', () => {
	for (const rung of rungs) {
		for (const wish of audiences) {
			const { audience, wished } = chooseAudience(rung, wish, null);
			if (offeredAudiences(rung).includes(wish))
				expect({ audience, wished }).toEqual({ audience: wish, wished: null });
			else {
				expect(rung).toBeLessThan(3);
				expect(wished).toBe(wish);
				expect(offeredAudiences(rung)).toContain(audience);
			}
		}
	}
});

test('a higher rung never offers less', () => {
	for (const rung of [1, 2, 3, 4] as const) {
		const below = offeredAudiences(rung === 1 ? 0 : rung === 2 ? 1 : rung === 3 ? 2 : 3);
		expect(below.every((one) => offeredAudiences(rung).includes(one))).toBe(true);
	}
});

test('a wish that waits leaves an old work as it was, and no new work reaches further than wished', () => {
	expect(chooseAudience(2, 'everyone-with-me', 'teachers-and-family').audience).toBe(
		'teachers-and-family'
	);
	expect(chooseAudience(2, 'everyone-with-me', 'me')).toEqual({
		audience: 'teachers',
		wished: 'everyone-with-me',
		decided: 'together'
	});
	expect(chooseAudience(1, 'everyone-with-me', null).audience).toBe('teachers-and-family');
	expect(chooseAudience(1, 'me', null)).toMatchObject({ audience: 'teachers', wished: 'me' });
});

test('wishing what is already so waits for nobody', () => {
	expect(chooseAudience(1, 'everyone-with-me', 'everyone-with-me').wished).toBeNull();
});
