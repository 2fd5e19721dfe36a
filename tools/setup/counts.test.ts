import { describe, expect, it } from 'vitest';
import { closingLine, countPlaywright, countVitest, sum, withCrash } from './counts.mjs';

const file = (status: string, ...tests: readonly string[]) => ({
	status,
	assertionResults: tests.map((one) => ({ status: one }))
});

describe('countVitest', () => {
	it('counts passed, failed, skipped and planned tests', () => {
		const report = {
			numPassedTests: 3,
			numFailedTests: 1,
			numPendingTests: 2,
			numTodoTests: 1,
			testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')]
		};
		expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 3 });
	});

	it('counts a file that could not be loaded as a failure', () => {
		const report = {
			numPassedTests: 1,
			numFailedTests: 0,
			numPendingTests: 0,
			testResults: [file('failed'), file('passed', 'passed')]
		};
		expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
	});

	it('counts a file whose set-up failed as a failure, its tests having been skipped', () => {
		const report = {
			numPassedTests: 0,
			numFailedTests: 0,
			numPendingTests: 2,
			testResults: [file('failed', 'skipped', 'skipped')]
		};
		expect(countVitest(report)).toEqual({ passed: 0, failed: 1, skipped: 2 });
	});
});

describe('countPlaywright', () => {
	it('counts a test that passed only when repeated, and an error outside tests, as failures', () => {
		const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
		expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
	});
});

describe('withCrash', () => {
	it('makes a runner that ended badly without a failed test one failure', () => {
		expect(withCrash({ passed: 4, failed: 0, skipped: 0 }, 1).failed).toBe(1);
		expect(withCrash({ passed: 4, failed: 2, skipped: 0 }, 1).failed).toBe(2);
		expect(withCrash({ passed: 4, failed: 0, skipped: 0 }, 0).failed).toBe(0);
	});
});

describe('closingLine', () => {
	it('names the skipped only where there are some', () => {
		const all = [
			{ passed: 2, failed: 0, skipped: 0 },
			{ passed: 1, failed: 1, skipped: 3 }
		];
		expect(closingLine(sum(all))).toBe('3 passed, 1 failed, 3 skipped');
		expect(closingLine(sum(all.slice(0, 1)))).toBe('2 passed, 0 failed');
	});
});
