import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureChromium } from './chromium.mjs';
import { closingLine, sum, withCrash } from './counts.mjs';
import { environmentWith } from './node.mjs';
import { collect, runAttached, runQuietly } from './processes.mjs';
import { inProject } from './project.mjs';
import { checkSteps, fullSteps, needsBrowser, testSteps } from './steps.mjs';

/** Format, lint, types, architecture and generated files: a minute, for daily work. */
export async function runChecks(node) {
	await generateTypes(node);
	return runSteps(node, { beside: checkSteps() }, environmentWith(node));
}

/** Every check and every test; `isFull` runs the large matrices whole instead of sampled. */
export async function runTests(node, { isFull }) {
	await generateTypes(node);
	const browser = needsBrowser() ? await ensureChromium(node) : {};
	const env = { ...environmentWith(node), ...browser, ...(isFull ? { LOCUS_TEST_FULL: '1' } : {}) };
	const full = isFull ? fullSteps() : [];
	return runSteps(node, { beside: checkSteps(), after: [...testSteps(), ...full] }, env);
}

/** The types of routes and aliases are generated files that a clean clone does not have. */
async function generateTypes(node) {
	const program = inProject('node_modules/@sveltejs/kit/svelte-kit.js');
	await runQuietly('svelte-kit sync', node, [program, 'sync'], environmentWith(node));
}

/** Checks change nothing, so they run beside each other; the test runners use the whole machine each. */
async function runSteps(node, { beside, after = [] }, env) {
	mkdirSync(inProject('reports'), { recursive: true });
	const results = await runBeside(node, beside, env);
	for (const step of after) results.push(await runStep(node, step, env));
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

/** As many at once as there are processors; what one printed is shown whole when it ends. */
async function runBeside(node, steps, env) {
	const waiting = [...steps.entries()];
	const results = [];
	const work = async () => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const [at, step] = next;
			results[at] = await runCheck(node, step, env);
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
	return results;
}

async function runCheck(node, step, env) {
	const started = Date.now();
	const { code, output } = await collect(node, [step.program, ...step.args], env);
	const seconds = secondsSince(started);
	console.log(`\n== ${step.name} (${seconds} s)\n${output.trimEnd()}`.trimEnd());
	return { step, seconds, ...outcomeOf(step, code) };
}

async function runStep(node, step, env) {
	console.log(`\n== ${step.name}`);
	if (step.report !== undefined) rmSync(step.report, { force: true });
	const started = Date.now();
	const code = await runAttached(node, [step.program, ...step.args], {
		env: { ...env, ...step.env }
	});
	return { step, seconds: secondsSince(started), ...outcomeOf(step, code) };
}

const secondsSince = (started) => Math.round((Date.now() - started) / 1000);

function outcomeOf(step, code) {
	if (step.count === undefined) {
		return { counts: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 } };
	}
	if (!existsSync(step.report)) return { counts: { passed: 0, failed: 1, skipped: 0 } };
	const report = JSON.parse(readFileSync(step.report, 'utf8'));
	return { counts: withCrash(step.count(report), code), failures: step.failures(report) };
}
