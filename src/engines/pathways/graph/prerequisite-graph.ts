import type { OutcomeId, StrandId } from '../units.ts';

/** Outcomes in teaching order, and which one precedes which. */
export interface PrerequisiteGraph {
	readonly outcomes: readonly { readonly id: OutcomeId; readonly strandId: StrandId }[];
	readonly precedes: readonly { readonly from: OutcomeId; readonly to: OutcomeId }[];
}

/** Neighbours by outcome, with edges that would close a circle left out. */
export interface PrerequisiteIndex {
	/** Every outcome once, each after all that precede it; otherwise in the order given. */
	readonly order: readonly OutcomeId[];
	readonly position: ReadonlyMap<OutcomeId, number>;
	before(id: OutcomeId): readonly OutcomeId[];
	after(id: OutcomeId): readonly OutcomeId[];
	/** Edges kept: known ends, no self-loop, no repeat, no circle. */
	readonly edges: readonly { readonly from: OutcomeId; readonly to: OutcomeId }[];
}

/** Indexes a graph; edges to unknown outcomes, repeats, self-loops and circle-closers are ignored. */
export function indexGraph(graph: PrerequisiteGraph): PrerequisiteIndex {
	const ids = [...new Set(graph.outcomes.map((o) => o.id))];
	const after = emptyLists(ids);
	const clean = cleanEdges(graph, after);
	for (const edge of clean) after.get(edge.from)?.push(edge.to);
	const kept = withoutCircles(ids, after);
	const before = emptyLists(ids);
	for (const { from, to } of kept) before.get(to)?.push(from);
	const onward = emptyLists(ids);
	for (const { from, to } of kept) onward.get(from)?.push(to);
	const order = teachingOrder(ids, before, onward);
	return {
		order,
		position: new Map(order.map((id, index) => [id, index])),
		before: (id) => before.get(id) ?? [],
		after: (id) => onward.get(id) ?? [],
		edges: kept
	};
}

type Lists = Map<OutcomeId, OutcomeId[]>;
type Edge = PrerequisiteGraph['precedes'][number];

const emptyLists = (ids: readonly OutcomeId[]): Lists => new Map(ids.map((id) => [id, []]));

function cleanEdges(graph: PrerequisiteGraph, known: Lists): readonly Edge[] {
	const seen = new Set<string>();
	return graph.precedes.filter(({ from, to }) => {
		const key = JSON.stringify([from, to]);
		if (from === to || !known.has(from) || !known.has(to) || seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** Depth-first search that drops the edges leading back to an outcome still being visited. */
function withoutCircles(ids: readonly OutcomeId[], after: Lists): readonly Edge[] {
	const open = new Set<OutcomeId>();
	const closed = new Set<OutcomeId>();
	const kept: Edge[] = [];
	for (const root of ids) {
		if (closed.has(root)) continue;
		// An explicit stack: a chain of thousands must not overflow the call stack.
		const stack = [{ id: root, next: 0 }];
		open.add(root);
		for (let top = stack.at(-1); top; top = stack.at(-1)) {
			const to = after.get(top.id)?.[top.next++];
			if (to === undefined) {
				open.delete(top.id);
				closed.add(top.id);
				stack.pop();
			} else if (!open.has(to)) {
				kept.push({ from: top.id, to });
				if (closed.has(to)) continue;
				open.add(to);
				stack.push({ id: to, next: 0 });
			}
		}
	}
	return kept;
}

/** Kahn's order, always taking the earliest given outcome that is free. */
function teachingOrder(ids: readonly OutcomeId[], before: Lists, after: Lists): OutcomeId[] {
	const given = new Map(ids.map((id, index) => [id, index]));
	const rank = (id: OutcomeId) => given.get(id) ?? 0;
	const waiting = new Map(ids.map((id) => [id, before.get(id)?.length ?? 0]));
	const free = ids.filter((id) => waiting.get(id) === 0);
	const order: OutcomeId[] = [];
	for (let id = free.shift(); id !== undefined; id = free.shift()) {
		order.push(id);
		for (const to of after.get(id) ?? []) {
			const left = (waiting.get(to) ?? 0) - 1;
			waiting.set(to, left);
			if (left === 0) insertSorted(free, to, rank);
		}
	}
	return order;
}

function insertSorted(list: OutcomeId[], id: OutcomeId, rank: (id: OutcomeId) => number): void {
	const at = list.findIndex((other) => rank(other) > rank(id));
	list.splice(at < 0 ? list.length : at, 0, id);
}
