import type { Work } from './crossings.ts';
import type { Layers } from './layers.ts';
import { type Point, mapMetrics } from './map-drawing.ts';
import { type Sited, type Spot, labelInFlow, toPoint } from './plan.ts';

export interface Track {
	readonly points: readonly Point[];
	readonly path: string;
}

/** A point in the directions of the flow. */
interface FlowPoint {
	readonly along: number;
	readonly across: number;
}

/** A straight piece or, `curved`, one that leaves and arrives along the flow. */
interface Piece {
	readonly to: FlowPoint;
	readonly curved: boolean;
}

interface Obstacle {
	readonly along: number;
	readonly across: number;
	readonly depth: number;
	readonly span: number;
	/** Set for a marker: a track may touch the markers it joins. */
	readonly marker?: number;
}

/** Where along a curve it is tested against labels. */
const samples = Array.from({ length: 15 }, (_, i) => (i + 1) / 16);

/**
 * A smooth track for every chain. From rank to rank it takes one easy curve where that meets no label;
 * else it leaves the rank straight and curves between the ranks, where there are no labels.
 */
export function drawTracks(layers: Layers, site: Sited, work: Work): readonly Track[] {
	const { spots } = site;
	const obstacles = layers.ranks.map((rank) => rank.flatMap((v) => obstaclesAt(site, v)));
	return layers.chains.map((chain) => {
		const pieces: Piece[] = [];
		for (const [at, vertex] of chain.entries()) {
			const [from, to] = [spots[chain[at - 1] ?? -1], spots[vertex]];
			if (!from || !to) continue;
			const near = [...(obstacles[from.rank] ?? []), ...(obstacles[to.rank] ?? [])].filter(
				(o) => o.marker === undefined || !chain.includes(o.marker)
			);
			work.steps += near.length;
			pieces.push(...easiest(from, to, near));
		}
		const start = spots[chain[0] ?? -1];
		return start ? render(site, start, pieces) : { points: [], path: '' };
	});
}

function obstaclesAt(site: Sited, vertex: number): readonly Obstacle[] {
	const spot = site.spots[vertex];
	const label = spot && labelInFlow(site, spot);
	if (!spot || !label) return [];
	const size = mapMetrics.marker;
	return [
		label,
		{
			along: spot.along - size / 2,
			across: spot.across - size / 2,
			depth: size,
			span: size,
			marker: vertex
		}
	];
}

function isClear(from: FlowPoint, to: FlowPoint, obstacles: readonly Obstacle[]): boolean {
	return samples.every((t) => {
		const p = onCurve(from, to, t);
		return !obstacles.some(
			(o) =>
				p.along > o.along - 2 &&
				p.along < o.along + o.depth + 2 &&
				p.across > o.across - 2 &&
				p.across < o.across + o.span + 2
		);
	});
}

/** Point of the cubic whose handles lie half-way along the flow. */
function onCurve(from: FlowPoint, to: FlowPoint, t: number): FlowPoint {
	const u = 1 - t;
	const middle = (from.along + to.along) / 2;
	const outer = u ** 3 + 3 * u * u * t;
	return {
		along: u ** 3 * from.along + 3 * u * t * middle + t ** 3 * to.along,
		across: outer * from.across + (1 - outer) * to.across
	};
}

/** The curve over the longest way that meets nothing: all of it, or without one band, or without both. */
function easiest(from: Spot, to: Spot, obstacles: readonly Obstacle[]): readonly Piece[] {
	const leave = { along: from.bandEnd, across: from.across };
	const arrive = { along: to.bandStart, across: to.across };
	const curves = [
		[from, to],
		[from, arrive],
		[leave, to]
	] as const;
	const [start, end] = curves.find(([a, b]) => isClear(a, b, obstacles)) ?? [leave, arrive];
	return [
		...(start === from ? [] : [{ to: start, curved: false }]),
		{ to: end, curved: true },
		...(end === to ? [] : [{ to, curved: false }])
	];
}

function render(site: Sited, start: FlowPoint, pieces: readonly Piece[]): Track {
	const point = (p: FlowPoint) => toPoint(site, p.along, p.across);
	const text = (p: FlowPoint) => {
		const { x, y } = point(p);
		return `${Math.round(x)} ${Math.round(y)}`;
	};
	let from = start;
	let path = `M${text(start)}`;
	for (const { to, curved } of pieces) {
		const middle = (from.along + to.along) / 2;
		const [one, two] = [from, to].map(({ across }) => text({ along: middle, across }));
		path += curved ? `C${one} ${two} ${text(to)}` : `L${text(to)}`;
		from = to;
	}
	return { points: [start, ...pieces.map((piece) => piece.to)].map(point), path };
}
