/** Height of the drawing of a day, px. */
export const dayHeight = 120;

/** Where the stops of a day stand: x in 0 to 1000, y in px from the top; the next one on its hill. */
export function dayStops(count: number, next: number): readonly (readonly [number, number])[] {
	return Array.from({ length: count }, (_, i) => {
		const roll = 66 + 20 * Math.sin(i * 2.1 + 0.6) - 8 * Math.cos(i * 1.3);
		return [Math.round(((i + 0.5) * 1000) / count), i === next ? 34 : Math.round(roll)] as const;
	});
}

/** A soft line through all stops, flat at each, from edge to edge. */
export function dayPath(stops: readonly (readonly [number, number])[]): string {
	const first = stops[0];
	const last = stops.at(-1);
	if (!first || !last) return '';
	const all = [[-40, first[1] + 10] as const, ...stops, [1040, last[1] - 8] as const];
	return all
		.map(([x, y], i) => {
			const before = all[i - 1];
			if (!before) return `M${x} ${y}`;
			const middle = Math.round((before[0] + x) / 2);
			return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`;
		})
		.join('');
}
