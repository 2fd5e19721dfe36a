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
export function spotsOf(plan: Plan, layers: Layers, positions: readonly number[]): readonly Spot[] {
	const nodeOf = (vertex: number) => plan.nodes.get(layers.vertices[vertex]?.id ?? '');
	const depths = layers.ranks.map((rank) =>
		Math.max(0, ...rank.map((v) => depthOf(plan.flow, nodeOf(v))))
	);
	let next: number = margin;
	const bands = depths.map((depth) => {
		const start = next;
		const end = start + depth + 2 * sway;
		next = end + rankGap - 2 * sway;
		return { start, end };
	});
	return layers.vertices.map(({ id, rank }, vertex) => {
		const band = bands[rank] ?? { start: 0, end: 0 };
		const middle = positions[vertex] ?? 0;
		const side = sideOf(plan, middle);
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

/** The end of the drawing along the flow, from which phones are measured: they run upwards. */
export function lengthOf(spots: readonly Spot[]): number {
	return Math.ceil(Math.max(0, ...spots.map((s) => s.bandEnd))) + margin;
}

/** A point of the flow in pixels of the drawing. */
export function toPoint(plan: Plan, length: number, along: number, across: number): Point {
	return plan.flow === 'up' ? { x: across, y: length - along } : { x: along, y: across };
}

export function placeNode(plan: Plan, spots: readonly Spot[], node: MapNode): PlacedNode {
	const spot = spots.find((s) => s.id === node.id);
	if (!spot) throw new Error('every place of a slice has a spot');
	const at = toPoint(plan, lengthOf(spots), spot.along, spot.across);
	const label = { ...labelBox(at, spot.side, node), side: spot.side };
	return { id: node.id, ...at, rank: spot.rank, label };
}

/** The label's box beside or below a marker. */
function labelBox(at: Point, side: Spot['side'], { label }: MapNode): Box {
	const { width, height } = label;
	const off = marker / 2 + labelGap;
	if (side === 'below') return { x: at.x - width / 2, y: at.y + off, width, height };
	const x = side === 'end' ? at.x + off : at.x - off - width;
	return { x, y: at.y - height / 2, width, height };
}

/** The box of a spot's label in the directions of the flow. */
export function labelInFlow(plan: Plan, spot: Spot) {
	const node = spot.id === undefined ? undefined : plan.nodes.get(spot.id);
	if (!node) return undefined;
	const box = labelBox({ x: spot.across, y: -spot.along }, spot.side, node);
	if (plan.flow === 'up') {
		return { along: -box.y - box.height, across: box.x, depth: box.height, span: box.width };
	}
	const across = labelBox({ x: spot.along, y: spot.across }, spot.side, node);
	return { along: across.x, across: across.y, depth: across.width, span: across.height };
}
