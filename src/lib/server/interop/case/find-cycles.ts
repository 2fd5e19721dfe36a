/** A directed graph over nodes 0 .. n-1: the nodes each node leads to. */
export type Successors = readonly (readonly number[])[];

/**
 * One shortest cycle for every knot of nodes that reach each other (a strongly connected component
 * of two or more), as nodes in order. Self-loops are left to the caller.
 * Components: Tarjan 1972, without recursion, so that a chain of any length is walked.
 */
export function findCycles(successors: Successors): readonly (readonly number[])[] {
	return strongComponents(successors)
		.filter((component) => component.length > 1)
		.map((component) => shortestCycle(component, successors));
}

export function strongComponents(successors: Successors): readonly (readonly number[])[] {
	const order = new Int32Array(successors.length).fill(-1);
	const low = new Int32Array(successors.length);
	const onStack = new Uint8Array(successors.length);
	const nextChild = new Int32Array(successors.length);
	const stack: number[] = [];
	const components: number[][] = [];
	let count = 0;
	const enter = (node: number, path: number[]) => {
		order[node] = low[node] = count++;
		onStack[node] = 1;
		stack.push(node);
		path.push(node);
	};
	const at = (array: Int32Array, index: number) => array[index] ?? 0;
	for (let root = 0; root < successors.length; root += 1) {
		if (at(order, root) >= 0) continue;
		const path: number[] = [];
		enter(root, path);
		for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
			const child = successors[node]?.[at(nextChild, node)];
			if (child !== undefined) {
				nextChild[node] = at(nextChild, node) + 1;
				if (at(order, child) < 0) enter(child, path);
				else if (onStack[child]) low[node] = Math.min(at(low, node), at(order, child));
				continue;
			}
			path.pop();
			const parent = path.at(-1);
			if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node));
			if (at(low, node) !== at(order, node)) continue;
			const component = stack.splice(stack.lastIndexOf(node));
			for (const member of component) onStack[member] = 0;
			components.push(component.toSorted((a, b) => a - b));
		}
	}
	return components;
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
