// Processor time of each page, server and database, by itself after all other tests: `playwright.config.ts`.
import { appendFileSync, mkdirSync } from 'node:fs';
import { expect, request as requests, test } from '@playwright/test';
import { warmPace } from './pace.ts';
import { addressOf, visits, type Visit } from './pages.ts';
import { origin, signIn } from './people.ts';
import { overProcessorBudget, processorAllowances } from './processor-budget.ts';
import { processorCost, warmPage } from './processor-time.ts';

/** A page is over its budget only if it is so each time: something else may have been running. */
const tries = 3;

async function openedAs({ person, ...page }: Visit) {
	const context = await requests.newContext({ baseURL: origin });
	if (person) await signIn(context, person);
	// Where the page leads on, the one that is shown counts.
	const address = (await context.get(await addressOf(context, page))).url();
	const { cookies } = await context.storageState();
	await context.dispose();
	return { address, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

const frames: readonly Visit['route'][] = ['(learner)/today', '(learner)/plan', '(staff)/staff'];

test.beforeAll(async () => {
	warmPace();
	for (const visit of visits.filter(({ route }) => frames.includes(route))) {
		const { address, cookie } = await openedAs(visit);
		await warmPage(address, cookie);
	}
});

for (const visit of visits) {
	test(`processor time: ${visit.name}`, async () => {
		const { address, cookie } = await openedAs(visit);
		const complaints: string[] = [];
		for (let count = 0; count < tries && complaints.length === count; count++) {
			const cost = await processorCost(address, cookie);
			mkdirSync('reports', { recursive: true });
			appendFileSync(
				'reports/processor.jsonl',
				`${JSON.stringify({ name: visit.name, ...cost })}\n`
			);
			const complaint = overProcessorBudget(visit.name, visit.budget, cost);
			if (complaint !== null) complaints.push(complaint);
		}
		expect(complaints.length < tries, complaints.join('\n')).toBe(true);
	});
}

test('every allowance of processor time is for a visit there is', () => {
	const names = visits.map(({ name }) => name);
	expect(processorAllowances.filter(({ visit }) => !names.includes(visit))).toEqual([]);
});

test('a slow machine has more time, a fast one no less, and an allowance ends by itself', () => {
	const visit = 'a page as nobody';
	const cost = (milliseconds: number, pace: number, others = 0) =>
		overProcessorBudget(
			visit,
			'learner',
			{ milliseconds, pace, others },
			[{ visit, upTo: 6, why: 'for this test' }],
			true
		);
	const strict = (milliseconds: number, pace: number, others = 0) =>
		overProcessorBudget(visit, 'learner', { milliseconds, pace, others }, [], true);
	expect(strict(4, 1)).toBeNull();
	expect(strict(4.2, 1)).toBe('processor time: 4.2 ms, at most 4');
	expect(strict(4.2, 0.5)).toBe('processor time: 4.2 ms, at most 4');
	expect(strict(5.1, 1.3)).toBeNull();
	expect(strict(11.9, 2)).toBeNull();
	expect(strict(12.2, 2)).toBe('processor time: 6.1 ms, at most 4');
	expect(strict(5.9, 1, 0.2)).toBeNull();
	expect(strict(6.1, 1, 0.2)).toBe('processor time: 6.1 ms, at most 4');
	expect(strict(4.2, 1, 0.05)).toBe('processor time: 4.2 ms, at most 4');
	expect(strict(9.5, 1, 0.7)).toBeNull();
	expect(strict(9.7, 1, 0.7)).toBe('processor time: 9.7 ms, at most 4');
	expect(cost(6, 1)).toBeNull();
	expect(cost(6.2, 1)).toBe('processor time: 6.2 ms, at most 6');
	expect(cost(2.1, 1)).toBeNull();
	expect(cost(1.9, 1)).toBe('processor time: 1.9 ms, needs no allowance');
	expect(cost(3.8, 2)).toBeNull();
	expect(cost(1.9, 1, 0.2)).toBeNull();
});

test('outside the full run a quarter is for noise, and no allowance is called needless', () => {
	const allowed = [{ visit: 'a page', upTo: 6, why: 'for this test' }];
	const found = (milliseconds: number, of = allowed) =>
		overProcessorBudget('a page', 'learner', { milliseconds, pace: 1, others: 0 }, of, false);
	expect(found(4.9, [])).toBeNull();
	expect(found(5.1, [])).toBe('processor time: 5.1 ms, at most 4');
	expect(found(7.4)).toBeNull();
	expect(found(7.6)).toBe('processor time: 7.6 ms, at most 6');
	expect(found(1)).toBeNull();
});
