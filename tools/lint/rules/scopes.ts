// Names of a TypeScript file and what declares them, by the tree alone: no types, no other file.
import ts from 'typescript';

/** What can stand behind a name: a variable, a part of a pattern, a parameter, a function or an import. */
export type Declaration =
	| ts.VariableDeclaration
	| ts.BindingElement
	| ts.ParameterDeclaration
	| ts.FunctionDeclaration
	| ts.ImportSpecifier;

export const parseFile = (text: string): ts.SourceFile =>
	ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);

/** Every node below this one, itself first. */
export function* nodesBelow(node: ts.Node): Generator<ts.Node> {
	yield node;
	for (const child of node.getChildren()) yield* nodesBelow(child);
}

function namedIn(
	declaration: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement,
	name: string
): Declaration | undefined {
	const { name: target } = declaration;
	if (ts.isIdentifier(target)) return target.text === name ? declaration : undefined;
	for (const element of target.elements) {
		const found = ts.isBindingElement(element) ? namedIn(element, name) : undefined;
		if (found) return found;
	}
	return undefined;
}

const firstNamed = (
	declarations: Iterable<ts.VariableDeclaration | ts.ParameterDeclaration>,
	name: string
): Declaration | undefined => {
	for (const declaration of declarations) {
		const found = namedIn(declaration, name);
		if (found) return found;
	}
	return undefined;
};

function importedBy(statement: ts.ImportDeclaration, name: string): Declaration | undefined {
	const bindings = statement.importClause?.namedBindings;
	if (!bindings || !ts.isNamedImports(bindings)) return undefined;
	return bindings.elements.find((element) => element.name.text === name);
}

function declaredBy(statement: ts.Statement, name: string): Declaration | undefined {
	if (ts.isVariableStatement(statement))
		return firstNamed(statement.declarationList.declarations, name);
	if (ts.isFunctionDeclaration(statement))
		return statement.name?.text === name ? statement : undefined;
	return ts.isImportDeclaration(statement) ? importedBy(statement, name) : undefined;
}

function declaredAt(scope: ts.Node, name: string): Declaration | undefined {
	if (ts.isFunctionLike(scope)) return firstNamed(scope.parameters.filter(ts.isParameter), name);
	if (ts.isForOfStatement(scope) && ts.isVariableDeclarationList(scope.initializer))
		return firstNamed(scope.initializer.declarations, name);
	if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return undefined;
	for (const statement of scope.statements) {
		const found = declaredBy(statement, name);
		if (found) return found;
	}
	return undefined;
}

/** What declares this name where it stands, or undefined for a global. */
export function declarationOf(name: ts.Identifier): Declaration | undefined {
	for (let scope: ts.Node = name.parent; scope; scope = scope.parent) {
		const found = declaredAt(scope, name.text);
		if (found) return found;
	}
	return undefined;
}

/** What a function gives back: the expression after its arrow, or those of its own `return`s. */
export function returnedBy(made: ts.FunctionLikeDeclaration): readonly ts.Expression[] {
	const { body } = made;
	if (!body) return [];
	return ts.isBlock(body) ? [...returnsBelow(body)] : [body];
}

function* returnsBelow(node: ts.Node): Generator<ts.Expression> {
	if (ts.isReturnStatement(node) && node.expression) yield node.expression;
	for (const child of node.getChildren()) if (!ts.isFunctionLike(child)) yield* returnsBelow(child);
}
