/** Reads the reports of the test runners; every shape is that of the pinned version. */

/** @typedef {import('./steps.mjs').Counts} Counts */

/**
 * Counts of a Vitest JSON report. A file that could not even be loaded holds no test, yet failed.
 * @returns {Counts}
 */
export function countVitest(report) {
	const unloaded = report.testResults.filter(
		(file) =>
			file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + unloaded.length,
		skipped: report.numPendingTests + (report.numTodoTests ?? 0)
	};
}

/**
 * Counts of a Playwright JSON report. A test that passed only when repeated counts as failed.
 * @param {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors?: readonly unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors = [] }) {
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped
	};
}

/** A runner that ended badly without a failed test to show for it crashed: that is one failure. */
export function withCrash(counts, exitCode) {
	const isCrash = exitCode !== 0 && counts.failed === 0;
	return isCrash ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
	const total = (key) => all.reduce((before, counts) => before + counts[key], 0);
	return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** The closing line, such as `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
