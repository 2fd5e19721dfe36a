import { land, riverFrom, rings, softLine, softRing, type Point } from './contours.ts';

/** Paths of one landscape: the bands from the shore up, and a river. */
export interface Ground {
	readonly bands: readonly string[];
	readonly river: string;
}

const levels = [0.22, 0.34, 0.44, 0.55, 0.67];
const grids = (tallness: number) =>
	tallness > 1.2 ? ([15, Math.round(15 * tallness)] as const) : ([27, 25] as const);

function draw(seed: string, at: readonly Point[], tallness: number): Ground {
	const field = land(seed, at, ...grids(tallness));
	return {
		bands: levels.map((level) => rings(field, level).map(softRing).join('')),
		river: softLine(riverFrom(field, [700, 30], levels[0] ?? 0))
	};
}

/** Where places lie does not change with what a learner can do, so a page that is opened again finds its ground here. */
const kept = new Map<string, Ground>();
const mostKept = 200;

/** The ground under places; one seed, one landscape. Holds nothing about a person, only ids of outcomes. */
export function groundUnder(seed: string, at: readonly Point[], tallness: number): Ground {
	const key = `${seed} ${at.join(' ')} ${tallness}`;
	const found = kept.get(key) ?? draw(seed, at, tallness);
	kept.delete(key);
	kept.set(key, found);
	const [oldest] = kept.keys();
	if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
	return found;
}
