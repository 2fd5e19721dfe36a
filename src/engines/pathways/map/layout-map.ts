import { type PrerequisiteIndex, indexGraph } from '../graph/prerequisite-graph.ts';
import type { OutcomeId } from '../units.ts';
import { drawContours } from './contours.ts';
import { type Work, reduceCrossings } from './crossings.ts';
import { type Layers, essentialEdges, layersOf } from './layers.ts';
import {
	type MapDrawing,
	type MapNode,
	type MapOptions,
	type MapSlice,
	type MapStates,
	type PlacedEdge,
	type TrackKind,
	mapMetrics
} from './map-drawing.ts';
import { type Plan, type Sited, placedNodes, siteOf, spanOf } from './plan.ts';
import { assignPositions } from './positions.ts';
import { assignRanks } from './ranks.ts';
import { drawTracks } from './tracks.ts';

/**
 * Draws a part of the graph as a map: places in ranks from what comes first to what comes last, labels that
 * never overlap, few crossings, and the ground around what is known as height lines.
 *
 * Where places lie depends on the slice and the options only, never on `states`: the map of a
 * learner who makes progress stays where it was. Tracks implied by a longer way, repeats, self-loops
 * and tracks that would close a circle are left out. Coordinates are pixels from the top start corner,
 * for a script that runs left to right; mirror the drawing for the other.
 */
export function layoutMap(slice: MapSlice, states: MapStates, options: MapOptions): MapDrawing {
	const nodes = new Map(slice.nodes.map((node) => [node.id, node]));
	const index = indexGraph({
		outcomes: [...nodes.keys()].map((id) => ({ id, strandId: '' })),
		precedes: slice.precedes
	});
	const work: Work = { steps: 0 };
	const plan = makePlan(nodes, options.flow, options.breadth);
	const layers = rankedLayers(index, plan);
	const crossings = reduceCrossings(layers, work);
	const spans = spanIn(plan, layers);
	const site = siteOf(plan, layers, assignPositions(layers, spans, plan.breadth, work));
	const placed = [...placedNodes(site).values()];
	const [width, height] =
		plan.flow === 'up' ? [site.extent, site.length] : [site.length, site.extent];
	const ground = placed.map(({ id, x, y }) => ({ x, y, state: states.get(id) ?? 'unexplored' }));
	return {
		nodes: placed,
		edges: tracksOf(layers, site, work, kindOf(states, options.path ?? [])),
		width,
		height,
		contours: drawContours(ground, {
			width,
			height,
			seed: options.seed ?? 1,
			bytes: options.contourBytes ?? 12_000
		}),
		crossings,
		iterations: work.steps
	};
}

function makePlan(
	nodes: ReadonlyMap<OutcomeId, MapNode>,
	flow: MapOptions['flow'],
	breadth: number
): Plan {
	const inner = breadth - 2 * mapMetrics.margin;
	const widest = Math.max(0, ...[...nodes.values()].map((node) => spanOf(flow, node)));
	return { nodes, flow, breadth: Math.max(inner, widest) };
}

function rankedLayers(index: PrerequisiteIndex, plan: Plan): Layers {
	const gap = mapMetrics.boxGap;
	const ranks = assignRanks(index, {
		spanOf: (id) => spanOf(plan.flow, plan.nodes.get(id)) + gap,
		breadth: plan.breadth + gap
	});
	return layersOf(index, essentialEdges(index), ranks);
}

const spanIn =
	(plan: Plan, { vertices }: Layers) =>
	(vertex: number) => {
		const id = vertices[vertex]?.id;
		return id === undefined ? 0 : spanOf(plan.flow, plan.nodes.get(id));
	};

function tracksOf(
	layers: Layers,
	site: Sited,
	work: Work,
	kind: (from: OutcomeId, to: OutcomeId) => TrackKind
): readonly PlacedEdge[] {
	const idOf = (vertex: number | undefined) => layers.vertices[vertex ?? -1]?.id ?? '';
	const tracks = drawTracks(layers, site, work);
	return layers.chains.map((chain, at) => {
		const [from, to] = [idOf(chain[0]), idOf(chain.at(-1))];
		const { points = [], path = '' } = tracks[at] ?? {};
		return { from, to, kind: kind(from, to), points, path };
	});
}

/** Walked between two places that have been looked at; next towards what is ready, or on the way to a target. */
const kindOf =
	(states: MapStates, path: readonly OutcomeId[]) =>
	(from: OutcomeId, to: OutcomeId): TrackKind => {
		const isSeen = (id: OutcomeId) => !['unexplored', 'ready', undefined].includes(states.get(id));
		if (isSeen(from) && isSeen(to)) return 'walked';
		if (isSeen(from) && states.get(to) === 'ready') return 'next';
		return path.includes(from) && path.includes(to) ? 'next' : 'helps';
	};
