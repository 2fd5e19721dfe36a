import type { CurvePoint } from '#engines/organiser/index.ts';

const isSame = (a: CurvePoint, b: CurvePoint): boolean =>
	a.levels.every((level, index) => level === b.levels[index]);

/** The curve without points at which nothing was better than before; the first and the last stay. */
export function thinCurve(points: readonly CurvePoint[]): readonly CurvePoint[] {
	const kept: CurvePoint[] = [];
	for (const [index, point] of points.entries()) {
		const last = kept.at(-1);
		if (!last || index === points.length - 1 || !isSame(last, point)) kept.push(point);
	}
	return kept;
}
