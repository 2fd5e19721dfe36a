// Commands of a module, and the tests in which they are seen to refuse.
import ts from 'typescript';
import { originsOf } from './origins.ts';
import { declarationOf, nodesBelow, parseFile } from './scopes.ts';

/** A list beside its commands is a query: it leaves out what it may not show. */
const isQuery = (name: string): boolean => name.startsWith('list');

/** Something that is given a scope, or that another function makes. */
function isCommand(made: ts.Expression | undefined): boolean {
	if (!made) return false;
	return ts.isCallExpression(made) || made.getText().includes('Scope');
}

function commandsOf(statement: ts.Statement): readonly string[] {
	const isExported = ts.canHaveModifiers(statement)
		? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
		: false;
	if (!isExported) return [];
	if (ts.isFunctionDeclaration(statement)) {
		const takesScope = statement.parameters[0]?.type?.getText() === 'Scope';
		return takesScope && statement.name ? [statement.name.text] : [];
	}
	if (!ts.isVariableStatement(statement)) return [];
	return statement.declarationList.declarations
		.filter(({ initializer: made }) => isCommand(made) && !isSchema(made))
		.map(({ name }) => name.getText());
}

/** A schema is made by a function too. */
const isSchema = (made: ts.Expression | undefined): boolean =>
	made !== undefined && ts.isCallExpression(made) && made.expression.getText().startsWith('v.');

/** The commands in the text of a file under `commands/`. */
export const commandsIn = (text: string): readonly string[] =>
	parseFile(text)
		.statements.flatMap(commandsOf)
		.filter((name) => !isQuery(name));

/** Missing and forbidden answer alike (TS3): by this word alone somebody is turned away. */
const turnedAway = /\bnot-found\b/;
const runners: ReadonlySet<string> = new Set(['test', 'it']);

/** `test`, `it`, `test.each(...)`: not `test.skip`, not `test.todo`. */
function isRunner(called: ts.Expression): boolean {
	if (ts.isIdentifier(called)) return runners.has(called.text);
	if (!ts.isCallExpression(called)) return false;
	const { expression: each } = called;
	return (
		ts.isPropertyAccessExpression(each) && each.name.text === 'each' && isRunner(each.expression)
	);
}

/** Whether a test runs this: it stands in one, or in a helper that one uses. */
function isRun(node: ts.Node, helpers: readonly ts.Node[] = []): boolean {
	for (let around = node.parent; around; around = around.parent) {
		if (ts.isCallExpression(around) && isRunner(around.expression)) return true;
		const isHelper =
			ts.isFunctionDeclaration(around) || (ts.isVariableDeclaration(around) && around.initializer);
		if (!isHelper || helpers.includes(around)) continue;
		return usesOf(around).some((use) => isRun(use, [...helpers, around]));
	}
	return false;
}

const usesOf = (helper: ts.Node): readonly ts.Node[] =>
	[...nodesBelow(helper.getSourceFile())].filter(
		(node) => ts.isIdentifier(node) && node.parent !== helper && declarationOf(node) === helper
	);

interface Expectation {
	readonly value: ts.Expression;
	readonly expected: readonly ts.Expression[];
}

/** `expect(value).toEqual(expected)`, as it stands; what is expected not to be says nothing. */
function expectationAt(node: ts.Node): readonly Expectation[] {
	if (!ts.isCallExpression(node) || node.expression.getText() !== 'expect') return [];
	const [value] = node.arguments;
	let top: ts.Node = node.parent;
	while (ts.isPropertyAccessExpression(top) && top.name.text !== 'not') top = top.parent;
	return value && ts.isCallExpression(top) ? [{ value, expected: top.arguments }] : [];
}

/** Which of these commands a test of this file calls and sees turn somebody away. */
export function refusedIn(text: string, commands: ReadonlySet<string>): ReadonlySet<string> {
	const isLast = (name: string): boolean => commands.has(name);
	const refused = [...nodesBelow(parseFile(text))]
		.flatMap((node) => expectationAt(node))
		.filter(({ expected }) =>
			expected.some((each) =>
				[...originsOf(each, isLast).words].some((words) => turnedAway.test(words))
			)
		)
		.filter(({ value }) => isRun(value))
		.flatMap(({ value }) => [...originsOf(value, isLast).imported]);
	return new Set(refused.filter(isLast));
}
