import type { MathsTree, Operation, Relation } from './maths-tree.ts';

/** Most parts one answer may have; beyond it the answer is not read. */
const largestTree = 400;

const operationOfHead: Readonly<Record<string, Operation>> = {
	Add: 'add',
	Subtract: 'subtract',
	Negate: 'negate',
	Multiply: 'multiply',
	Divide: 'divide',
	Rational: 'divide',
	Power: 'power',
	Sqrt: 'sqrt',
	Root: 'root',
	Abs: 'abs',
	Factorial: 'factorial',
	Exp: 'exp',
	Ln: 'ln',
	Log: 'log',
	Sin: 'sin',
	Cos: 'cos',
	Tan: 'tan',
	Sec: 'sec',
	Csc: 'csc',
	Cot: 'cot',
	Arcsin: 'arcsin',
	Arccos: 'arccos',
	Arctan: 'arctan',
	Sinh: 'sinh',
	Cosh: 'cosh',
	Tanh: 'tanh',
	Degrees: 'degrees',
	// A ratio a:b is read as the quotient, so 3:4, 6:8 and 3/4 are the same answer.
	Colon: 'divide'
};

/** How many parts an operation takes; a different number is not read. */
const arity: Readonly<Record<Operation, readonly [number, number]>> = {
	add: [1, Infinity],
	multiply: [1, Infinity],
	subtract: [2, 2],
	divide: [2, 2],
	power: [2, 2],
	root: [2, 2],
	log: [1, 2],
	negate: [1, 1],
	sqrt: [1, 1],
	abs: [1, 1],
	factorial: [1, 1],
	exp: [1, 1],
	ln: [1, 1],
	sin: [1, 1],
	cos: [1, 1],
	tan: [1, 1],
	sec: [1, 1],
	csc: [1, 1],
	cot: [1, 1],
	arcsin: [1, 1],
	arccos: [1, 1],
	arctan: [1, 1],
	sinh: [1, 1],
	cosh: [1, 1],
	tanh: [1, 1],
	degrees: [1, 1]
};

interface NamedRelation {
	readonly relation: Relation;
	readonly swapped: boolean;
}

/** `a > b` is kept as `b < a`. */
const relationOfHead: Readonly<Record<string, NamedRelation>> = {
	Equal: { relation: '=', swapped: false },
	NotEqual: { relation: '≠', swapped: false },
	Less: { relation: '<', swapped: false },
	LessEqual: { relation: '<=', swapped: false },
	Greater: { relation: '<', swapped: true },
	GreaterEqual: { relation: '<=', swapped: true }
};

const greek = new Set(
	'Pi alpha beta gamma delta epsilon theta lambda mu sigma rho phi omega tau'.split(' ')
);

/** Thrown inside `readTree` alone, and caught there: the answer holds something that is not read. */
class NotRead extends Error {}

type Node = readonly unknown[];

const number = (value: number): MathsTree => ({ type: 'number', value });
const operation = (name: Operation, parts: readonly MathsTree[]): MathsTree => ({
	type: 'operation',
	operation: name,
	parts
});

function headOf(node: Node): string {
	const head = node[0];
	if (typeof head !== 'string') throw new NotRead();
	return head;
}

function isNumberObject(node: unknown): node is { num: string } {
	return typeof node === 'object' && node !== null && 'num' in node && typeof node.num === 'string';
}

/** Letters typed in a row are a product, `ab` is a times b, unless they name a Greek letter. */
function readLetters(name: string): MathsTree {
	if (!/^[a-zA-Z]{2,4}$/.test(name) || greek.has(name)) return { type: 'letter', name };
	return operation(
		'multiply',
		[...name].map((letter) => ({ type: 'letter', name: letter }))
	);
}

interface Chain {
	readonly terms: Node;
	/** One fewer than the terms. */
	readonly heads: readonly string[];
}

/** The library nests `2 < x ≤ 5` to the left, `5 > x > 2` to the right, and `2 < x < 5` not at all. */
function flattenChain(node: unknown): Chain {
	if (!Array.isArray(node) || typeof node[0] !== 'string' || !(node[0] in relationOfHead)) {
		return { terms: [node], heads: [] };
	}
	const [head, ...sides] = node;
	const chains = sides.map(flattenChain);
	const heads = chains.flatMap((chain, n) => (n === 0 ? chain.heads : [head, ...chain.heads]));
	return { terms: chains.flatMap((chain) => chain.terms), heads };
}

/** One reader per answer: it counts the parts it has read. */
class Reader {
	count = 0;

	read(node: unknown): MathsTree {
		if (++this.count > largestTree) throw new NotRead();
		if (typeof node === 'number') return number(node);
		if (isNumberObject(node)) return number(Number(node.num));
		if (typeof node === 'string') return this.readName(node);
		if (Array.isArray(node)) return this.readApplication(node);
		throw new NotRead();
	}

