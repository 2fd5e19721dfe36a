import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Every command has a twin: a test that calls it and is refused (TS1, TS3). What is read here is the text of the tests,
 * so this finds a command nobody ever saw refuse; whether each cell of the rule is right is said by policy-matrix.test.ts.
 */

/** Commands whose refusal no test shows yet. A line that is no longer due fails, so that the list only shrinks. */
const due: readonly string[] = [
	'learner-model/challengeBelief',
	'opportunities/addOpportunities',
	'plans/takeUpAlternative'
];

/** Commands that need no twin of their own, and why. */
const needless: Readonly<Record<string, string>> = {
	'curriculum/decideTags': 'confirmTags and rejectTags are this one, and each has its twin',
	'people/saveSettings': 'it names nobody: it writes the settings of whoever is signed in'
};

/** `export async function x`, or `export const x =` of something that takes a scope or makes such a function. */
const commandPattern =
	/^export (?:async function (\w+)|const (\w+) = ?([\s\S]*?)(?=\n\n|\n\/\*\*|\nexport |$(?![\s\S])))/gm;
const takesScope = (made: string): boolean => made.includes('Scope') || /^\w+\(/.test(made);

/** A list beside its commands is a query: it leaves out what it may not show. */
const isQuery = (name: string): boolean => name.startsWith('list');

/** The commands in the text of a file under `commands/`. */
function commandsIn(text: string): readonly string[] {
	return [...text.matchAll(commandPattern)].flatMap(([, asynchronous, constant, made = '']) => {
		if (asynchronous !== undefined) return [asynchronous];
		return constant !== undefined && !isQuery(constant) && takesScope(made) ? [constant] : [];
	});
}

/** The pieces of a test file: what is declared at its top, and each test by itself. */
const piecesOf = (text: string): readonly string[] =>
	text.split(/^(?=\t*(?:test|test\.each)\b|(?:async )?function |const )/m);

const declared = /^(?:(?:async )?function|const) (\w+)/;
const isTest = (piece: string): boolean => /^\t*test\b/.test(piece);
const uses = (piece: string, names: readonly string[]): boolean =>
	names.some((name) => new RegExp(String.raw`\b${name}\b`).test(piece));

/** What fits, and every helper of the file that uses it, directly or through another. */
function withHelpers(pieces: readonly string[], fits: (piece: string) => boolean) {
	const names: string[] = [];
	const reaches = (piece: string): boolean => fits(piece) || uses(piece, names);
	for (let before = -1; before < names.length;) {
		before = names.length;
		for (const piece of pieces) {
			const name = declared.exec(piece)?.[1];
			if (name !== undefined && !names.includes(name) && reaches(piece)) names.push(name);
		}
	}
	return reaches;
}

const refusal = /\bnot-found\b|\bok: false\b|toMatchObject\(\{ error\b|\.ok\)\.toBe\(\s*false\b/;

/** Whether one test of this file both calls the command and expects a refusal. */
function showsRefusal(text: string, command: string): boolean {
	const pieces = piecesOf(text);
	const calls = withHelpers(pieces, (piece) => uses(piece, [command]));
	const expects = withHelpers(pieces, (piece) => refusal.test(piece));
	return pieces.some((piece) => isTest(piece) && calls(piece) && expects(piece));
}

const folder = join(import.meta.dirname, 'modules');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: folder }).toSorted();

/** The commands a module offers at its door, as `module/command`. */
function offeredBy(module: string): readonly string[] {
	const door = read(`${module}/index.ts`);
	return files(`${module}/commands/*.ts`)
		.filter((path) => !path.endsWith('.test.ts'))
		.flatMap((path) => commandsIn(read(path)).map((name) => ({ path, name })))
		.filter(
			({ path, name }) =>
				uses(door, [name]) || door.includes(`* from './commands/${basename(path)}'`)
		)
		.map(({ name }) => `${module}/${name}`);
}

const offered = files('*/commands').flatMap((path) => offeredBy(dirname(path)));

function isTwinned(key: string): boolean {
	const [module = '', command = ''] = key.split('/');
	return files(`${module}/**/*.db.test.ts`).some((path) => showsRefusal(read(path), command));
}

test('every command is seen to refuse, but for those openly due or needless', () => {
	const without = offered.filter((key) => !isTwinned(key));
	expect(without.toSorted()).toEqual([...due, ...Object.keys(needless)].toSorted());
});

test('commands are found in every module that has any', () => {
	const modules = new Set(offered.map((key) => dirname(key)));
	expect([...modules]).toEqual(files('*/commands').map((path) => dirname(path)));
});

describe('what is read from the text', () => {
	test('is a command: what takes a scope, however it is written', () => {
		const text = [
			'export const addInput = v.object({});',
			'export async function add(scope: Scope) {}',
			'export const remove = (scope: Scope): Answer => set(scope);',
			"export const keep = onOwn('plans.keep');",
			'export const report =\n\t(tell: Tell) =>\n\tasync (scope: Scope) => {};',
			'export const most = (band: AgeBand | null): number => 4;'
		].join('\n\n');
		expect(commandsIn(text)).toEqual(['add', 'remove', 'keep', 'report']);
	});

	const helper = "const refused = { error: { code: 'x.not-found' } };\n";
	const call = 'const send = (actor: Actor) => app.change(actor, (scope) => add(scope));\n';

	test('is a twin: call and refusal in one test, helpers followed', () => {
		const text = `${helper}${call}test('no', async () => {\n\texpect(await send(other)).toEqual(refused);\n});\n`;
		expect(showsRefusal(text, 'add')).toBe(true);
	});

	test('is no twin: call and refusal in different tests, or neither', () => {
		const yes = "test('yes', async () => {\n\tawait send(self);\n});\n";
		const no = "test('no', async () => {\n\texpect(await take(other)).toEqual(refused);\n});\n";
		expect(showsRefusal(`${helper}${call}${yes}${no}`, 'add')).toBe(false);
		expect(showsRefusal(`${helper}${call}`, 'add')).toBe(false);
	});
});
