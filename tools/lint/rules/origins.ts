// Where a value of a test comes from, followed backwards through its variables, tables, loops and helpers.
import ts from 'typescript';
import { declarationOf, nodesBelow, returnedBy, type Declaration } from './scopes.ts';

/** What a value comes from: a function that was imported, or words that stand in the file. */
export interface Origins {
	readonly imported: ReadonlySet<string>;
	readonly words: ReadonlySet<string>;
}

/** Which part of a value is asked for: names of properties, places in a list, `*` for any of them. */
type Path = readonly string[];
const any = '*';
/** A place in the row of `test.each`, which is the row itself where rows are no lists. */
const inRow = 'row:';

/** What was given to the parameters of the helpers on the way here. */
type Given = ReadonlyMap<ts.ParameterDeclaration, { value: ts.Expression; given: Given }>;

interface Search {
	readonly imported: Set<string>;
	readonly words: Set<string>;
	/** Imports that answer for themselves: what is given to them is not looked at. */
	readonly isLast: (name: string) => boolean;
}

/** Helpers within helpers end somewhere; a longer chain than this is a circle. */
const deepest = 60;

/** The origins of a value; `isLast` names the imports whose answer is their own and not one of what they were given. */
export function originsOf(value: ts.Expression, isLast: (name: string) => boolean): Origins {
	const search: Search = { imported: new Set(), words: new Set(), isLast };
	follow(value, [], new Map(), { search, depth: 0 });
	return search;
}

interface Step {
	readonly search: Search;
	readonly depth: number;
}

function follow(node: ts.Expression, path: Path, given: Given, from: Step): void {
	if (from.depth > deepest) return;
	const step = { search: from.search, depth: from.depth + 1 };
	const on = (next: ts.Expression, along: Path = path) => follow(next, along, given, step);
	if (isWrapped(node)) on(node.expression);
	else if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node))
		step.search.words.add(node.text);
	else if (ts.isIdentifier(node)) followName(node, path, given, step);
	else if (ts.isPropertyAccessExpression(node)) on(node.expression, [node.name.text, ...path]);
	else if (ts.isElementAccessExpression(node)) on(node.expression, [placeOf(node), ...path]);
	else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach((e) => on(e));
	else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach((e) => on(e));
	else if (ts.isArrayLiteralExpression(node)) for (const [e, p] of elementsOf(node, path)) on(e, p);
	else if (ts.isObjectLiteralExpression(node)) for (const [e, p] of partsOf(node, path)) on(e, p);
	else if (ts.isArrowFunction(node) || ts.isFunctionExpression(node))
		for (const answer of returnedBy(node)) on(answer, outOfRow(path));
	else if (ts.isCallExpression(node)) followCall(node, path, given, step);
}

type Wrapped = ts.Expression & { readonly expression: ts.Expression };
const isWrapped = (node: ts.Expression): node is Wrapped =>
	ts.isParenthesizedExpression(node) ||
	ts.isAwaitExpression(node) ||
	ts.isAsExpression(node) ||
	ts.isSatisfiesExpression(node);

const placeOf = ({ argumentExpression: at }: ts.ElementAccessExpression): string =>
	ts.isStringLiteralLike(at) || ts.isNumericLiteral(at) ? at.text : any;

const outOfRow = (path: Path): Path => (path[0]?.startsWith(inRow) ? path.slice(1) : path);
const isPlace = (name: string | undefined): boolean =>
	name === any || (name !== undefined && /^\d+$/.test(name));
const outOfList = (path: Path): Path => (isPlace(path[0]) ? path.slice(1) : path);

type Part = readonly [value: ts.Expression, path: Path];

function elementsOf({ elements }: ts.ArrayLiteralExpression, path: Path): readonly Part[] {
	const place = path[0]?.startsWith(inRow) ? path[0].slice(inRow.length) : path[0];
	const rest = isPlace(place) ? path.slice(1) : path;
	const one = elements.some(ts.isSpreadElement) ? undefined : elements[Number(place)];
	return (one ? [one] : elements).map((element) =>
		ts.isSpreadElement(element) ? [element.expression, path] : [element, rest]
	);
}

