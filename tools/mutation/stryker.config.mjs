/** Mutation of everything that says who may (TS1): each small change of a policy must make a test fail. */
export default {
	mutate: ['src/lib/server/modules/*/*.policy.ts', 'src/lib/server/platform/access/policy.ts'],
	testRunner: 'vitest',
	vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false },
	coverageAnalysis: 'perTest',
	// Mutants without a test that reaches them count against the score.
	ignoreStatic: false,
	concurrency: 2,
	reporters: ['clear-text', 'json'],
	jsonReporter: { fileName: 'reports/mutation.json' },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	thresholds: { high: 98, low: 96, break: 95 },
	tempDirName: 'reports/mutation',
	disableTypeChecks: false,
	allowEmpty: false
};