	readName(name: string): MathsTree {
		if (name === 'EmptySet') return { type: 'parts', shape: 'set', parts: [] };
		// Texts arrive in quotation marks; every other capitalised name of the library is no letter.
		if (name.startsWith("'") || name === 'Nothing') throw new NotRead();
		if (/^[A-Z][a-z]/.test(name) && !['Pi', 'PositiveInfinity'].includes(name)) throw new NotRead();
		return readLetters(name);
	}

	readAll = (nodes: Node) => nodes.map((node) => this.read(node));

	readApplication(node: Node): MathsTree {
		const head = headOf(node);
		const rest = node.slice(1);
		const named = operationOfHead[head];
		if (named) return this.readOperation(named, rest);
		if (head in relationOfHead) return this.readRelations(node);
		return this.readShape(head, rest);
	}

	readOperation(name: Operation, nodes: Node): MathsTree {
		const [least, most] = arity[name];
		if (nodes.length < least || nodes.length > most) throw new NotRead();
		return operation(name, this.readAll(nodes));
	}

	/** `2 < x < 3` holds two relations at once. */
	readRelations(node: Node): MathsTree {
		const { terms, heads } = flattenChain(node);
		const sides = this.readAll(terms);
		const parts = heads.map((head, n): MathsTree => {
			const [first, second, named] = [sides[n], sides[n + 1], relationOfHead[head]];
			if (!first || !second || !named) throw new NotRead();
			const [left, right] = named.swapped ? [second, first] : [first, second];
			return { type: 'relation', relation: named.relation, left, right };
		});
		const [only] = parts;
		if (!only) throw new NotRead();
		return parts.length === 1 ? only : { type: 'parts', shape: 'all', parts };
	}

	readShape(head: string, nodes: Node): MathsTree {
		switch (head) {
			case 'InvisibleOperator':
				return this.readProduct(nodes);
			case 'Delimiter':
				return this.readBrackets(nodes);
			case 'List':
				return { type: 'parts', shape: 'square', parts: this.readAll(nodes) };
			case 'Set':
				return { type: 'parts', shape: 'set', parts: this.readAll(nodes) };
			case 'Union':
				return { type: 'parts', shape: 'union', parts: this.readAll(nodes) };
			case 'Interval':
				return this.readInterval(nodes);
			case 'Matrix':
				return this.readMatrix(nodes);
			case 'Lb':
				return operation('log', [...this.readAll(nodes), number(2)]);
			case 'Prime':
			case 'Subscript':
			case 'OverHat':
			case 'Mean':
				return { type: 'letter', name: `${head} ${JSON.stringify(nodes)}` };
		}
		// `P(A)` where the library takes P for a function: read like every other letter before a bracket.
		if (/^[A-Za-z]$/.test(head)) {
			return operation('multiply', [{ type: 'letter', name: head }, ...this.readAll(nodes)]);
		}
		throw new NotRead();
	}

	/** Things written side by side are multiplied, except a whole number before a fraction: a mixed number. */
	readProduct(nodes: Node): MathsTree {
		const parts = this.readAll(nodes);
		const [whole, fraction] = parts;
		const mixed =
			parts.length === 2 &&
			whole?.type === 'number' &&
			Number.isInteger(whole.value) &&
			fraction?.type === 'operation' &&
			fraction.operation === 'divide' &&
			fraction.parts.every((part) => part.type === 'number');
		if (!mixed) return operation('multiply', parts);
		return operation('add', parts);
	}

	readBrackets(nodes: Node): MathsTree {
		const [inside, style] = nodes;
		const shape = typeof style === 'string' && style.startsWith("'(") ? 'tuple' : 'list';
		if (Array.isArray(inside) && inside[0] === 'Sequence') {
			return { type: 'parts', shape, parts: this.readAll(inside.slice(1)) };
		}
		return this.read(inside);
	}

	readEnd(node: unknown): { readonly end: MathsTree; readonly open: boolean } {
		if (Array.isArray(node) && node[0] === 'Open') return { end: this.read(node[1]), open: true };
		return { end: this.read(node), open: false };
	}

	readInterval([first, last]: Node): MathsTree {
		const from = this.readEnd(first);
		const to = this.readEnd(last);
		return {
			type: 'interval',
			from: from.end,
			to: to.end,
			fromOpen: from.open,
			toOpen: to.open
		};
	}

	readMatrix([rows]: Node): MathsTree {
		if (!Array.isArray(rows)) throw new NotRead();
		const parts = rows.slice(1).map((row): MathsTree => {
			if (!Array.isArray(row)) throw new NotRead();
			return { type: 'parts', shape: 'row', parts: this.readAll(row.slice(1)) };
		});
		return { type: 'parts', shape: 'matrix', parts };
	}
}

/** The library's raw MathJSON as a tree, or null when it holds an error, text, or anything not on the list. */
export function readTree(mathJson: unknown): MathsTree | null {
	try {
		return new Reader().read(mathJson);
	} catch (error) {
		if (error instanceof NotRead) return null;
		throw error;
	}
}
