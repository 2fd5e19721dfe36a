import type { MathsTree, Operation } from './maths-tree.ts';
import * as c from './complex.ts';
import type { Complex } from './complex.ts';

/** Values of the letters; a letter without one has no value. */
export type Point = ReadonlyMap<string, Complex>;

/** Largest exponent (absolute) and largest factorial that is worked out. */
const largestExponent = 1000;
const largestFactorial = 150;

const constants: Readonly<Record<string, Complex>> = {
	Pi: c.complex(Math.PI),
	e: c.complex(Math.E),
	i: c.complex(0, 1),
	PositiveInfinity: c.complex(Infinity)
};

/** True for the names that stand for a number rather than for anything. */
export const isConstant = (name: string) => name in constants;

type Operator = (a: Complex, b: Complex) => Complex;
const real = (f: (x: number) => number) => (z: Complex) =>
	z.im === 0 ? c.complex(f(z.re)) : c.none;

function factorial(z: Complex): Complex {
	if (z.im !== 0 || !Number.isInteger(z.re) || z.re < 0 || z.re > largestFactorial) return c.none;
	let product = 1;
	for (let n = 2; n <= z.re; n++) product *= n;
	return c.complex(product);
}

function boundedPower(a: Complex, b: Complex): Complex {
	return Math.abs(b.re) > largestExponent ? c.none : c.power(a, b);
}

/** The n-th root; a real one where it exists, as at school: the cube root of -8 is -2. */
function root(a: Complex, n: Complex): Complex {
	const odd = n.im === 0 && Number.isInteger(n.re) && Math.abs(n.re) % 2 === 1;
	if (odd && a.im === 0 && a.re < 0) return c.complex(-Math.pow(-a.re, 1 / n.re));
	return boundedPower(a, c.divide(c.complex(1), n));
}

const invert = (f: (z: Complex) => Complex) => (z: Complex) => c.divide(c.complex(1), f(z));
const sin = real(Math.sin);
const cos = real(Math.cos);
const tan = real(Math.tan);

/** Two-place operations; `add` and `multiply` are folded over any number of parts. */
const operators: Readonly<Record<Operation, Operator>> = {
	add: c.add,
	subtract: (a, b) => c.add(a, c.negate(b)),
	negate: c.negate,
	multiply: c.multiply,
	divide: c.divide,
	power: boundedPower,
	sqrt: c.sqrt,
	root,
	abs: (z) => c.complex(c.size(z)),
	factorial,
	exp: c.exp,
	ln: c.ln,
	log: (z, base) => c.divide(c.ln(z), c.ln(base)),
	sin,
	cos,
	tan,
	sec: invert(cos),
	csc: invert(sin),
	cot: invert(tan),
	arcsin: real(Math.asin),
	arccos: real(Math.acos),
	arctan: real(Math.atan),
	sinh: real(Math.sinh),
	cosh: real(Math.cosh),
	tanh: real(Math.tanh),
	degrees: (z) => c.multiply(z, c.complex(Math.PI / 180))
};

/** What a missing second part stands for. */
const secondPart: Partial<Readonly<Record<Operation, Complex>>> = { log: c.complex(10) };

/** A power written as an odd fraction, (-8)^(1/3), is the real root. */
function oddFraction(tree: MathsTree): { readonly top: number; readonly bottom: number } | null {
	if (tree.type !== 'operation' || tree.operation !== 'divide') return null;
	const [top, bottom] = tree.parts;
	if (top?.type !== 'number' || bottom?.type !== 'number') return null;
	return Math.abs(bottom.value) % 2 === 1 ? { top: top.value, bottom: bottom.value } : null;
}

function evaluateOperation(
	operation: Operation,
	parts: readonly MathsTree[],
	at: Point,
	realOnly: boolean
): Complex {
	const values = parts.map((part) => evaluate(part, at, realOnly));
	const [first = c.none, second = secondPart[operation] ?? c.complex(0), ...rest] = values;
	const odd = operation === 'power' && parts[1] ? oddFraction(parts[1]) : null;
	if (odd && first.im === 0 && first.re < 0) {
		return boundedPower(root(first, c.complex(odd.bottom)), c.complex(odd.top));
	}
	const operator = operators[operation];
	return rest.reduce(
		operator,
		parts.length === 1 && operation === 'add' ? first : operator(first, second)
	);
}

/**
 * The value of a tree at a point, in double precision; total: bounded by the size of the tree, never throws.
 * With `realOnly` anything that leaves the real numbers on the way has no value (NaN), as at school.
 */
export function evaluate(tree: MathsTree, at: Point, realOnly: boolean): Complex {
	if (tree.type === 'number') return c.complex(tree.value);
	if (tree.type === 'letter') return constants[tree.name] ?? at.get(tree.name) ?? c.none;
	if (tree.type !== 'operation') return c.none;
	const value = evaluateOperation(tree.operation, tree.parts, at, realOnly);
	return realOnly && !c.isReal(value) ? c.none : value;
}
