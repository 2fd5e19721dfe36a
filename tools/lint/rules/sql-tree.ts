// Ways through the tree of PostgreSQL's own parser: a node is an object with one key, the name of its kind.

export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The content of a node of this kind, or undefined. */
export function partOf(kind: string, node: unknown): Tree | undefined {
	const content = isTree(node) ? node[kind] : undefined;
	return isTree(content) ? content : undefined;
}

/** Every node of a kind below this one; does not go below nodes of the kinds in `closed`. */
export function below(
	node: unknown,
	kind: string,
	closed: readonly string[] = []
): readonly Tree[] {
	if (Array.isArray(node)) return node.flatMap((item) => below(item, kind, closed));
	if (!isTree(node)) return [];
	return Object.entries(node).flatMap(([key, value]) => {
		const own = key === kind && isTree(value) ? [value] : [];
		return closed.includes(key) ? own : [...own, ...below(value, kind, closed)];
	});
}

/** The parts of a name: `a.community_id` gives both, `*` an empty one. */
export const partsOf = (fields: unknown): readonly string[] =>
	listOf(fields).map((field) => String(partOf('String', field)?.['sval'] ?? ''));

/** Names of the functions called below a node, without their schemas. */
export const calledBelow = (node: unknown): readonly string[] =>
	below(node, 'FuncCall').map(({ funcname }) => partsOf(funcname).at(-1) ?? '');
