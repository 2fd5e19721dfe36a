import type { IndexedGraph } from './graph.ts';

/** Lists of neighbours in one array: those of node n are others[starts[n]] up to others[starts[n + 1]]. */
export interface Neighbours {
	readonly starts: Int32Array;
	readonly others: Int32Array;
}

/** A graph for inner loops: nodes with the earlier ones first, and what is directly before each. */
export interface PackedGraph {
	readonly order: Int32Array;
	readonly before: Neighbours;
}

/** Packs the prerequisites of a graph. */
export const packGraph = ({ order, before }: IndexedGraph): PackedGraph => ({
	order: Int32Array.from(order),
	before: packNeighbours(before)
});

/** Packs lists of neighbours, one list a node. */
export function packNeighbours(lists: readonly (readonly number[])[]): Neighbours {
	const starts = new Int32Array(lists.length + 1);
	lists.forEach((list, node) => {
		starts[node + 1] = (starts[node] ?? 0) + list.length;
	});
	return { starts, others: Int32Array.from(lists.flat()) };
}
