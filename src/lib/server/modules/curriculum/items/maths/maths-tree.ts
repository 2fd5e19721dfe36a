/** Operations an answer may contain; anything else is not read. */
export const operations = [
	'add',
	'subtract',
	'negate',
	'multiply',
	'divide',
	'power',
	'sqrt',
	'root',
	'abs',
	'factorial',
	'exp',
	'ln',
	'log',
	'sin',
	'cos',
	'tan',
	'sec',
	'csc',
	'cot',
	'arcsin',
	'arccos',
	'arctan',
	'sinh',
	'cosh',
	'tanh',
	'degrees'
] as const;
export type Operation = (typeof operations)[number];

export type Relation = '=' | '<' | '<=' | '≠';

/** A typed answer as a tree: numbers, letters, operations, and the shapes that school answers take. */
export type MathsTree =
	| { readonly type: 'number'; readonly value: number }
	| { readonly type: 'letter'; readonly name: string }
	| {
			readonly type: 'operation';
			readonly operation: Operation;
			readonly parts: readonly MathsTree[];
	  }
	| {
			readonly type: 'relation';
			readonly relation: Relation;
			readonly left: MathsTree;
			readonly right: MathsTree;
	  }
	/** Parts side by side. `list` has no brackets, `matrix` holds rows of type `row`, `all` holds relations that hold together. */
	| {
			readonly type: 'parts';
			readonly shape: 'list' | 'tuple' | 'square' | 'set' | 'union' | 'matrix' | 'row' | 'all';
			readonly parts: readonly MathsTree[];
	  }
	| {
			readonly type: 'interval';
			readonly from: MathsTree;
			readonly to: MathsTree;
			readonly fromOpen: boolean;
			readonly toOpen: boolean;
	  };

/** The tree's letters, each once, sorted; the constants e, i and pi are not letters. */
export function lettersOf(tree: MathsTree, into = new Set<string>()): ReadonlySet<string> {
	if (tree.type === 'letter') into.add(tree.name);
	for (const child of childrenOf(tree)) lettersOf(child, into);
	return into;
}

/** The direct parts of a tree. */
export function childrenOf(tree: MathsTree): readonly MathsTree[] {
	switch (tree.type) {
		case 'number':
		case 'letter':
			return [];
		case 'operation':
		case 'parts':
			return tree.parts;
		case 'relation':
			return [tree.left, tree.right];
		case 'interval':
			return [tree.from, tree.to];
	}
}

/** True for a tree with a value: no relation, list or interval anywhere in it. */
export function isValue(tree: MathsTree): boolean {
	if (tree.type === 'number' || tree.type === 'letter') return true;
	return tree.type === 'operation' && tree.parts.every(isValue);
}
