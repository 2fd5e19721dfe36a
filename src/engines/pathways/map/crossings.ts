import type { Layers } from './layers.ts';

/** Counts the work done, so that a test can hold it to a budget. */
export interface Work {
	steps: number;
}

/** Sweeps without improvement after which the best order so far is taken. */
const patience = 3;
const mostSweeps = 12;

/** Number of link pairs that cross between neighbouring ranks, in the present order. */
export function countCrossings({ ranks, ahead }: Layers): number {
	let sum = 0;
	for (const [at, rank] of ranks.entries()) {
		const place = placesOf(ranks[at + 1] ?? []);
		const ends = rank.flatMap((v) =>
			(ahead[v] ?? []).map((w) => place.get(w) ?? 0).sort(ascending)
		);
		sum += inversions(ends, ranks[at + 1]?.length ?? 0);
	}
	return sum;
}

/**
 * Reorders each rank so that fewer links cross: barycentre sweeps forth and back with transposition of
 * neighbours (Sugiyama, Tagawa & Toda 1981; Gansner et al. 1993). Keeps the best order met.
 * Never more crossings than at the start; returns how many are left.
 */
export function reduceCrossings(layers: Layers, work: Work): number {
	let best = layers.ranks.map((rank) => rank.slice());
	let fewest = countCrossings(layers);
	let waited = 0;
	for (let sweep = 0; sweep < mostSweeps && waited < patience && fewest > 0; sweep++) {
		sweepOnce(layers, sweep % 2 === 0, work);
		transpose(layers, work);
		const crossings = countCrossings(layers);
		waited += 1;
		if (crossings >= fewest) continue;
		[fewest, waited] = [crossings, 0];
		best = layers.ranks.map((rank) => rank.slice());
	}
	for (const [at, rank] of best.entries()) layers.ranks[at] = rank;
	return fewest;
}

const ascending = (a: number, b: number) => a - b;

function placesOf(rank: readonly number[]): Map<number, number> {
	return new Map(rank.map((vertex, at) => [vertex, at]));
}

/** Pairs in the wrong order, by a Fenwick tree (Barth, Jünger & Mutzel 2002): E log V. */
function inversions(sequence: readonly number[], size: number): number {
	const tree = new Array<number>(size + 1).fill(0);
	let count = 0;
	for (const [seen, value] of sequence.entries()) {
		let notAfter = 0;
		for (let i = value + 1; i > 0; i -= i & -i) notAfter += tree[i] ?? 0;
		count += seen - notAfter;
		for (let i = value + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
	}
	return count;
}

/** Orders every rank by the mean place of its neighbours in the rank just ordered. */
function sweepOnce({ ranks, back, ahead }: Layers, forth: boolean, work: Work): void {
	const order = forth ? ranks.keys() : [...ranks.keys()].reverse();
	for (const at of order) {
		const rank = ranks[at] ?? [];
		const fixed = placesOf(ranks[forth ? at - 1 : at + 1] ?? []);
		const links = forth ? back : ahead;
		const keyed = rank.map((v, now) => ({ v, key: barycentre(links[v] ?? [], fixed) ?? now }));
		ranks[at] = keyed.sort((a, b) => a.key - b.key).map(({ v }) => v);
		work.steps += rank.length;
	}
}

function barycentre(links: readonly number[], places: ReadonlyMap<number, number>) {
	if (links.length === 0) return undefined;
	return links.reduce((sum, w) => sum + (places.get(w) ?? 0), 0) / links.length;
}

/** Swaps neighbours in a rank while that removes crossings on either side of it. */
function transpose(layers: Layers, work: Work): void {
	for (let improved = true, passes = 0; improved && passes < 4; passes++) {
		improved = false;
		for (const at of layers.ranks.keys()) improved = transposeRank(layers, at, work) || improved;
	}
}

function transposeRank({ ranks, back, ahead }: Layers, at: number, work: Work): boolean {
	const rank = ranks[at] ?? [];
	const [before, after] = [placesOf(ranks[at - 1] ?? []), placesOf(ranks[at + 1] ?? [])];
	const gain = (left: number, right: number) =>
		swapGain(back[left], back[right], before) + swapGain(ahead[left], ahead[right], after);
	let improved = false;
	for (let i = 0; i + 1 < rank.length; i++) {
		const [left, right] = [rank[i] ?? 0, rank[i + 1] ?? 0];
		work.steps += 1;
		if (gain(left, right) <= 0) continue;
		[rank[i], rank[i + 1]] = [right, left];
		improved = true;
	}
	return improved;
}

/** Crossings that go when `left` and `right` change places. */
function swapGain(
	left: readonly number[] = [],
	right: readonly number[] = [],
	places: ReadonlyMap<number, number>
): number {
	let gain = 0;
	for (const a of left) {
		for (const b of right) gain += Math.sign((places.get(a) ?? 0) - (places.get(b) ?? 0));
	}
	return gain;
}
