/**
 * Reads the names of failed tests from the reports, so that they stand once more at the end of a run:
 * whoever sees only the last lines of a log still learns what to look at.
 */

/** @returns {string[]} a line for each failed test of a Vitest JSON report: file, test, first line of why */
export function failuresOfVitest(report) {
	return report.testResults.flatMap((file) => {
		const failed = file.assertionResults.filter((test) => test.status === 'failed');
		const lines = failed.map((test) => line(file.name, test.fullName, test.failureMessages?.[0]));
		const isUnloaded = file.status === 'failed' && failed.length === 0;
		return isUnloaded ? [line(file.name, 'could not be loaded', file.message)] : lines;
	});
}

/** @returns {string[]} the same for a Playwright JSON report, whose suites nest */
export function failuresOfPlaywright(report) {
	const ofSuite = (suite) => [
		...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => ofSpec(suite, spec)),
		...(suite.suites ?? []).flatMap(ofSuite)
	];
	const outside = (report.errors ?? []).map((error) => line('playwright', '', error.message));
	return [...(report.suites ?? []).flatMap(ofSuite), ...outside];
}

function ofSpec(suite, spec) {
	const results = spec.tests.flatMap((test) => test.results);
	const why = results.find((result) => result.error !== undefined)?.error?.message;
	return line(suite.file ?? spec.file, spec.title, why);
}

function line(file, name, why = '') {
	const reason = why.split('\n').slice(0, 3).join(' ').slice(0, 300);
	return `${file.replace(/^.*\/(?=(src|tools|fixtures|bench|e2e)\/)/, '')}: ${name}: ${reason}`;
}
