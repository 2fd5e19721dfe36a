import type { OutcomeId } from '../units.ts';
import type { Layers } from './layers.ts';
import {
	type Box,
	type MapNode,
	type MapOptions,
	type PlacedNode,
	type Point,
	mapMetrics
} from './map-drawing.ts';

/** What all steps of a drawing share. */
export interface Plan {
	readonly nodes: ReadonlyMap<OutcomeId, MapNode>;
	readonly flow: MapOptions['flow'];
	/** Pixels across the flow between the margins. */
	readonly breadth: number;
}

/** A plan with every vertex in its place, and the size of the whole, margins included. */
export interface Sited extends Plan {
	readonly spots: readonly Spot[];
	readonly length: number;
	readonly extent: number;
}

/**
 * Where a vertex lies, in the directions of the flow: `along` from its beginning, `across` from the
 * start or the top, margins included. Between `bandStart` and `bandEnd` lie the boxes of its rank;
 * between two bands there is nothing but tracks.
 */
export interface Spot {
	readonly id: OutcomeId | undefined;
	readonly rank: number;
	/** Middle of the marker, or the point where a track passes. */
	readonly along: number;
	readonly across: number;
	readonly side: PlacedNode['label']['side'];
	readonly bandStart: number;
	readonly bandEnd: number;
}

const { marker, labelGap, margin, sway, rankGap } = mapMetrics;

/** Pixels a place takes across the flow: marker and label side by side, or one below the other. */
export function spanOf(flow: Plan['flow'], node: MapNode | undefined): number {
	if (!node) return 0;
	return marker + labelGap + (flow === 'up' ? node.label.width : node.label.height);
}

/** Pixels a place takes along the flow. */
function depthOf(flow: Plan['flow'], node: MapNode | undefined): number {
	if (!node) return 0;
	return Math.max(marker, flow === 'up' ? node.label.height : node.label.width);
}

/** Turns positions across the flow (middles of boxes) into spots of markers. */
export function siteOf(plan: Plan, layers: Layers, positions: readonly number[]): Sited {
	const nodeOf = (vertex: number) => plan.nodes.get(layers.vertices[vertex]?.id ?? '');
	const bands = bandsOf(
		layers.ranks.map((rank) => Math.max(0, ...rank.map((v) => depthOf(plan.flow, nodeOf(v)))))
	);
	const [first, last] = boxesFromTo(plan, layers, positions);
	const used = last - first;
	// A phone keeps its width, with the places in the middle of it; a laptop's map is only as high as it needs.
	const breadth = plan.flow === 'up' ? Math.max(plan.breadth, used) : used;
	const shift = (breadth - used) / 2 - first;
	const spots = layers.vertices.map(({ id, rank }, vertex): Spot => {
		const band = bands[rank] ?? { start: 0, end: 0 };
		const middle = (positions[vertex] ?? 0) + shift;
		const side = sideOf({ ...plan, breadth }, middle);
		return {
			id,
			rank,
			along: Math.round((band.start + band.end) / 2 + (id === undefined ? 0 : swayOf(id))),
			across: Math.round(margin + markerAcross(plan, nodeOf(vertex), middle, side)),
			side,
			bandStart: band.start,
			bandEnd: band.end
		};
	});
	const length = Math.ceil(bands.at(-1)?.end ?? margin) + margin;
	return { ...plan, spots, length, extent: Math.ceil(breadth - 1e-6) + 2 * margin };
}

/** The ends of what the boxes take across the flow. */
function boxesFromTo(plan: Plan, { vertices }: Layers, positions: readonly number[]) {
	let [first, last] = [Infinity, -Infinity];
	for (const [vertex, { id }] of vertices.entries()) {
		if (id === undefined) continue;
		const half = spanOf(plan.flow, plan.nodes.get(id)) / 2;
		const middle = positions[vertex] ?? 0;
		[first, last] = [Math.min(first, middle - half), Math.max(last, middle + half)];
	}
	return first <= last ? ([first, last] as const) : ([0, 0] as const);
}

function bandsOf(depths: readonly number[]) {
	let next: number = margin;
	return depths.map((depth) => {
		const start = next;
		const end = start + depth + 2 * sway;
		next = end + rankGap - 2 * sway;
		return { start, end };
	});
}

/** On a phone labels look inwards, so that the markers lie along both edges and the tracks outside. */
function sideOf({ flow, breadth }: Plan, middle: number): Spot['side'] {
	if (flow === 'across') return 'below';
	return middle <= breadth / 2 ? 'end' : 'start';
}

function markerAcross(plan: Plan, node: MapNode | undefined, middle: number, side: Spot['side']) {
	if (!node) return middle;
	const inset = spanOf(plan.flow, node) / 2 - marker / 2;
	return side === 'start' ? middle + inset : middle - inset;
}

/** A small offset off the line of the rank, always the same for the same place (FNV-1a of its id). */
function swayOf(id: OutcomeId): number {
	let hash = 0x811c9dc5;
	for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return (hash % (2 * sway + 1)) - sway;
}

/** A point of the flow in pixels of the drawing. */
export function toPoint({ flow, length }: Sited, along: number, across: number): Point {
	return flow === 'up' ? { x: across, y: length - along } : { x: along, y: across };
}

/** The places of a site in pixels of the drawing, by id. */
export function placedNodes(site: Sited): ReadonlyMap<OutcomeId, PlacedNode> {
	const placed = new Map<OutcomeId, PlacedNode>();
	for (const { id, along, across, rank, side } of site.spots) {
		const node = site.nodes.get(id ?? '');
		if (!node) continue;
		const at = toPoint(site, along, across);
		placed.set(node.id, { id: node.id, ...at, rank, label: { ...labelBox(at, side, node), side } });
	}
	return placed;
}

/** The label's box beside or below a marker. */
function labelBox(at: Point, side: Spot['side'], { label }: MapNode): Box {
	const { width, height } = label;
	const off = marker / 2 + labelGap;
	if (side === 'below') return { x: at.x - width / 2, y: at.y + off, width, height };
	const x = side === 'end' ? at.x + off : at.x - off - width;
	return { x, y: at.y - height / 2, width, height };
}

/** The box of a spot's label in the directions of the flow: `along` and `across` are its lower ends. */
export function labelInFlow(site: Sited, spot: Spot) {
	const node = site.nodes.get(spot.id ?? '');
	if (!node) return undefined;
	const box = labelBox(toPoint(site, spot.along, spot.across), spot.side, node);
	return site.flow === 'up'
		? {
				along: site.length - box.y - box.height,
				across: box.x,
				depth: box.height,
				span: box.width
			}
		: { along: box.x, across: box.y, depth: box.width, span: box.height };
}
