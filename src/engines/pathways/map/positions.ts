import type { Work } from './crossings.ts';
import type { Layers } from './layers.ts';
import { mapMetrics } from './map-drawing.ts';

/** Sweeps forth and back; more moved nothing by a pixel on the graphs tried. */
const sweeps = 6;

/**
 * Where each vertex lies across the flow (its middle, in pixels from 0 to `breadth`), in the order of
 * its rank, boxes apart. Each rank in turn is put as near as possible, in least squares, to the mean of
 * its neighbours: exactly, by pooling adjacent violators (isotonic regression, Ayer et al. 1955).
 * `spanOf` is a vertex's size across the flow, 0 for a passing track.
 */
export function assignPositions(
	layers: Layers,
	spanOf: (vertex: number) => number,
	breadth: number,
	work: Work
): readonly number[] {
	const positions = new Array<number>(layers.vertices.length).fill(breadth / 2);
	const steps = layers.ranks.map((rank) => stepsOf(rank, spanOf, breadth));
	const settle = (at: number, wanted: (vertex: number) => number) => {
		const rank = layers.ranks[at] ?? [];
		const placed = placeInOrder(rank.map(wanted), steps[at] ?? [], breadth);
		for (const [i, vertex] of rank.entries()) positions[vertex] = placed[i] ?? 0;
		work.steps += rank.length;
	};
	const forth = [...layers.ranks.keys()];
	for (let sweep = 0; sweep < sweeps; sweep++) {
		for (const at of forth) settle(at, (v) => meanPlace(v, layers, positions, layers.back[v]));
		for (const at of forth.toReversed()) {
			settle(at, (v) => meanPlace(v, layers, positions, layers.ahead[v]));
		}
	}
	const both = (v: number) => [...(layers.back[v] ?? []), ...(layers.ahead[v] ?? [])];
	for (const at of forth) settle(at, (v) => meanPlace(v, layers, positions, both(v)));
	return positions;
}

/** Passing tracks pull harder than places, so that long tracks run straight. */
function meanPlace(
	vertex: number,
	{ vertices }: Layers,
	positions: readonly number[],
	links: readonly number[] = []
): number {
	const passing = (v: number) => vertices[v]?.id === undefined;
	let [sum, weight] = [0, 0];
	for (const w of links) {
		const pull = passing(vertex) && passing(w) ? 8 : passing(vertex) || passing(w) ? 2 : 1;
		sum += pull * (positions[w] ?? 0);
		weight += pull;
	}
	return weight === 0 ? (positions[vertex] ?? 0) : sum / weight;
}

/**
 * Least distances: from 0 to the first middle, from each middle to the next, and from the last to the
 * end. Tracks give up their room first where a rank is full: boxes never do.
 */
function stepsOf(
	rank: readonly number[],
	spanOf: (vertex: number) => number,
	breadth: number
): readonly number[] {
	const spans = rank.map(spanOf);
	const at = (room: number) => {
		const half = (i: number) => {
			const span = spans[i];
			if (span === undefined) return 0;
			return span > 0 ? span / 2 + mapMetrics.boxGap / 2 : room / 2;
		};
		return [...spans.keys(), spans.length].map((i) => half(i - 1) + half(i));
	};
	const total = (steps: readonly number[]) => steps.reduce((sum, step) => sum + step, 0);
	const bare = at(0);
	const spare = Math.max(0, breadth + mapMetrics.boxGap - total(bare));
	const tracks = spans.filter((span) => span === 0).length;
	return tracks === 0 ? bare : at(Math.min(mapMetrics.trackRoom, spare / tracks));
}

/** The places nearest to those wanted that keep the least distances and stay within the breadth. */
function placeInOrder(
	wanted: readonly number[],
	steps: readonly number[],
	breadth: number
): readonly number[] {
	// Half a gap beyond either end: a box may touch the edge, since nothing lies beyond it.
	const edge = mapMetrics.boxGap / 2;
	const offsets: number[] = [];
	let total = -edge;
	for (const step of steps.slice(0, -1)) offsets.push((total += step));
	total += steps.at(-1) ?? 0;
	// Without the least distances the places only have to be in order, between 0 and what is left over.
	const free = pooled(wanted.map((x, i) => x - (offsets[i] ?? 0)));
	const most = Math.max(0, breadth + edge - total);
	return free.map((x, i) => Math.min(most, Math.max(0, x)) + (offsets[i] ?? 0));
}

/** Nearest non-decreasing sequence in least squares. */
function pooled(values: readonly number[]): readonly number[] {
	const blocks: { sum: number; count: number }[] = [];
	const mean = (block: { sum: number; count: number }) => block.sum / block.count;
	for (const value of values) {
		let block = { sum: value, count: 1 };
		for (let last = blocks.at(-1); last && mean(last) >= mean(block); last = blocks.at(-1)) {
			block = { sum: last.sum + block.sum, count: last.count + block.count };
			blocks.pop();
		}
		blocks.push(block);
	}
	return blocks.flatMap((block) => new Array<number>(block.count).fill(mean(block)));
}
