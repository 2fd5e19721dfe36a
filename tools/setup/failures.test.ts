import { expect, it } from 'vitest';
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs';

it('names each failed test of Vitest with its file and the beginning of why', () => {
	const report = {
		testResults: [
			{
				name: '/somewhere/src/a.test.ts',
				status: 'failed',
				assertionResults: [
					{ status: 'passed', fullName: 'adds' },
					{ status: 'failed', fullName: 'subtracts', failureMessages: ['expected 1\nto be 2'] }
				]
			},
			{
				name: '/somewhere/src/b.test.ts',
				status: 'failed',
				message: 'no such module',
				assertionResults: []
			}
		]
	};
	expect(failuresOfVitest(report)).toEqual([
		'src/a.test.ts: subtracts: expected 1 to be 2',
		'src/b.test.ts: could not be loaded: no such module'
	]);
});

it('finds the failed ones among nested suites of Playwright', () => {
	const spec = (ok: boolean, title: string) => ({
		ok,
		title,
		tests: [{ results: [ok ? {} : { error: { message: 'too many requests' } }] }]
	});
	const inner = { file: 'budgets.e2e.ts', specs: [spec(true, 'map'), spec(false, 'today')] };
	const report = { suites: [{ file: 'budgets.e2e.ts', specs: [], suites: [inner] }], errors: [] };
	expect(failuresOfPlaywright(report)).toEqual(['budgets.e2e.ts: today: too many requests']);
});
