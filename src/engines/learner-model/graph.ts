/** Outcomes and "learn this before that" edges. Soft: they inform beliefs and never lock anything. */
export interface Graph {
	readonly ids: readonly string[];
	/** Pairs [earlier, later]. Edges to unknown ids, to themselves, repeated or closing a circle are ignored. */
	readonly precedes: readonly (readonly [string, string])[];
}

/** A graph by position in `ids`: direct neighbours, and an order in which the earlier come first. */
export interface IndexedGraph {
	readonly ids: readonly string[];
	readonly index: ReadonlyMap<string, number>;
	readonly before: readonly (readonly number[])[];
	readonly after: readonly (readonly number[])[];
	readonly order: readonly number[];
}

/** Indexes a graph and drops what would make it no graph (see `Graph.precedes`). */
export function indexGraph(graph: Graph): IndexedGraph {
	const ids = [...new Set(graph.ids)];
	const index = new Map(ids.map((id, i) => [id, i]));
	const after = ids.map(() => new Set<number>());
	for (const [from, to] of graph.precedes) connect(after, index.get(from), index.get(to));
	const { order, kept } = sortAcyclic(after);
	const before: number[][] = ids.map(() => []);
	kept.forEach((targets, from) => targets.forEach((to) => before[to]?.push(from)));
	return { ids, index, before, after: kept, order };
}

function connect(after: Set<number>[], from: number | undefined, to: number | undefined) {
	if (from !== undefined && to !== undefined && from !== to) after[from]?.add(to);
}

/** Depth-first order (Tarjan 1976) without recursion; an edge back into the open path is dropped. */
function sortAcyclic(after: readonly ReadonlySet<number>[]) {
	const OPEN = 1;
	const DONE = 2;
	const mark = new Uint8Array(after.length);
	const kept: number[][] = after.map(() => []);
	const finished: number[] = [];
	const visit = (root: number) => {
		const path = [{ node: root, rest: [...(after[root] ?? [])] }];
		mark[root] = OPEN;
		for (let top = path.at(-1); top; top = path.at(-1)) {
			const next = top.rest.shift();
			if (next === undefined) {
				mark[top.node] = DONE;
				finished.push(top.node);
				path.pop();
			} else if (mark[next] !== OPEN) {
				kept[top.node]?.push(next);
				if (mark[next] === 0) {
					mark[next] = OPEN;
					path.push({ node: next, rest: [...(after[next] ?? [])] });
				}
			}
		}
	};
	for (let node = 0; node < after.length; node++) if (mark[node] === 0) visit(node);
	return { order: finished.reverse(), kept };
}
