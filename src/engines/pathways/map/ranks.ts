import type { PrerequisiteIndex } from '../graph/prerequisite-graph.ts';
import type { OutcomeId } from '../units.ts';

export interface RankOptions {
	/** Pixels a place takes across the flow, its gap included. */
	readonly spanOf: (id: OutcomeId) => number;
	/** Pixels there are across the flow. */
	readonly breadth: number;
}

/** Passes of pulling places together; each shortens the tracks or is the last. */
const mostPulls = 8;

/**
 * A rank for every place: later than all that precede it, with no rank wider than the breadth (but for
 * a single place wider than all of it). Longest path with a width bound, then each place moves towards
 * its neighbours while that shortens the tracks (the network simplex idea of Gansner et al. 1993,
 * one place at a time).
 */
export function assignRanks(
	index: PrerequisiteIndex,
	options: RankOptions
): ReadonlyMap<OutcomeId, number> {
	const rows = new Rows(options);
	const heights = heightsAbove(index);
	for (const id of placingOrder(index, heights)) {
		const least = 1 + Math.max(-1, ...index.before(id).map((b) => rows.rankOf(b)));
		rows.put(id, rows.firstWithRoom(id, least));
	}
	for (let pull = 0; pull < mostPulls && pullTogether(index, rows); pull++);
	return rows.compacted();
}

/** Which rank each place is on, and how much room each rank has left. */
class Rows {
	readonly #ranks = new Map<OutcomeId, number>();
	readonly #used: number[] = [];
	readonly #options: RankOptions;

	constructor(options: RankOptions) {
		this.#options = options;
	}

	rankOf(id: OutcomeId): number {
		return this.#ranks.get(id) ?? 0;
	}

	hasRoom(id: OutcomeId, rank: number): boolean {
		const used = this.#used[rank] ?? 0;
		return used === 0 || used + this.#options.spanOf(id) <= this.#options.breadth;
	}

	firstWithRoom(id: OutcomeId, from: number): number {
		let rank = from;
		while (!this.hasRoom(id, rank)) rank += 1;
		return rank;
	}

	put(id: OutcomeId, rank: number): void {
		const span = this.#options.spanOf(id);
		const old = this.#ranks.get(id);
		if (old !== undefined) this.#used[old] = (this.#used[old] ?? 0) - span;
		this.#ranks.set(id, rank);
		this.#used[rank] = (this.#used[rank] ?? 0) + span;
	}

	/** Ranks that pulling has left empty are closed up. */
	compacted(): ReadonlyMap<OutcomeId, number> {
		const taken = [...new Set(this.#ranks.values())].sort((a, b) => a - b);
		const position = new Map(taken.map((rank, at) => [rank, at]));
		return new Map([...this.#ranks].map(([id, rank]) => [id, position.get(rank) ?? 0]));
	}
}

/** Longest way from each place to an end. */
function heightsAbove(index: PrerequisiteIndex): ReadonlyMap<OutcomeId, number> {
	const heights = new Map<OutcomeId, number>();
	for (const id of index.order.toReversed()) {
		heights.set(id, 1 + Math.max(-1, ...index.after(id).map((a) => heights.get(a) ?? 0)));
	}
	return heights;
}

/** Level by level; within one, what most stands on first; places without any track last of all. */
function placingOrder(
	index: PrerequisiteIndex,
	heights: ReadonlyMap<OutcomeId, number>
): readonly OutcomeId[] {
	const depths = new Map<OutcomeId, number>();
	for (const id of index.order) {
		depths.set(id, 1 + Math.max(-1, ...index.before(id).map((b) => depths.get(b) ?? 0)));
	}
	const alone = (id: OutcomeId) => Number(index.before(id).length + index.after(id).length === 0);
	const of = (map: ReadonlyMap<OutcomeId, number>, id: OutcomeId) => map.get(id) ?? 0;
	return index.order.toSorted(
		(a, b) =>
			alone(a) - alone(b) || of(depths, a) - of(depths, b) || of(heights, b) - of(heights, a)
	);
}

/** Moves each place as far towards the side with more tracks as order and room allow. */
function pullTogether(index: PrerequisiteIndex, rows: Rows): boolean {
	let moved = false;
	for (const id of index.order.toReversed()) {
		const [before, after] = [index.before(id), index.after(id)];
		if (before.length === after.length) continue;
		const step = after.length > before.length ? 1 : -1;
		const now = rows.rankOf(id);
		const least = 1 + Math.max(-1, ...before.map((b) => rows.rankOf(b)));
		const most = Math.min(Infinity, ...after.map((a) => rows.rankOf(a))) - 1;
		let target = step > 0 ? most : least;
		while (target !== now && !rows.hasRoom(id, target)) target -= step;
		if (target === now) continue;
		rows.put(id, target);
		moved = true;
	}
	return moved;
}
