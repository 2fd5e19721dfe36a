import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReport } from '../diagnostics/index.ts';
import {
	association,
	caseFile,
	casePackage,
	item,
	underDocument
} from '../testing/case-fixture.ts';
import { parseFramework } from './parse-framework.ts';

async function allOrNothing(value: unknown) {
	const report = createReport('framework.json');
	const plan = await parseFramework(caseFile(value), report);
	expect(plan === null).toBe(report.hasErrors());
	return { plan, list: report.list() };
}

/** Every path into a JSON value, leaves and branches. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
	const inner =
		typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))
			: [];
	return [[...path], ...inner];
}

function replaceAt(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return by;
	if (Array.isArray(value)) {
		return value.map((each: unknown, at) =>
			at === Number(key) ? replaceAt(each, rest, by) : each
		);
	}
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([name, each]) => [
		name,
		name === key ? replaceAt(each, rest, by) : each
	]);
	return Object.fromEntries(entries);
}

const paths = pathsOf(casePackage());

test('2,000 packages with parts replaced by anything: all or nothing', async () => {
	const change = fc.tuple(
		fc.constantFrom(...paths),
		fc.oneof(fc.jsonValue(), fc.constantFrom('', [], {}, null, -1, '<script>', 'precedes'))
	);
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
			let value: unknown = casePackage();
			for (const [path, by] of changes) value = replaceAt(value, path, by);
			await allOrNothing(value ?? null);
		}),
		{ numRuns: 2_000 }
	);
}, 600_000);

test('3,000 texts cut or changed: all or nothing', async () => {
	const whole = JSON.stringify(casePackage());
	const edit = fc.tuple(
		fc.nat({ max: whole.length }),
		fc.nat({ max: 9 }),
		fc.string({ maxLength: 4 })
	);
	await fc.assert(
		fc.asyncProperty(edit, async ([at, remove, insert]) => {
			await allOrNothing(whole.slice(0, at) + insert + whole.slice(at + remove));
		}),
		{ numRuns: 3_000 }
	);
}, 600_000);

test('precedes is refused exactly when it has a cycle', async () => {
	const size = 7;
	const pair = fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 }));
	const edges = fc.uniqueArray(pair, { maxLength: 12, selector: ([a, b]) => a * size + b });
	await fc.assert(
		fc.asyncProperty(edges, async (list) => {
			const steps = list.filter(([from, to]) => from !== to);
			const numbers = Array.from({ length: size }, (_, at) => at);
			const { plan } = await allOrNothing(
				casePackage({
					CFItems: numbers.map((each) => item(each)),
					CFAssociations: [
						...numbers.map((each) => underDocument(each)),
						...steps.map(([from, to]) => association('precedes', from, to))
					]
				})
			);
			expect(plan === null).toBe(hasCycle(size, steps));
		}),
		{ numRuns: 500 }
	);
}, 600_000);

/** Independent of the engine under test: take away items with nothing before them until none is left. */
function hasCycle(size: number, steps: readonly (readonly [number, number])[]): boolean {
	let left = new Set(Array.from({ length: size }, (_, at) => at));
	for (;;) {
		const blocked = new Set(steps.filter(([from]) => left.has(from)).map(([, to]) => to));
		const next = new Set([...left].filter((each) => blocked.has(each)));
		if (next.size === left.size) return left.size > 0;
		left = next;
	}
}
