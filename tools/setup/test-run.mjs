import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';
import { closingLine, sum, withCrash } from './counts.mjs';
import { environmentWith } from './node.mjs';
import { runAttached, runQuietly } from './processes.mjs';
import { inProject } from './project.mjs';
import { checkSteps, fullSteps, needsBrowser, testSteps } from './steps.mjs';

/** Format, lint, types, architecture and generated files: a minute, for daily work. */
export async function runChecks(node) {
	await generateTypes(node);
	return runSteps(node, checkSteps(), environmentWith(node));
}

/** Every check and every test; `isFull` runs the large matrices whole instead of sampled. */
export async function runTests(node, { isFull }) {
	await generateTypes(node);
	const browser = needsBrowser() ? await ensureChromium(node) : {};
	const env = { ...environmentWith(node), ...browser, ...(isFull ? { LOCUS_TEST_FULL: '1' } : {}) };
	const full = isFull ? fullSteps() : [];
	return runSteps(node, [...checkSteps(), ...testSteps(), ...full], env);
}

/** The types of routes and aliases are generated files that a clean clone does not have. */
async function generateTypes(node) {
	const program = inProject('node_modules/@sveltejs/kit/svelte-kit.js');
	await runQuietly('svelte-kit sync', node, [program, 'sync'], environmentWith(node));
}

async function runSteps(node, steps, env) {
	mkdirSync(inProject('reports'), { recursive: true });
	const results = [];
	for (const step of steps) results.push(await runStep(node, step, env));
	console.log('');
	for (const failure of results.flatMap(({ failures = [] }) => failures)) {
		console.log(`failed: ${failure}`);
	}
	for (const { step, seconds, counts } of results) {
		const mark = counts.failed === 0 ? 'ok    ' : 'FAILED';
		console.log(`${mark} ${step.name} (${closingLine(counts)}, ${seconds} s)`);
	}
	const total = sum(results.map(({ counts }) => counts));
	console.log(closingLine(total));
	return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runStep(node, step, env) {
	console.log(`\n== ${step.name}`);
	if (step.report !== undefined) rmSync(step.report, { force: true });
	const started = Date.now();
	const code = await runAttached(node, [step.program, ...step.args], {
		env: { ...env, ...step.env }
	});
	const seconds = Math.round((Date.now() - started) / 1000);
	return { step, seconds, ...outcomeOf(step, code) };
}

function outcomeOf(step, code) {
	if (step.count === undefined) {
		return { counts: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 } };
	}
	if (!existsSync(step.report)) return { counts: { passed: 0, failed: 1, skipped: 0 } };
	const report = JSON.parse(readFileSync(step.report, 'utf8'));
	return { counts: withCrash(step.count(report), code), failures: step.failures(report) };
}
