import type { PrerequisiteIndex } from '../graph/prerequisite-graph.ts';
import type { OutcomeId } from '../units.ts';

/** A place, or a point at which a long track passes a rank (`id` undefined). */
export interface Vertex {
	readonly id: OutcomeId | undefined;
	readonly rank: number;
}

/** A graph cut into ranks, every link between neighbouring ranks. Vertices are numbers. */
export interface Layers {
	readonly vertices: readonly Vertex[];
	/** Vertices of each rank, in drawing order; reordered in place by `reduceCrossings`. */
	readonly ranks: number[][];
	/** Neighbours in the rank before and after. */
	readonly back: readonly (readonly number[])[];
	readonly ahead: readonly (readonly number[])[];
	/** For each edge kept, the vertices it passes, both ends included. */
	readonly chains: readonly (readonly number[])[];
}

/** Cuts a ranked graph into layers; tracks over several ranks get a vertex in each they pass. */
export function layersOf(
	index: PrerequisiteIndex,
	edges: PrerequisiteIndex['edges'],
	rankOf: ReadonlyMap<OutcomeId, number>
): Layers {
	const vertices: Vertex[] = index.order.map((id) => ({ id, rank: rankOf.get(id) ?? 0 }));
	const number = new Map(index.order.map((id, at) => [id, at]));
	const chains = edges.map(({ from, to }) => {
		const [first, last] = [number.get(from) ?? 0, number.get(to) ?? 0];
		const between: number[] = [];
		const end = vertices[last]?.rank ?? 0;
		for (let rank = (vertices[first]?.rank ?? 0) + 1; rank < end; rank++) {
			between.push(vertices.push({ id: undefined, rank }) - 1);
		}
		return [first, ...between, last];
	});
	return { vertices, ranks: ranksOf(vertices), ...linksOf(vertices.length, chains), chains };
}

function ranksOf(vertices: readonly Vertex[]): number[][] {
	const count = 1 + Math.max(-1, ...vertices.map((v) => v.rank));
	const ranks: number[][] = Array.from({ length: count }, () => []);
	for (const [at, vertex] of vertices.entries()) ranks[vertex.rank]?.push(at);
	return ranks;
}

function linksOf(count: number, chains: readonly (readonly number[])[]) {
	const back: number[][] = Array.from({ length: count }, () => []);
	const ahead: number[][] = Array.from({ length: count }, () => []);
	for (const chain of chains) {
		for (const [at, to] of chain.entries()) {
			const from = chain[at - 1];
			if (from === undefined) continue;
			ahead[from]?.push(to);
			back[to]?.push(from);
		}
	}
	return { back, ahead };
}

/** Edges not implied by a longer way: drawing those would say the same thing twice. */
export function essentialEdges(index: PrerequisiteIndex): PrerequisiteIndex['edges'] {
	const reach = new Map<OutcomeId, ReadonlySet<OutcomeId>>();
	for (const id of index.order.toReversed()) {
		const beyond = new Set<OutcomeId>();
		for (const next of index.after(id)) {
			beyond.add(next);
			for (const further of reach.get(next) ?? []) beyond.add(further);
		}
		reach.set(id, beyond);
	}
	return index.edges.filter(
		({ from, to }) => !index.after(from).some((via) => reach.get(via)?.has(to))
	);
}
