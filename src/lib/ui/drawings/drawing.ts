/** A flat colour under the ink line; it carries no meaning. */
export type SpotInk = 'amber' | 'water' | 'clay' | 'leaf';

/**
 * A two-ink print on a plate of 160 by 120: flat spots, printed a little off register, then paper,
 * then the ink line. An object from the learner's world; no faces, no mascots, no words.
 */
export interface Drawing {
	/** Stands on an oval of ground. */
	readonly ground?: boolean;
	/** Colour and the path it fills, back to front. */
	readonly spots: readonly (readonly [SpotInk, string])[];
	/** Path left the colour of paper, over the spots. */
	readonly paper?: string;
	/** Path stroked in ink. */
	readonly lines: string;
	/** Path filled in ink: a dot, a dark window. */
	readonly solid?: string;
}
