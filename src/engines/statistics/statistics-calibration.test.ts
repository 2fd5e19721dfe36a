import { expect, test } from 'vitest';
import { createRandom, type Random } from '../kernel/index.ts';
import {
	clusterBootstrap,
	differenceInterval,
	mean,
	meanInterval,
	pairedPermutationTest,
	permutationTest,
	shareInterval
} from './index.ts';

const gaussian = (random: Random) =>
	Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
const group = (random: Random, size: number, spread: number) =>
	Array.from({ length: size }, () => spread * gaussian(random));

/** Share of `runs` in which `event` happens. */
function rate(runs: number, event: (random: Random, run: number) => boolean): number {
	const random = createRandom(2026);
	return Array.from({ length: runs }, (_, run) => event(random, run)).filter(Boolean).length / runs;
}

// Groups as schools have them: unequal in size, and the small one may be the more varied.
const UNEQUAL = [
	{ small: 4, large: 36, spread: 1 },
	{ small: 10, large: 60, spread: 3 },
	{ small: 8, large: 24, spread: 0.4 }
];

test.each(UNEQUAL)(
	'permutation test keeps its 5 % under the null: %o',
	({ small, large, spread }) => {
		const rejected = rate(500, (random, run) => {
			const p = permutationTest(group(random, small, spread), group(random, large, 1), {
				seed: run,
				draws: 199
			});
			return (p ?? 1) <= 0.05;
		});
		expect(rejected).toBeLessThan(0.1);
		expect(rejected).toBeGreaterThan(0.01);
	}
);

test.each(UNEQUAL)(
	'Welch interval holds the truth 95 times in 100: %o',
	({ small, large, spread }) => {
		const covered = rate(1000, (random) => {
			const interval = differenceInterval(group(random, small, spread), group(random, large, 1));
			return interval !== undefined && interval.low <= 0 && interval.high >= 0;
		});
		expect(covered).toBeGreaterThan(0.93);
		expect(covered).toBeLessThan(0.985);
	}
);

test('t interval of a mean of 5 and of 40 values', () => {
	for (const size of [5, 40]) {
		const covered = rate(1000, (random) => {
			const interval = meanInterval(group(random, size, 2));
			return interval !== undefined && interval.low <= 0 && interval.high >= 0;
		});
		expect(Math.abs(covered - 0.95)).toBeLessThan(0.02);
	}
});

test('paired test keeps its 5 %, and finds a real change', () => {
	const test12 = (shift: number) =>
		rate(400, (random, run) => {
			const differences = group(random, 12, 1).map((value) => value + shift);
			return (pairedPermutationTest(differences, { seed: run, draws: 199 }) ?? 1) <= 0.05;
		});
	expect(test12(0)).toBeLessThan(0.09);
	expect(test12(1)).toBeGreaterThan(0.75);
});

test('exact share interval is never too short', () => {
	for (const [count, truth] of [
		[6, 0.2],
		[30, 0.85]
	] as const) {
		const covered = rate(1000, (random) => {
			const hits = Array.from({ length: count }, () => random.next() < truth).filter(
				Boolean
			).length;
			const { low, high } = shareInterval(hits, count);
			return low <= truth && truth <= high;
		});
		expect(covered).toBeGreaterThan(0.94);
	}
});

test('bootstrap by person covers where people differ in number of rows; by row it does not', () => {
	const people = (random: Random) =>
		Array.from({ length: 40 }, (_, i) => {
			const own = gaussian(random);
			return Array.from({ length: 2 + (i % 5) * 6 }, () => own + 0.3 * gaussian(random));
		});
	const covers = (clusters: readonly (readonly number[])[], seed: number) => {
		const interval = clusterBootstrap(clusters, mean, { seed, draws: 200 });
		return interval !== undefined && interval.low <= 0 && interval.high >= 0;
	};
	const byPerson = rate(200, (random, run) => covers(people(random), run));
	const byRow = rate(200, (random, run) =>
		covers(
			people(random)
				.flat()
				.map((x) => [x]),
			run
		)
	);
	expect(byPerson).toBeGreaterThan(0.88);
	expect(byRow).toBeLessThan(0.6);
});
