/** One forecast and what happened. */
export interface Forecast {
	/** In [0, 1]. */
	readonly probability: number;
	readonly happened: boolean;
}

/**
 * Area under the ROC curve: the chance that a random hit was given more than a random miss, ties
 * counting half (Mann & Whitney 1947). NaN-free: undefined when there is no hit or no miss.
 */
export function areaUnderCurve(forecasts: readonly Forecast[]): number | undefined {
	const sorted = forecasts.toSorted((a, b) => a.probability - b.probability);
	const hits = sorted.reduce((n, { happened }) => n + (happened ? 1 : 0), 0);
	const misses = sorted.length - hits;
	if (hits === 0 || misses === 0) return undefined;
	return (hitRankSum(sorted) - (hits * (hits + 1)) / 2) / (hits * misses);
}

/** Sum of the ranks of the hits; equal forecasts share the middle of their ranks. */
function hitRankSum(sorted: readonly Forecast[]): number {
	let sum = 0;
	for (let from = 0; from < sorted.length;) {
		let to = from;
		let hits = 0;
		for (; to < sorted.length && sorted[to]?.probability === sorted[from]?.probability; to++)
			hits += sorted[to]?.happened ? 1 : 0;
		sum += (hits * (from + 1 + to)) / 2;
		from = to;
	}
	return sum;
}
