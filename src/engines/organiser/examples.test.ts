import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	explainWishes,
	fairnessOf,
	findCauses,
	findRelaxations,
	nextCredit,
	priceOfWish,
	repair,
	score,
	solve,
	validate,
	weekOf
} from './index.ts';
import { anOffer, aProblem } from './testing.ts';

const problem = aProblem({
	offers: [anOffer('art', { maximum: 2 }), anOffer('maths', { minimum: 2 })],
	musts: [{ learner: 'ana', offer: 'maths' }],
	wishes: [
		{ learner: 'ana', offer: 'art', rank: 1 },
		{ learner: 'ben', offer: 'art', rank: 1 },
		{ learner: 'ben', offer: 'maths', rank: 2 }
	]
});
const curve: unknown[] = [];

test('the examples of README.md run', () => {
	const result = solve(problem, { seed: 7, budget: { moves: 4_096 } });
	if (!result.ok) throw new Error(result.faults.map((fault) => `${fault.code} ${fault.at}`).join());
	const week = weekOf(problem, result.plan, 'ana');

	expect(week.filter(({ kind }) => kind === 'session')).toHaveLength(2);

	let looks = 0;
	const stopped = solve(problem, {
		seed: 7,
		budget: { spent: () => looks++ / 1000 },
		onProgress: ({ moves, levels, plan }) =>
			curve.push({ moves, levels, sessions: plan().sessions.length }),
		shouldStop: () => curve.length >= 2
	});
	const goOn = stopped.ok
		? solve(problem, { seed: 7, budget: { moves: 65_536 }, resume: stopped.snapshot })
		: stopped;

	expect(goOn.ok && goOn.score.levels).toEqual(result.score.levels);

	const next = solve(
		{ ...problem, published: result.plan },
		{ seed: 8, budget: { moves: 1_024 }, warmStart: result.plan }
	);
	const violations = validate(problem, result.plan);
	const { levels, criteria } = score(problem, result.plan);

	const absent = { ...problem, adults: [{ id: 'tom' }] };
	const repaired = repair(absent, result.plan, { seed: 1, frozen: ['d0p0'] });
	const unmet = explainWishes(problem, result.plan);
	const price = priceOfWish(problem, result.plan, { learner: 'ben', offer: 'maths' }, { seed: 1 });
	const relaxations = findRelaxations(problem, result.plan);
	const causes = findCauses(problem, result.plan);
	const fairness = fairnessOf(problem, result.plan);
	const credit = nextCredit(0, fairness.satisfaction.get('ben') ?? 1000, 1000 * fairness.mean);

	expect(repaired.ok && repaired.plan.sessions.every(({ adult }) => adult === 'tom')).toBe(true);
	expect([unmet, relaxations, causes, credit]).toEqual([[], [], [], 0]);
	expect(price).toMatchObject({ possible: true, othersTouched: 0 });
	expect(next.ok && next.plan).toEqual(result.plan);
	expect([violations, levels, criteria.firstChoices]).toEqual([[], result.score.levels, 0]);
});

test('README.md shows exactly the code of the examples above', () => {
	const squeeze = (text: string) => text.replace(/\s+/g, '');
	const here = squeeze(readFileSync(new URL(import.meta.url), 'utf8'));
	const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
	const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
	expect(blocks.length).toBeGreaterThan(0);
	for (const block of blocks) expect(here).toContain(squeeze(block));
});
