import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsIn, refusedIn } from './refusals.ts';

/*
 * Every command has a twin: a test that calls it and expects that very answer to be a refusal (TS1, TS3). Whether each
 * cell of the rule is right is said by policy-matrix.test.ts.
 */

/** Commands that need no twin of their own, and why. */
const needless: Readonly<Record<string, string>> = {
	'curriculum/decideTags': 'confirmTags and rejectTags are this one, and each has its twin',
	'people/saveSettings': 'it names nobody: it writes the settings of whoever is signed in'
};

const folder = join(import.meta.dirname, '../../../src/lib/server/modules');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: folder }).toSorted();

/** The commands a module offers at its door. */
function offeredBy(module: string): readonly string[] {
	const door = read(`${module}/index.ts`);
	return files(`${module}/commands/*.ts`)
		.filter((path) => !path.endsWith('.test.ts'))
		.flatMap((path) =>
			commandsIn(read(path)).filter(
				(name) =>
					new RegExp(String.raw`\b${name}\b`).test(door) ||
					door.includes(`* from './commands/${basename(path)}'`)
			)
		);
}

const modules = files('*/commands').map((path) => dirname(path));

function untwinned(module: string): readonly string[] {
	const commands = new Set(offeredBy(module));
	// What several tests of a module share stands beside them, and is read with each.
	const shared = files(`${module}/testing.ts`).map(read).join('\n');
	const refused = new Set(
		files(`${module}/**/*.db.test.ts`).flatMap((path) => [
			...refusedIn(`${shared}\n${read(path)}`, commands)
		])
	);
	return [...commands].filter((name) => !refused.has(name)).map((name) => `${module}/${name}`);
}

test('every command is seen to refuse, but for those openly needless', () => {
	expect(modules.flatMap(untwinned).toSorted()).toEqual(Object.keys(needless).toSorted());
});

test.each(modules)('commands are found in %s', (module) => {
	expect(offeredBy(module)).not.toEqual([]);
});

describe('a command', () => {
	test('is what takes a scope, however it is written; a schema, a list and a rule are none', () => {
		const text = [
			'export const addInput = v.object({});',
			'export async function add(scope: Scope) {}',
			'export function later(scope: Scope): Promise<Answer> {}',
			'export const remove = (scope: Scope): Answer => set(scope);',
			"export const keep = onOwn('plans.keep');",
			'export const report = (tell: Tell) => async (scope: Scope) => {};',
			'export const most = (band: AgeBand | null): number => 4;',
			'export async function listAll(scope: Scope) {}',
			'async function inner(scope: Scope) {}'
		].join('\n\n');
		expect(commandsIn(text)).toEqual(['add', 'later', 'remove', 'keep', 'report']);
	});
});

describe('a twin', () => {
	const names = new Set(['add', 'remove', 'keep']);
	const seen = (...lines: readonly string[]) => {
		const text = ["import { add, remove, keep } from './index.ts';", ...lines].join('\n');
		return [...refusedIn(text, names)].toSorted();
	};
	const refused = "const refused = { ok: false, error: { code: 'x.not-found' } };";
	const send = 'const send = (actor, ask) => app.change(actor, ask);';
	const inTest = (...lines: readonly string[]) =>
		`test('no', async () => {\n${lines.join('\n')}\n});`;

	test.each([
		[
			'written out',
			[
				inTest(
					"expect(await app.change(other, (scope) => add(scope))).toMatchObject({ error: { code: 'x.not-found' } });"
				)
			]
		],
		[
			'kept first',
			[refused, inTest('const result = await add(s);', 'expect(result).toEqual(refused);')]
		],
		[
			'by a helper',
			[refused, send, inTest('expect(await send(other, (scope) => add(scope))).toEqual(refused);')]
		],
		[
			'part of what a helper gives back',
			[
				refused,
				'async function one() { const result = await add(s); const by = await remove(s); return { result, by }; }',
				inTest('expect((await one()).result).toEqual(refused);')
			]
		],
		[
			'in a helper that expects',
			[
				refused,
				'async function refuses(ask) { expect(await app.change(other, ask)).toEqual(refused); }',
				inTest('await refuses((scope) => add(scope));')
			]
		],
		['its code alone', [inTest("expect((await add(s)).error.code).toBe('x.not-found');")]],
		[
			'under another name',
			[
				refused,
				"import { add as put } from './index.ts';",
				inTest('expect(await put(s)).toEqual(refused);')
			]
		]
	])('is seen: %s', (_, lines) => {
		expect(seen(...lines)).toEqual(['add']);
	});

	test('is seen for each command of a list, and of the rows of a table', () => {
		const list = inTest(
			'for (const ask of [(scope) => add(scope), keep]) expect(await app.change(other, ask)).toEqual(refused);'
		);
		const table =
			"test.each([['one', add], ['two', remove]])('%s', async (_, ask) => { expect(await ask(s)).toEqual(refused); });";
		expect(seen(refused, list)).toEqual(['add', 'keep']);
		expect(seen(refused, table)).toEqual(['add', 'remove']);
	});

	test.each([
		[
			'another command refused beside it',
			[refused, inTest('await add(s);', 'expect(await keep(s)).toEqual(refused);')]
		],
		[
			'what it had to do before',
			[
				refused,
				inTest('const { id } = await add(s);', 'expect(await keep(s, { id })).toEqual(refused);')
			]
		],
		[
			'the other part of what a helper gives back',
			[
				refused,
				'const one = async () => ({ a: await add(s), b: await keep(s) });',
				inTest('expect((await one()).b).toEqual(refused);')
			]
		],
		[
			'the same helper, given another command',
			[
				refused,
				send,
				inTest('await send(own, add);', 'expect(await send(other, keep)).toEqual(refused);')
			]
		]
	])('is not taken from %s', (_, lines) => {
		expect(seen(...lines)).toEqual(['keep']);
	});

	test.each([
		['what is expected not to be', [refused, inTest('expect(await add(s)).not.toEqual(refused);')]],
		[
			'another failure',
			[inTest("expect(await add(s)).toMatchObject({ error: { code: 'x.stale' } });")]
		],
		['any failure', [inTest('expect((await add(s)).ok).toBe(false);')]],
		['no test', [refused, 'async function never() { expect(await add(s)).toEqual(refused); }']],
		[
			'a test that is skipped',
			[refused, `test.skip('no', async () => { expect(await add(s)).toEqual(refused); });`]
		],
		['words alone', [inTest('// add: not-found', 'expect(1).toBe(1);')]]
	])('is none: %s', (_, lines) => {
		expect(seen(...lines)).toEqual([]);
	});
});
