import { parse } from 'svelte/compiler';
import { lineAt, type Finding } from './finding.ts';

// Attributes and props that end up before a person's eyes or ears.
const shown = new Set(
	'aria-label aria-description aria-roledescription aria-valuetext alt title label placeholder caption summary lead legend hint text detail kicker lede say safe next more example'.split(
		' '
	)
);
const letters = /\p{L}{2,}/u;

interface Node {
	readonly type: string;
	readonly start: number;
	readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The strings an expression may show: itself, or a branch of a choice; not what it compares or calls. */
function shownStrings(node: unknown): { start: number; text: string }[] {
	if (!isNode(node)) return [];
	if (node.type === 'Literal' && typeof node['value'] === 'string') {
		return [{ start: node.start, text: node['value'] }];
	}
	if (node.type === 'ConditionalExpression') {
		return [...shownStrings(node['consequent']), ...shownStrings(node['alternate'])];
	}
	if (node.type === 'LogicalExpression') {
		return [...shownStrings(node['left']), ...shownStrings(node['right'])];
	}
	if (node.type === 'TemplateLiteral' && Array.isArray(node['quasis'])) {
		return node['quasis'].filter(isNode).map((part) => {
			const value: unknown = part['value'];
			const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : '';
			return { start: part.start, text: String(raw) };
		});
	}
	return [];
}

function stringsOf(node: Node): { start: number; text: string }[] {
	if (node.type === 'Text') return [{ start: node.start, text: String(node['data']) }];
	if (node.type === 'ExpressionTag') return shownStrings(node['expression']);
	return [];
}

function walk(node: Node, found: { start: number; text: string }[]): void {
	if (node.type === 'Attribute') {
		if (!shown.has(String(node['name']))) return;
		const values = Array.isArray(node['value']) ? node['value'] : [node['value']];
		found.push(...values.filter(isNode).flatMap(stringsOf));
		return;
	}
	found.push(...stringsOf(node));
	if (node.type === 'ExpressionTag') return;
	for (const value of Object.values(node)) {
		for (const child of Array.isArray(value) ? value : [value]) {
			if (isNode(child)) walk(child, found);
			else if (typeof child === 'object' && child !== null && 'nodes' in child) {
				const { nodes } = child;
				if (Array.isArray(nodes)) nodes.filter(isNode).forEach((inner) => walk(inner, found));
			}
		}
	}
}

/** Words written into markup; every visible word is a message of `messages/<locale>/`. */
export function visibleStrings(text: string): Finding[] {
	const { fragment } = parse(text, { modern: true });
	const found: { start: number; text: string }[] = [];
	for (const node of fragment.nodes) if (isNode(node)) walk(node, found);
	return (
		found
			// the name of the product is the same in every language
			.filter((string) => letters.test(string.text.replaceAll('Locus', '')))
			.map((string) => {
				const words = string.text.trim().replaceAll(/\s+/g, ' ').slice(0, 60);
				return { line: lineAt(text, string.start), message: `“${words}”: make it a message` };
			})
	);
}
