import type { Work } from './crossings.ts';
import type { Layers } from './layers.ts';
import { mapMetrics } from './map-drawing.ts';

const { boxGap, airyGap, trackRoom } = mapMetrics;

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
	const room: Room = { breadth, gap: gapFor(layers, spanOf, breadth) };
	const positions = new Array<number>(layers.vertices.length).fill(breadth / 2);
	const steps = layers.ranks.map((rank) => stepsOf(rank.map(spanOf), room));
	const settle = (at: number, wanted: (vertex: number) => number) => {
		const rank = layers.ranks[at] ?? [];
		const placed = placeInOrder(rank.map(wanted), steps[at] ?? [], room);
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

interface Room {
	readonly breadth: number;
	/** Between boxes. */
	readonly gap: number;
}

/** As much air between boxes as the fullest rank allows, within the metrics. */
function gapFor({ ranks }: Layers, spanOf: (vertex: number) => number, breadth: number): number {
	const gaps = ranks.map((rank) => {
		const boxes = rank.map(spanOf).filter((span) => span > 0);
		const spare = breadth - boxes.reduce((sum, span) => sum + span, 0);
		return boxes.length < 2 ? Infinity : spare / (boxes.length - 1);
	});
	return Math.max(boxGap, Math.min(airyGap, ...gaps));
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
function stepsOf(spans: readonly number[], { breadth, gap }: Room): readonly number[] {
	const at = (room: number) =>
		[...spans.keys(), spans.length].map((i) => stepTo(spans[i - 1], spans[i], gap, room));
	const bare = at(0);
	const spare = Math.max(0, breadth + boxGap - bare.reduce((sum, step) => sum + step, 0));
	const tracks = spans.filter((span) => span === 0).length;
	return tracks === 0 ? bare : at(Math.min(trackRoom, spare / tracks));
}

/** From the middle of one to the middle of the next; from or to the edge where one of them is missing. */
function stepTo(
	before: number | undefined,
	after: number | undefined,
	gap: number,
	room: number
): number {
	const half = (span: number | undefined) => {
		if (span === undefined) return 0;
		return span > 0 ? span / 2 + boxGap / 2 : room / 2;
	};
	const air = before && after ? gap - boxGap : 0;
	return half(before) + air + half(after);
}

/** The places nearest to those wanted that keep the least distances and stay within the breadth. */
function placeInOrder(
	wanted: readonly number[],
	steps: readonly number[],
	{ breadth }: Room
): readonly number[] {
	// A box may touch the edge; a track may run half a gap beyond it, within the margin.
	const edge = boxGap / 2;
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
