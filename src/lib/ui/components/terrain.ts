import type { LearningState } from './learning-state.ts';
import type { Point } from './contours.ts';

/** One outcome on the map. Coordinates are 0 to 99, x in reading direction, y down. */
export interface TerrainPlace {
	readonly id: string;
	/** Short: “Compare ratios”. */
	readonly title: string;
	/** Whole, for the list: “I can compare two ratios”. */
	readonly statement?: string | undefined;
	/** Why it stands so, for the list: “Four answers, not very sure”. */
	readonly detail?: string | undefined;
	readonly state: LearningState;
	readonly x: number;
	readonly y: number;
	/** Where it stands on a phone's tall map; worked out from x and y where absent. */
	readonly tall?: { readonly x: number; readonly y: number } | undefined;
	readonly href?: string | undefined;
	/** Where the learner is now. */
	readonly here?: boolean | undefined;
}

/** One way between two places; a soft one helps and never locks. */
export interface TerrainPath {
	readonly from: string;
	readonly to: string;
	readonly soft?: boolean | undefined;
}

/** On which side of its shape a label stands, in reading direction. */
export type LabelSide = 'end' | 'start' | 'below' | 'above';

export type PathKind = 'walked' | 'next' | 'soft';

const behind: ReadonlySet<LearningState> = new Set([
	'working-on',
	'nearly',
	'secure',
	'due-a-refresh'
]);

/** Solid where the learner has been, dashes ahead, dots for what only helps. */
export function pathKind(path: TerrainPath, to: LearningState): PathKind {
	if (path.soft) return 'soft';
	return behind.has(to) ? 'walked' : 'next';
}

/**
 * Where the places stand on the tall map: what lies further on lies higher, each on a line of its
 * own, so that labels find room on a narrow screen.
 */
export function tallPlaces(places: readonly TerrainPlace[]): { x: number; y: number }[] {
	const order = places.toSorted((a, b) => a.x - a.y - (b.x - b.y));
	const step = 86 / Math.max(1, places.length - 1);
	return places.map(
		(place) => place.tall ?? { x: 10 + place.x * 0.78, y: 93 - order.indexOf(place) * step }
	);
}

interface Box {
	readonly x: number;
	readonly y: number;
	readonly w: number;
	readonly h: number;
}

/** The handle of a path that bends a little, each its own way: by its place in the list. */
export function bendHandle([ax, ay]: Point, [bx, by]: Point, index: number): Point {
	const turn = index % 2 === 0 ? 0.13 : -0.1;
	return [
		Math.round((ax + bx) / 2 + (by - ay) * turn),
		Math.round((ay + by) / 2 - (bx - ax) * turn)
	];
}

/** Boxes along a bent path, for labels to keep away from. */
function along(from: Point, to: Point, index: number, reach: number): Box[] {
	const handle = bendHandle(from, to, index);
	return Array.from({ length: 13 }, (_, k) => {
		const t = (k + 1) / 14;
		const [x, y] = [0, 1].map(
			(axis) =>
				(1 - t) ** 2 * (from[axis] ?? 0) +
				2 * t * (1 - t) * (handle[axis] ?? 0) +
				t * t * (to[axis] ?? 0)
		);
		return { x: (x ?? 0) - reach, y: (y ?? 0) - reach, w: 2 * reach, h: 2 * reach };
	});
}

const overlap = (a: Box, b: Box): number =>
	Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
	Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

const sides: readonly LabelSide[] = ['end', 'start', 'below', 'above'];

function labelBox([x, y]: Point, side: LabelSide, w: number, h: number): Box {
	if (side === 'end') return { x: x + 24, y: y - h / 2, w, h };
	if (side === 'start') return { x: x - 24 - w, y: y - h / 2, w, h };
	return { x: x - w / 2, y: side === 'below' ? y + 22 : y - 22 - h, w, h };
}

/**
 * Chooses a side for each label so that labels cover neither each other, nor a shape, a path or the
 * edge.
 *
 * @param paths pairs of indexes of places
 * @param width the map's width in px, about
 * @param height the map's height in px, about
 */
export function labelSides(
	places: readonly { readonly title: string; readonly x: number; readonly y: number }[],
	paths: readonly (readonly [number, number])[],
	width: number,
	height: number
): LabelSide[] {
	const at = places.map(({ x, y }): Point => [(x / 100) * width, (y / 100) * height]);
	const shapes = at.map(([x, y]): Box => ({ x: x - 22, y: y - 22, w: 44, h: 44 }));
	const ways = paths.flatMap(([from, to], i) => along(at[from] ?? [0, 0], at[to] ?? [0, 0], i, 5));
	const widest = Math.min(140, width * 0.35);
	const taken: Box[] = [];
	return places.map(({ title }, i) => {
		const here = at[i] ?? [0, 0];
		const length = title.length * 8.2;
		const w = Math.min(widest, Math.max(96, length));
		const h = 20 * (Math.ceil(length / widest) + 1);
		const scored = sides.map((side, order) => {
			const box = labelBox(here, side, w, h);
			const inside = overlap(box, { x: 4, y: 4, w: width - 8, h: height - 8 });
			const others = [...taken, ...shapes.filter((_, k) => k !== i)];
			const covers = (boxes: readonly Box[]) => boxes.reduce((sum, b) => sum + overlap(box, b), 0);
			const cost = order * 30 + 3 * (w * h - inside) + 2 * covers(others) + 3 * covers(ways);
			return { side, box, cost };
		});
		const best = scored.reduce((a, b) => (b.cost < a.cost ? b : a));
		taken.push(best.box);
		return best.side;
	});
}
