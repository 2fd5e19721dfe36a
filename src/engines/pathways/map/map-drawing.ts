import type { LearningState } from '../learner.ts';
import type { OutcomeId } from '../units.ts';

/** A place to be drawn, with the size of its written label in pixels. */
export interface MapNode {
	readonly id: OutcomeId;
	readonly label: { readonly width: number; readonly height: number };
}

/** The part of the graph that is drawn: one strand, or what lies around a target. */
export interface MapSlice {
	readonly nodes: readonly MapNode[];
	readonly precedes: readonly { readonly from: OutcomeId; readonly to: OutcomeId }[];
}

/** What is shown at a place: a state, or ready, which is derived. A place not listed is unexplored. */
export type MapStates = ReadonlyMap<OutcomeId, LearningState | 'ready'>;

export interface MapOptions {
	/** `up`: from the bottom of a phone to the top; `across`: from the start of a laptop to the end. */
	readonly flow: 'up' | 'across';
	/** Pixels there are across the flow: the width of a phone, the height on a laptop. */
	readonly breadth: number;
	/** Outcomes on the way to a target: tracks between them are drawn as next. */
	readonly path?: readonly OutcomeId[];
	/** Shapes the ground, never the places; 1 unless given. */
	readonly seed?: number;
	/** Most bytes of all contour paths together; 12,000 unless given. */
	readonly contourBytes?: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Box extends Point {
	readonly width: number;
	readonly height: number;
}

/** A place on the map: `x`, `y` are the middle of its marker. */
export interface PlacedNode extends Point {
	readonly id: OutcomeId;
	/** Which step of the way it lies on, 0 first. */
	readonly rank: number;
	/** Where the label is written, and on which side of the marker. */
	readonly label: Box & { readonly side: 'below' | 'start' | 'end' };
}

/** Solid: walked. Dashes: next. Dots: helps, but does not lock. */
export type TrackKind = 'walked' | 'next' | 'helps';

export interface PlacedEdge {
	readonly from: OutcomeId;
	readonly to: OutcomeId;
	readonly kind: TrackKind;
	/** Points the track passes, marker to marker. */
	readonly points: readonly Point[];
	/** The same as SVG path data, a smooth curve in whole pixels. */
	readonly path: string;
}

/** One height line, drawn and filled over the ones before it. */
export interface Contour {
	/** 0 is the shore of what is known; outside it lies fog. */
	readonly tint: number;
	/** SVG path data; holes by the even-odd rule. */
	readonly path: string;
}

export interface MapDrawing {
	/** Each place of the slice once, earlier ones first. */
	readonly nodes: readonly PlacedNode[];
	readonly edges: readonly PlacedEdge[];
	readonly width: number;
	readonly height: number;
	readonly contours: readonly Contour[];
	/** Pairs of tracks that cross between two ranks. */
	readonly crossings: number;
	/** Steps of work done, for budgets in tests. */
	readonly iterations: number;
}

/** Pixels of the drawing that other code must agree on. */
export const mapMetrics = {
	/** Width and height of a marker. */
	marker: 32,
	/** Between a marker and its label. */
	labelGap: 6,
	/** Between boxes side by side, at least; where there is room, up to `airyGap`. */
	boxGap: 16,
	airyGap: 44,
	/** Between one rank and the next, with the sway within it. */
	rankGap: 60,
	/** How far a place may lie off its rank's line, either way. */
	sway: 10,
	/** Room a track needs where it passes between boxes. */
	trackRoom: 14,
	margin: 12
} as const;

/** The widest label with which `columns` places lie side by side on a map that flows up, in pixels. */
export function labelWidthFor(breadth: number, columns: number): number {
	const { marker, labelGap, boxGap, margin } = mapMetrics;
	const room = (breadth - 2 * margin + boxGap) / columns - boxGap;
	return Math.max(0, Math.floor(room - marker - labelGap));
}
