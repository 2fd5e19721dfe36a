import type { Layers } from './layers.ts';

/** Counts the work done, so that a test can hold it to a budget. */
export interface Work {
	steps: number;
}

/** Sweeps without improvement after which the best order so far is taken. */
const patience = 3;
const mostSweeps = 12;

/** Number of link pairs that cross between neighbouring ranks, in the present order. */
export function countCrossings(layers: Layers): number {
	const { ranks, ahead } = layers;
	const place = placesOf(layers);
	let sum = 0;
	for (const [at, rank] of ranks.entries()) {
		const ends = rank.flatMap((v) => (ahead[v] ?? []).map((w) => place[w] ?? 0).sort(ascending));
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

/** The place of every vertex within its rank. */
function placesOf({ ranks, vertices }: Layers): number[] {
	const places = new Array<number>(vertices.length).fill(0);
	for (const rank of ranks) notePlaces(places, rank);
	return places;
}

function notePlaces(places: number[], rank: readonly number[]): void {
	for (const [at, vertex] of rank.entries()) places[vertex] = at;
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
function sweepOnce(layers: Layers, forth: boolean, work: Work): void {
	const { ranks, back, ahead } = layers;
	const places = placesOf(layers);
	const order = forth ? ranks.keys() : [...ranks.keys()].reverse();
	for (const at of order) {
		const rank = ranks[at] ?? [];
		const links = forth ? back : ahead;
		const keyed = rank.map((v, now) => ({ v, key: barycentre(links[v] ?? [], places) ?? now }));
		const sorted = keyed.sort((a, b) => a.key - b.key).map(({ v }) => v);
		ranks[at] = sorted;
		notePlaces(places, sorted);
		work.steps += rank.length;
	}
}

function barycentre(links: readonly number[], places: readonly number[]) {
	if (links.length === 0) return undefined;
	return links.reduce((sum, w) => sum + (places[w] ?? 0), 0) / links.length;
}

/** Swaps neighbours in a rank while that removes crossings on either side of it. */
function transpose(layers: Layers, work: Work): void {
	const places = placesOf(layers);
	for (let improved = true, passes = 0; improved && passes < 4; passes++) {
		improved = false;
		for (const rank of layers.ranks) {
			work.steps += rank.length;
			improved = transposeRank(layers, rank, places) || improved;
		}
	}
}

function transposeRank({ back, ahead }: Layers, rank: number[], places: number[]): boolean {
	let improved = false;
	for (let i = 0; i + 1 < rank.length; i++) {
		const [left, right] = [rank[i] ?? 0, rank[i + 1] ?? 0];
		const gain =
			swapGain(back[left], back[right], places) + swapGain(ahead[left], ahead[right], places);
		if (gain <= 0) continue;
		[rank[i], rank[i + 1]] = [right, left];
		[places[right], places[left]] = [i, i + 1];
		improved = true;
	}
	return improved;
}

/** Crossings that go when `left` and `right` change places. */
function swapGain(
	left: readonly number[] = [],
	right: readonly number[] = [],
	places: readonly number[]
): number {
	let gain = 0;
	for (const a of left) {
		for (const b of right) gain += Math.sign((places[a] ?? 0) - (places[b] ?? 0));
	}
	return gain;
}
