import { expect, test } from 'vitest';
import { failureCodes, unlike, unused } from './messages.ts';

test('locales have the same keys, given the same things', () => {
	const en = {
		a: 'Hello {name}',
		b: 'Yes',
		c: '{count} of {all}',
		d: [{ declarations: ['input n'] }]
	};
	expect(unlike(en, { ...en })).toEqual([]);
	expect(unlike(en, { a: 'Kia ora', c: '{all}: {count}', d: '{n}', e: 'Āe' })).toEqual([
		'b is missing',
		'e stands in no other locale',
		'a is given nothing'
	]);
});

test('codes are found where failures are made', () => {
	const source = `
		if (!plan) return fail('plans.not-found');
		return fail<'plans.stale'>(
			'plans.stale'
		);
		refuse({ code: 'import.no-file', field: 'files' }, {});
		v.pipe(v.string(), v.trim(), v.minLength(1, 'plans.words-missing'));
		v.check((input) => input.words.trim() !== '', 'portfolio.nothing-to-show');
		announce(scope, 'plans.goal-agreed', {});
	`;
	expect(failureCodes(source)).toEqual([
		'plans.not-found',
		'plans.stale',
		'import.no-file',
		'plans.words-missing',
		'portfolio.nothing-to-show'
	]);
});

test('a key nobody says is unused; a failure is said by its code', () => {
	const sources = [`<h1>{m.plans_title()}</h1>`, `fail('plans.not-found')`];
	const keys = ['plans_title', 'plans_old_title', 'error_plans_not_found', 'error_plans_gone'];
	expect(unused(keys, sources)).toEqual(['plans_old_title', 'error_plans_gone']);
});
