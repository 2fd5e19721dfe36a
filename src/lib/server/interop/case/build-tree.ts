import type { CaseId, FrameworkItem } from './framework-plan.ts';
import type { PlacedAssociation } from './read-associations.ts';
import type { LooseItem } from './read-items.ts';

export interface Tree {
	readonly items: readonly FrameworkItem[];
	readonly rootIds: readonly CaseId[];
}

type Parents = ReadonlyMap<CaseId, readonly PlacedAssociation[]>;

/** The `is child of` associations of each item, in order of the package. */
export function parentsByItem(associations: readonly PlacedAssociation[]): Parents {
	const childOf = associations.filter((each) => each.kind === 'is child of');
	return Map.groupBy(childOf, (each) => each.fromId);
}

/** Gives each item its parents, position and strand. Needs associations without cycles. */
export function buildTree(documentId: CaseId, items: readonly LooseItem[], parents: Parents): Tree {
	const parentIds = new Map(
		items.map(({ id }) => [
			id,
			(parents.get(id) ?? []).map((each) => each.toId).filter((each) => each !== documentId)
		])
	);
	const positions = positionsOf(documentId, items, parents);
	const strandOf = strandFinder(items, parentIds);
	const placed = items.map(({ row: _row, ...item }) => ({
		...item,
		parentIds: parentIds.get(item.id) ?? [],
		position: positions.get(item.id) ?? 0,
		strandId: strandOf(item.id)
	}));
	const roots = placed.filter((item) => item.parentIds.length === 0);
	const rootIds = roots.toSorted((a, b) => a.position - b.position).map((item) => item.id);
	return { items: placed, rootIds };
}

/** Siblings by sequence number, then as listed; items without a parent stand under the document. */
function positionsOf(
	documentId: CaseId,
	items: readonly LooseItem[],
	parents: Parents
): ReadonlyMap<CaseId, number> {
	const placed = items.map(({ id }) => {
		const [first] = parents.get(id) ?? [];
		return { id, parent: first?.toId ?? documentId, order: first?.order ?? Infinity };
	});
	const positions = new Map<CaseId, number>();
	for (const siblings of Map.groupBy(placed, (each) => each.parent).values()) {
		const inOrder = siblings.toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order));
		for (const [at, { id }] of inOrder.entries()) positions.set(id, at);
	}
	return positions;
}

const STRAND_TYPES = ['strand', 'domain'];

/** Nearest item of type Strand at or above, else Domain, else the top; along the first parent. */
function strandFinder(
	items: readonly LooseItem[],
	parentIds: ReadonlyMap<CaseId, readonly CaseId[]>
): (id: CaseId) => CaseId {
	const types = new Map(items.map((item) => [item.id, item.type?.toLowerCase() ?? '']));
	return (id) => {
		const line: CaseId[] = [];
		for (let at: CaseId | undefined = id; at !== undefined; at = parentIds.get(at)?.[0]) {
			line.push(at);
		}
		for (const type of STRAND_TYPES) {
			const found = line.find((each) => types.get(each) === type);
			if (found !== undefined) return found;
		}
		return line.at(-1) ?? id;
	};
}
