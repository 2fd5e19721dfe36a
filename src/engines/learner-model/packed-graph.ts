import type { Graph, IndexedGraph } from './graph.ts';

/** Lists of neighbours in one array: those of node n are others[starts[n]] up to others[starts[n + 1]]. */
export interface Neighbours {
	readonly starts: Int32Array;
	readonly others: Int32Array;
}

/** The same graph, without circles, and with the earlier ids first: one pass over the nodes then does. */
export const earlierFirst = ({ ids, order, before }: IndexedGraph): Graph => ({
	ids: order.map((node) => ids[node] ?? ''),
	precedes: before.flatMap((priors, node) =>
		priors.map((prior) => [ids[prior] ?? '', ids[node] ?? ''] as const)
	)
});

/** Packs lists of neighbours, one list a node. */
export function packNeighbours(lists: readonly (readonly number[])[]): Neighbours {
	const starts = new Int32Array(lists.length + 1);
	lists.forEach((list, node) => {
		starts[node + 1] = (starts[node] ?? 0) + list.length;
	});
	return { starts, others: Int32Array.from(lists.flat()) };
}
