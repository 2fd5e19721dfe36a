import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '#engines/kernel/index.ts';
import { type Candidate, type DiverseOptions, chooseDiverse } from './diverse-set.ts';
import { type Profile, differences } from './profile.ts';

/** Few values per dimension, so that many pairs are too alike. */
const profiles = fc.record<Profile>({
	context: fc.constantFrom('river', 'food'),
	mode: fc.constantFrom('make', 'talk'),
	place: fc.constantFrom('school', 'home'),
	company: fc.constantFrom('alone', 'pair'),
	pace: fc.constantFrom('quick', 'long'),
	stretch: fc.constantFrom('stretch', 'comfortable')
});
const candidates = fc.array(
	fc.record({ score: fc.integer({ min: 0, max: 60 }), profile: profiles, pays: fc.boolean() }),
	{ maxLength: 11 }
);
const optionsOf = fc.record({
	size: fc.integer({ min: 1, max: 5 }),
	spread: fc.constantFrom(0, 3, 10, 40),
	mustPay: fc.boolean(),
	budget: fc.constant(1_000_000)
});

/** Every subset, without any of the engine's shortcuts: the most members, then the most points. */
function bestByBruteForce(list: readonly Candidate[], { size, spread, mustPay }: DiverseOptions) {
	let best = { count: 0, total: 0 };
	for (let mask = 1; mask < 1 << list.length; mask++) {
		const set = list.filter((_, at) => mask & (1 << at));
		if (set.length > size || set.length < best.count) continue;
		if (mustPay && !set.some((c) => c.pays)) continue;
		const gaps = set.flatMap((a, at) =>
			set.slice(at + 1).map((b) => differences(a.profile, b.profile).length)
		);
		if (gaps.some((gap) => gap < 2)) continue;
		const spreads = gaps.reduce((sum, gap) => sum + (gap - 2) * spread, 0);
		const total = set.reduce((sum, c) => sum + c.score, spreads);
		if (set.length > best.count || total > best.total) best = { count: set.length, total };
	}
	return best;
}

test('the set found is the best of all sets, by brute force', () => {
	fc.assert(
		fc.property(candidates, optionsOf, (list, options) => {
			const found = chooseDiverse(list, options);
			const best = bestByBruteForce(list, options);
			expect({ count: found.chosen.length, total: found.total }).toEqual(best);
			expect(found).toMatchObject({ optimal: true, bound: found.total });
		}),
		{ numRuns: 1000 }
	);
});

const profile: Profile = {
	context: 'river',
	mode: 'make',
	place: 'school',
	company: 'alone',
	pace: 'quick',
	stretch: 'stretch'
};
const candidate = (score: number, over: Partial<Profile>): Candidate => ({
	score,
	profile: { ...profile, ...over },
	pays: false
});

test('a case in which taking the best first is wrong: it would shut out two others', () => {
	const list = [
		candidate(50, {}),
		candidate(40, { context: 'food' }),
		candidate(40, { mode: 'talk' }),
		candidate(40, { place: 'home' })
	];
	const found = chooseDiverse(list, { size: 3, spread: 0, mustPay: false, budget: 1000 });
	expect(found.chosen.map((c) => c.score)).toEqual([40, 40, 40]);
});

test('out of budget it says so, keeps to the rules and gives a bound that holds', () => {
	const list = crowd(200, 5);
	const options = { size: 4, spread: 25, mustPay: false };
	const cut = chooseDiverse(list, { ...options, budget: 10 });
	const full = chooseDiverse(list, { ...options, budget: 5_000_000 });
	expect(cut.optimal).toBe(false);
	expect(full.optimal).toBe(true);
	expect(cut.total).toBeLessThanOrEqual(full.total);
	expect(cut.bound).toBeGreaterThanOrEqual(full.total);
});

test('among 500 of a real spread, the default budget proves the best in most cases', () => {
	let proven = 0;
	for (let seed = 1; seed <= 20; seed++) {
		const options = { size: 4, spread: 10, mustPay: false, budget: 20_000 };
		proven += Number(chooseDiverse(crowd(500, seed), options).optimal);
	}
	expect(proven).toBeGreaterThanOrEqual(18);
});

/** Candidates over the values that opportunities really have. */
function crowd(count: number, seed: number): readonly Candidate[] {
	const random = createRandom(seed);
	const pick = <T>(list: readonly [T, ...T[]]): T => list[random.below(list.length)] ?? list[0];
	return Array.from({ length: count }, () => ({
		score: 200 + random.below(700),
		pays: false,
		profile: {
			context: `context-${random.below(20)}`,
			mode: pick(['read', 'watch', 'make', 'do', 'talk', 'move'] as const),
			place: pick(['school', 'home', 'online', 'community', 'work'] as const),
			company: pick(['alone', 'pair', 'small', 'large', 'one-to-one'] as const),
			pace: pick(['quick', 'steady', 'long'] as const),
			stretch: pick(['far', 'stretch', 'comfortable', 'easy'] as const)
		}
	}));
}
