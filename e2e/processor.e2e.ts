// Processor time of the server for each page: recorded in every run. It varies with what else the machine does, so
// only the full run, on a machine of its own, holds it against three times the budget.
import { appendFileSync, mkdirSync } from 'node:fs';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { addressOf, visits, type BudgetOf } from './pages.ts';
import { signIn } from './people.ts';

/** Milliseconds a page, from the table "Budgets" of experience.md. */
const budget: Readonly<Record<BudgetOf, number>> = { learner: 4, teacher: 8 };
const slack = 3;
const isFull = process.env['LOCUS_TEST_FULL'] === '1';
const batches = isFull ? 6 : 2;
const each = isFull ? 10 : 4;

async function processorTime(request: APIRequestContext, address: string): Promise<number> {
	const answer = await request.get(address, { headers: { 'accept-encoding': 'br' } });
	await answer.body();
	return Number(answer.headers()['x-locus-cpu'] ?? Number.NaN);
}

/** The least of a few batches: other tests use the same server, and its code is first to be warmed up. */
async function leastPerPage(request: APIRequestContext, address: string): Promise<number> {
	const found: number[] = [];
	let before = await processorTime(request, address);
	for (let batch = 0; batch < batches; batch++) {
		let now = before;
		for (let count = 0; count < each; count++) now = await processorTime(request, address);
		found.push((now - before) / each);
		before = now;
	}
	return Math.min(...found);
}

for (const visit of visits) {
	test(`processor time: ${visit.name}`, async ({ context: { request } }) => {
		if (visit.person) await signIn(request, visit.person);
		const milliseconds = await leastPerPage(request, await addressOf(request, visit));
		mkdirSync('reports', { recursive: true });
		const line = { name: visit.name, milliseconds: Math.round(milliseconds * 100) / 100 };
		appendFileSync('reports/processor.jsonl', `${JSON.stringify(line)}\n`);
		expect(milliseconds).toBeGreaterThan(0);
		if (isFull) expect(milliseconds).toBeLessThan(budget[visit.budget] * slack);
	});
}
