import { createRandom } from '../kernel/index.ts';
import { betaQuantile, studentQuantile } from './distributions.ts';
import { mean, quantile, variance } from './moments.ts';

/** A number with bounds that hold the truth at the stated rate. */
export interface Interval {
	readonly estimate: number;
	readonly low: number;
	readonly high: number;
}

/**
 * Student's t interval of a mean over independent people, 95 % unless `level` says otherwise.
 * Undefined for fewer than two values: one person has no spread.
 */
export function meanInterval(values: readonly number[], level = 0.95): Interval | undefined {
	if (values.length < 2) return undefined;
	const estimate = mean(values);
	const margin =
		studentQuantile((1 + level) / 2, values.length - 1) *
		Math.sqrt(variance(values) / values.length);
	return { estimate, low: estimate - margin, high: estimate + margin };
}

/**
 * Welch's interval of mean(a) - mean(b), for groups of unequal sizes and spreads (Welch 1947).
 * Undefined when either has fewer than two values.
 */
export function differenceInterval(
	a: readonly number[],
	b: readonly number[],
	level = 0.95
): Interval | undefined {
	if (a.length < 2 || b.length < 2) return undefined;
	const estimate = mean(a) - mean(b);
	const [va, vb] = [variance(a) / a.length, variance(b) / b.length];
	if (va + vb === 0) return { estimate, low: estimate, high: estimate };
	const freedom = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
	const margin = studentQuantile((1 + level) / 2, freedom) * Math.sqrt(va + vb);
	return { estimate, low: estimate - margin, high: estimate + margin };
}

/** Exact interval of a share, `hits` of `count` (Clopper & Pearson 1934). `count` >= 1. */
export function shareInterval(hits: number, count: number, level = 0.95): Interval {
	const tail = (1 - level) / 2;
	return {
		estimate: hits / count,
		low: hits === 0 ? 0 : betaQuantile(tail, hits, count - hits + 1),
		high: hits === count ? 1 : betaQuantile(1 - tail, hits + 1, count - hits)
	};
}

/** Interval of a share that is good at small counts without being wide (Wilson 1927). `count` >= 1. */
export function wilsonInterval(hits: number, count: number, z = 1.959964): Interval {
	const p = hits / count;
	const centre = (p + z ** 2 / (2 * count)) / (1 + z ** 2 / count);
	const margin =
		(z / (1 + z ** 2 / count)) * Math.sqrt((p * (1 - p)) / count + z ** 2 / (4 * count ** 2));
	return { estimate: p, low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}

/**
 * Bootstrap clustered by person: whole people are drawn, with all their rows, since the rows of one
 * person are alike (Field & Welsh 2007). Percentile bounds; with fewer than about 30 people they are
 * too narrow, so prefer `meanInterval` over the people's means there.
 */
export function clusterBootstrap<Row>(
	people: readonly (readonly Row[])[],
	statistic: (rows: readonly Row[]) => number | undefined,
	{ seed, draws = 1000, level = 0.95 }: { seed: number; draws?: number; level?: number }
): Interval | undefined {
	const estimate = statistic(people.flat());
	if (estimate === undefined || people.length < 2) return undefined;
	const random = createRandom(seed);
	const drawn = Array.from({ length: draws }, () =>
		statistic(people.flatMap(() => people[random.below(people.length)] ?? []))
	).filter((value) => value !== undefined);
	const tail = (1 - level) / 2;
	return { estimate, low: quantile(drawn, tail), high: quantile(drawn, 1 - tail) };
}
