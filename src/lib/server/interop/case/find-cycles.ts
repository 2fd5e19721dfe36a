/** A directed graph over nodes 0 .. n-1: the nodes each node leads to. */
export type Successors = readonly (readonly number[])[];

/**
 * One shortest cycle through the first node of every knot (a strongly connected component of two or
 * more nodes), as nodes in order. Self-loops are left to the caller.
 */
export function findCycles(successors: Successors): readonly (readonly number[])[] {
	return strongComponents(successors)
		.filter((component) => component.length > 1)
		.map((component) => shortestCycle(component, successors));
}

/**
 * Classes of nodes that reach each other, each in ascending order. Two depth-first walks (Sharir
 * 1981), without recursion, so that a chain of any length is walked.
 */
export function strongComponents(successors: Successors): readonly (readonly number[])[] {
	const backward: number[][] = successors.map(() => []);
	for (const [from, targets] of successors.entries()) {
		for (const to of targets) backward[to]?.push(from);
	}
	const all = successors.map((_, node) => node);
	const seen = new Set<number>();
	const finished = all.flatMap((node) => finishOrder(node, successors, seen));
	const taken = new Set<number>();
	return finished
		.toReversed()
		.map((node) => finishOrder(node, backward, taken).toSorted((a, b) => a - b))
		.filter((component) => component.length > 0);
}

/** Nodes reached from `start` and not yet `seen`, in the order in which their walk ends. */
function finishOrder(start: number, successors: Successors, seen: Set<number>): number[] {
	if (seen.has(start)) return [];
	seen.add(start);
	const finished: number[] = [];
	const path = [{ node: start, next: 0 }];
	for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
		const child = successors[top.node]?.[top.next++];
		if (child === undefined) {
			finished.push(top.node);
			path.pop();
		} else if (!seen.has(child)) {
			seen.add(child);
			path.push({ node: child, next: 0 });
		}
	}
	return finished;
}

/** Breadth-first from the first node of the component back to it. */
function shortestCycle(component: readonly number[], successors: Successors): readonly number[] {
	const [start] = component;
	if (start === undefined) return [];
	const inside = new Set(component);
	const from = new Map<number, number>();
	const queue = [start];
	for (const node of queue) {
		for (const next of successors[node] ?? []) {
			if (next === start) return pathTo(node, start, from);
			if (!inside.has(next) || from.has(next)) continue;
			from.set(next, node);
			queue.push(next);
		}
	}
	return component;
}

function pathTo(end: number, start: number, from: ReadonlyMap<number, number>): readonly number[] {
	const path = [end];
	for (let node = end; node !== start;) {
		node = from.get(node) ?? start;
		path.push(node);
	}
	return path.toReversed();
}
