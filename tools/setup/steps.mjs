import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';
import { countPlaywright, countVitest } from './counts.mjs';
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs';

/**
 * One program of the test run. `program` is a script for Node; a step with `count` is a test
 * runner that writes `report`, one without is a check and counts as one test.
 * @typedef {{
 *   name: string, program: string, args: string[],
 *   env?: Record<string, string>, report?: string, count?: (report: unknown) => Counts,
 *   failures?: (report: unknown) => string[]
 * }} Step
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const library = (path) => inProject('node_modules', path);

/** The checks of daily work: those whose configuration or folder exists in this checkout. */
export function checkSteps() {
	return [
		...when(
			'.prettierrc.json',
			check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.'])
		),
		check('lint', 'oxlint/bin/oxlint', ['--deny-warnings']),
		check('types', 'svelte-check/bin/svelte-check', ['--output', 'human', '--threshold', 'error']),
		...when('.dependency-cruiser.mjs', architectureStep()),
		...when('knip.json', check('unused code', 'knip/bin/knip.js', ['--no-progress'])),
		...programsIn('tools/lint').map((file) => ownProgram(`lint ${baseName(file)}`, file, [])),
		...programsIn('tools/generate').map((file) =>
			ownProgram(`generated: ${baseName(file)}`, file, ['--check'])
		)
	];
}

/** The test runners, each with a report that is read for the counts. */
export function testSteps() {
	return [vitestStep('unit'), vitestStep('db'), ...when('playwright.config.ts', playwrightStep())];
}

/** What only the full run does, after the tests: records held against what they sent; the journey on real input; mutation, where its library is installed. */
export function fullSteps() {
	const stryker = '@stryker-mutator/core/bin/stryker.js';
	return [
		ownProgram('recorded SQL', 'tools/generate/recorded-sql.ts', ['--check', '--seen']),
		ownProgram('journey on real input', 'tools/journey-real.ts', []),
		...(existsSync(library(stryker))
			? [check('mutation of policies', stryker, ['run', 'tools/mutation/stryker.config.mjs'])]
			: [])
	];
}

/** Whether anything in this checkout needs a browser. */
export function needsBrowser() {
	return existsSync(inProject('playwright.config.ts'));
}

function check(name, program, args) {
	return { name, program: library(program), args };
}

function ownProgram(name, file, args) {
	return { name, program: inProject(file), args };
}

function architectureStep() {
	const folders = ['src', 'fixtures', 'tools', 'bench', 'e2e'];
	const args = ['--config', '.dependency-cruiser.mjs', '--no-progress', ...folders];
	return check('architecture', 'dependency-cruiser/bin/dependency-cruiser.mjs', args);
}

function vitestStep(project) {
	const report = inProject(`reports/vitest-${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const args = ['run', '--project', project, '--passWithNoTests', ...reporters];
	return {
		name: `${project} tests`,
		program: library('vitest/vitest.mjs'),
		args,
		report,
		count: countVitest,
		failures: failuresOfVitest
	};
}

function playwrightStep() {
	const report = inProject('reports/playwright.json');
	return {
		name: 'end-to-end tests',
		program: library('@playwright/test/cli.js'),
		args: ['test', '--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
		report,
		count: countPlaywright,
		failures: failuresOfPlaywright
	};
}

function when(file, step) {
	return existsSync(inProject(file)) ? [step] : [];
}

function programsIn(folder) {
	if (!existsSync(inProject(folder))) return [];
	return readdirSync(inProject(folder))
		.filter((name) => /\.(ts|mjs)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
		.sort()
		.map((name) => join(folder, name));
}

function baseName(file) {
	return file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
}
