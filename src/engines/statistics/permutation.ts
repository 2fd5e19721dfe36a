import { createRandom, type Random } from '../kernel/index.ts';
import { mean, variance } from './moments.ts';

export interface PermutationOptions {
	readonly seed: number;
	/** Random relabellings; 2000 when absent. */
	readonly draws?: number;
}

/**
 * Two-sided permutation test that two groups have the same mean. The statistic is studentised
 * (Janssen 1997; Chung & Romano 2013): with a plain difference of means the test rejects a true
 * hypothesis far too often when the smaller group has the larger spread. Returns p in (0, 1];
 * undefined when a group has fewer than two values.
 */
export function permutationTest(
	a: readonly number[],
	b: readonly number[],
	{ seed, draws = 2000 }: PermutationOptions
): number | undefined {
	if (a.length < 2 || b.length < 2) return undefined;
	const random = createRandom(seed);
	const pool = [...a, ...b];
	const observed = Math.abs(studentised(pool, a.length));
	let asExtreme = 1;
	for (let draw = 0; draw < draws; draw++) {
		shuffle(pool, random);
		if (Math.abs(studentised(pool, a.length)) >= observed - 1e-12) asExtreme += 1;
	}
	return asExtreme / (draws + 1);
}

/** Welch's t of the first `size` values against the others; no spread at all counts as no difference. */
function studentised(pool: readonly number[], size: number): number {
	const [a, b] = [pool.slice(0, size), pool.slice(size)];
	const error = Math.sqrt(variance(a) / a.length + variance(b) / b.length);
	const difference = mean(a) - mean(b);
	if (error > 0) return difference / error;
	return difference === 0 ? 0 : Math.sign(difference) * Infinity;
}

/**
 * Two-sided test for pairs (the same people before and after): signs of the differences are turned
 * at random. Returns p in (0, 1]; undefined without pairs.
 */
export function pairedPermutationTest(
	differences: readonly number[],
	{ seed, draws = 2000 }: PermutationOptions
): number | undefined {
	if (differences.length === 0) return undefined;
	const random = createRandom(seed);
	const observed = Math.abs(mean(differences));
	let asExtreme = 1;
	for (let draw = 0; draw < draws; draw++) {
		const turned = differences.map((value) => (random.next() < 0.5 ? value : -value));
		if (Math.abs(mean(turned)) >= observed - 1e-12) asExtreme += 1;
	}
	return asExtreme / (draws + 1);
}

/** Fisher-Yates. */
function shuffle(list: number[], random: Random): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		[list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
	}
}