function partsOf({ properties }: ts.ObjectLiteralExpression, whole: Path): readonly Part[] {
	const [wanted = any, ...rest] = outOfRow(whole);
	return properties.flatMap((property): readonly Part[] => {
		if (ts.isSpreadAssignment(property)) return [[property.expression, outOfRow(whole)]];
		const name = property.name.getText().replaceAll(/^['"]|['"]$/g, '');
		if (wanted !== any && wanted !== name) return [];
		if (ts.isPropertyAssignment(property)) return [[property.initializer, rest]];
		return ts.isShorthandPropertyAssignment(property) ? [[property.name, rest]] : [];
	});
}

function followName(node: ts.Identifier, path: Path, given: Given, step: Step): void {
	const declaration = declarationOf(node);
	if (declaration) followDeclaration(declaration, path, given, step);
}

function followDeclaration(found: Declaration, path: Path, given: Given, step: Step): void {
	if (ts.isImportSpecifier(found)) {
		step.search.imported.add((found.propertyName ?? found.name).text);
	} else if (ts.isFunctionDeclaration(found)) {
		for (const answer of returnedBy(found)) follow(answer, path, given, step);
	} else if (ts.isBindingElement(found)) {
		followDeclaration(found.parent.parent, [keyOf(found), ...path], given, step);
	} else if (ts.isParameter(found)) {
		followParameter(found, path, given, step);
	} else {
		const loop = found.parent.parent;
		if (ts.isForOfStatement(loop)) follow(loop.expression, [any, ...path], given, step);
		else if (found.initializer) follow(found.initializer, path, given, step);
	}
}

function keyOf(element: ts.BindingElement): string {
	const { parent: pattern, propertyName, name } = element;
	if (ts.isArrayBindingPattern(pattern)) return String(pattern.elements.indexOf(element));
	return (propertyName ?? name).getText();
}

function followParameter(
	parameter: ts.ParameterDeclaration,
	path: Path,
	given: Given,
	step: Step
): void {
	const known = given.get(parameter);
	if (known) return follow(known.value, path, known.given, step);
	for (const [value, first] of givenFromOutside(parameter))
		follow(value, [...first, ...path], given, step);
}

/** What may come in by a parameter: a row of a table, an element of a list, whatever the callers of a helper give. */
function givenFromOutside(parameter: ts.ParameterDeclaration): readonly Part[] {
	const made = parameter.parent;
	const index = made.parameters.indexOf(parameter);
	const { parent } = made;
	if (ts.isCallExpression(parent)) {
		const { expression: called } = parent;
		if (ts.isCallExpression(called) && called.arguments[0])
			return [[called.arguments[0], [any, inRow + index]]];
		const isOfList = ts.isPropertyAccessExpression(called) && index === 0;
		return isOfList ? [[called.expression, [any]]] : [];
	}
	const named = ts.isFunctionDeclaration(made) ? made : parent;
	return callsOf(named).flatMap((call) => {
		const value = call.arguments[index];
		return value ? [[value, []] as const] : [];
	});
}

const callsOf = (named: ts.Node): readonly ts.CallExpression[] =>
	[...nodesBelow(named.getSourceFile())].filter(
		(node): node is ts.CallExpression =>
			ts.isCallExpression(node) &&
			ts.isIdentifier(node.expression) &&
			declarationOf(node.expression) === named
	);

function followCall(call: ts.CallExpression, path: Path, given: Given, step: Step): void {
	const { expression: called, arguments: values } = call;
	if (ts.isPropertyAccessExpression(called)) return followMethod(call, called, path, given, step);
	const declaration = ts.isIdentifier(called) ? declarationOf(called) : undefined;
	const helper = declaration && helperOf(declaration);
	if (declaration && ts.isImportSpecifier(declaration)) {
		followDeclaration(declaration, path, given, step);
		if (step.search.isLast((declaration.propertyName ?? declaration.name).text)) return;
		for (const value of values) follow(value, [], given, step);
	} else if (helper) {
		for (const answer of returnedBy(helper))
			follow(answer, path, within(helper, call, given), step);
	} else follow(called, path, given, step);
}

function helperOf(declaration: Declaration): ts.FunctionLikeDeclaration | undefined {
	if (ts.isFunctionDeclaration(declaration)) return declaration;
	if (!ts.isVariableDeclaration(declaration)) return undefined;
	const { initializer: made } = declaration;
	return made && (ts.isArrowFunction(made) || ts.isFunctionExpression(made)) ? made : undefined;
}

const within = (
	{ parameters }: ts.FunctionLikeDeclaration,
	{ arguments: values }: ts.CallExpression,
	given: Given
): Given =>
	new Map([
		...given,
		...parameters.flatMap((parameter, index) => {
			const value = values[index] ?? parameter.initializer;
			return value ? [[parameter, { value, given }] as const] : [];
		})
	]);

/** The edge runs the function it is given last, as that actor. */
const edge: ReadonlySet<string> = new Set(['change', 'read', 'changeAll']);
const keepsElements: ReadonlySet<string> = new Set(['filter', 'slice', 'toSorted', 'toReversed']);
const picksOne: ReadonlySet<string> = new Set(['at', 'find']);

function followMethod(
	{ arguments: values }: ts.CallExpression,
	{ expression: owner, name: { text: method } }: ts.PropertyAccessExpression,
	path: Path,
	given: Given,
	step: Step
): void {
	const on = (next: ts.Expression | undefined, along: Path) =>
		next && follow(next, along, given, step);
	const last = values.at(-1);
	const [first] = values;
	const global = ts.isIdentifier(owner) && !declarationOf(owner) ? owner.text : '';
	if (edge.has(method)) on(last, path);
	else if (global === 'Promise') on(first, path);
	else if (global === 'Object') on(first, [any, ...path.slice(method === 'entries' ? 2 : 1)]);
	else if (global !== '' || nameOf(owner) === 'expect') values.forEach((value) => on(value, []));
	else if (method === 'map' || method === 'flatMap') on(first, outOfList(path));
	else if (keepsElements.has(method)) on(owner, path);
	else if (picksOne.has(method)) on(owner, [any, ...path]);
	else on(owner, [method, ...path]);
}

const nameOf = (node: ts.Expression): string => (ts.isIdentifier(node) ? node.text : '');
