import type { MathsTree } from './maths-tree.ts';

const signless = (tree: MathsTree): MathsTree => {
	const inner = tree.type === 'operation' && tree.operation === 'negate' ? tree.parts[0] : null;
	return inner ? signless(inner) : tree;
};

const isOperation = (tree: MathsTree, ...names: readonly string[]) =>
	tree.type === 'operation' && names.includes(tree.operation);

const isSum = (tree: MathsTree) => isOperation(tree, 'add', 'subtract');

function gcd(a: number, b: number): number {
	return b === 0 ? Math.abs(a) : gcd(b, a % b);
}

/** A whole number, or a fraction of whole numbers without a common factor and over more than 1. */
export function isInLowestTerms(tree: MathsTree): boolean {
	const plain = signless(tree);
	if (plain.type === 'number') return true;
	if (plain.type !== 'operation') return false;
	if (plain.operation === 'add') return plain.parts.every(isInLowestTerms);
	const [top, bottom] = plain.parts.map(signless);
	if (plain.operation !== 'divide' || top?.type !== 'number' || bottom?.type !== 'number') {
		return false;
	}
	const whole = Number.isInteger(top.value) && Number.isInteger(bottom.value);
	return whole && bottom.value > 1 && gcd(top.value, bottom.value) === 1;
}

/** A product or a power, not a sum, on the outside. */
export function isFactored(tree: MathsTree): boolean {
	const plain = signless(tree);
	return isOperation(plain, 'multiply', 'power') || plain.type === 'letter';
}

/** No bracketed sum is multiplied or raised to a power. */
export function isExpanded(tree: MathsTree): boolean {
	if (tree.type !== 'operation') return true;
	const multiplies = isOperation(tree, 'multiply', 'power');
	if (multiplies && tree.parts.some((part) => isSum(signless(part)))) return false;
	return tree.parts.every(isExpanded);
}
