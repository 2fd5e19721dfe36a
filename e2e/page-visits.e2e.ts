// Every page as everyone who opens it: what it costs (budgets of experience.md), TP5, TS9, and axe in several looks.
import { appendFileSync, mkdirSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { allowances, overBudget, type Cost } from './budget.ts';
import { overflow } from './in-page.ts';
import { addressOf, elsewhere, pages, visits } from './pages.ts';
import { origin, signIn } from './people.ts';
import { listenToWire, type Transfer } from './wire.ts';

const isFull = process.env['LOCUS_TEST_FULL'] === '1';

interface Look {
	readonly width: number;
	readonly theme: 'light' | 'dark';
	readonly contrast?: 'more';
	readonly dir: 'ltr' | 'rtl';
}

/** Each pair of width, theme, contrast and direction meets in one of the four; a page gets two, in turn. */
const sample: readonly Look[] = [
	{ width: 320, theme: 'light', dir: 'ltr' },
	{ width: 1366, theme: 'dark', dir: 'rtl' },
	{ width: 1366, theme: 'light', contrast: 'more', dir: 'ltr' },
	{ width: 320, theme: 'dark', contrast: 'more', dir: 'rtl' }
];
const whole = [320, 1366].flatMap((width) =>
	(['light', 'dark'] as const).flatMap((theme) =>
		(['ltr', 'rtl'] as const).flatMap((dir): Look[] => [
			{ width, theme, dir },
			{ width, theme, dir, contrast: 'more' }
		])
	)
);
const looksOf = (index: number) =>
	isFull ? whole : sample.filter((_, at) => at % 2 === index % 2);

async function wear(page: Page, look: Look): Promise<void> {
	await page.setViewportSize({ width: look.width, height: 900 });
	const height = await page.evaluate(({ theme, contrast, dir }) => {
		const { documentElement: root } = document;
		root.dir = dir;
		root.dataset['theme'] = theme;
		root.toggleAttribute('data-contrast', contrast !== undefined);
		if (contrast) root.dataset['contrast'] = contrast;
		// Colours on their way from one look to the next are of neither.
		for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
		return root.scrollHeight;
	}, look);
	// As tall as the page in this look, else axe takes what is under the foot for covered.
	await page.setViewportSize({ width: look.width, height });
}

const kilobytes = (transfers: readonly Transfer[]) =>
	transfers.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

/** The page itself and its own script; what pages of a kind share is in the cache after the first of them. */
function nextKilobytes(html: string, cold: readonly Transfer[], warm: readonly Transfer[]): number {
	// The frame of a page, then that of its audience, last the page itself.
	const own = /node_ids: \[(?:\d+, )*(\d+)\]/.exec(html)?.[1];
	if (own === undefined) throw new Error('The page does not say which script is its own.');
	return kilobytes(warm) + kilobytes(cold.filter(({ url }) => url.includes(`/nodes/${own}.`)));
}

/** Whatever way the browser was sent them in, by gzip: what an old device behind an old cache is sent. */
async function gzipKilobytes(page: Page, scripts: readonly Transfer[]): Promise<number> {
	let bytes = 0;
	for (const { url } of scripts) {
		const answer = await page.request.get(url);
		bytes += gzipSync(await answer.body(), { level: 9 }).length;
	}
	return bytes / 1024;
}

const ours = (transfers: readonly Transfer[]) =>
	transfers.filter(({ url }) => !url.includes('/files/'));

async function visitTwice(page: Page, address: string) {
	const wire = await listenToWire(page);
	const response = await page.goto(address, { waitUntil: 'networkidle' });
	// A busy machine asks for a font only after a quiet moment; what comes late is still of the first visit.
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	const cold = wire.take();
	// The browser forgets what it was sent once it goes on.
	const html = (await response?.text()) ?? '';
	const elements = await page.locator('*').count();
	await page.goto(address, { waitUntil: 'networkidle' });
	const warm = wire.take();
	const scripts = cold.filter(({ isScript }) => isScript);
	const cost: Cost = {
		statements: Number(response?.headers()['x-locus-statements'] ?? Number.NaN),
		// What people added to a page counts by its bytes: a page of photos is as long as they are many.
		requestsCold: ours(cold).length,
		requestsWarm: ours(warm).length,
		kilobytesCold: kilobytes(cold),
		kilobytesNext: nextKilobytes(html, cold, warm),
		scriptKilobytes: await gzipKilobytes(page, scripts),
		elements
	};
	return { response, cold, cost };
}

/** Kept beside the test report, so that a build can be compared with the last one. */
function record(name: string, cost: Cost): void {
	mkdirSync('reports', { recursive: true });
	appendFileSync('reports/budgets.jsonl', `${JSON.stringify({ name, ...cost })}\n`);
}

const cheap: Cost = {
	statements: 2,
	requestsCold: 10,
	requestsWarm: 1,
	kilobytesCold: 100,
	kilobytesNext: 10,
	scriptKilobytes: 50,
	elements: 100
};

for (const [index, visit] of visits.entries()) {
	test(visit.name, async ({ page, context }) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(error.message));
		if (visit.person) await signIn(context.request, visit.person);
		const address = await addressOf(context.request, visit);

		const { response, cold, cost } = await visitTwice(page, address);
		record(visit.name, cost);
		expect(response?.status()).toBe(200);
		const files = cold.map(({ url }) => url.replace(/^.*_app\/immutable\//, '')).join(' ');
		expect.soft(overBudget(visit.name, visit.budget, cost), files).toEqual([]);
		expect.soft(complaints, 'nothing to complain about on the console').toEqual([]);
		const strangers = cold.map(({ url }) => url).filter((url) => !url.startsWith(`${origin}/`));
		expect.soft(strangers, 'TP5 nobody else is asked for anything').toEqual([]);

		for (const look of looksOf(index)) {
			await wear(page, look);
			expect.soft(await axeFindings(page), JSON.stringify(look)).toEqual([]);
			expect.soft(await page.evaluate(overflow), JSON.stringify(look)).toEqual({ by: 0, what: [] });
		}
	});
}

test('every page is visited', () => {
	const root = 'src/routes';
	const built = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter(({ name }) => name === '+page.svelte')
		.map(({ parentPath }) => parentPath.replaceAll('\\', '/').slice(root.length + 1));
	const known = [...pages.map(({ route }) => route), ...Object.keys(elsewhere)];
	expect(built.filter((route) => !known.includes(route))).toEqual([]);
	expect(known.filter((route) => !built.includes(route))).toEqual([]);
});

test('every allowance is for a visit there is', () => {
	const names = visits.map(({ name }) => name);
	expect(allowances.filter(({ visit }) => !names.includes(visit))).toEqual([]);
});

test('an allowance that a page no longer needs is a complaint', () => {
	const [visit, measure] = ['a page as nobody', 'elements'] as const;
	const allowed = [{ visit, measure, upTo: 700, why: 'for this test' }];
	const costs = (elements: number) => overBudget(visit, 'learner', { ...cheap, elements }, allowed);
	expect(costs(600)).toEqual(['elements: 600, needs no allowance']);
	expect(costs(601)).toEqual([]);
	expect(costs(701)).toEqual(['elements: 701, at most 700']);
});

test('a page has its words in its language, the browser too', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: origin, locale: 'mi' });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', ({ text }) => complaints.push(text()));
	page.on('pageerror', ({ message }) => complaints.push(message));
	const wire = await listenToWire(page);
	await page.goto('/sign-in', { waitUntil: 'networkidle' });
	const scripts = wire.take().filter(({ isScript }) => isScript);
	const texts = await Promise.all(
		scripts.map(async ({ url }) => (await page.request.get(url)).text())
	);
	expect(scripts.filter(({ url }) => !url.includes('/immutable/mi/'))).toEqual([]);
	expect(texts.join()).toContain('Takiuru');
	expect(texts.join()).not.toContain('Sign in');
	// The next page comes by script alone, with its own words.
	await page.getByRole('link', { name: 'He waehere tāku' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kuhu mai mā te waehere');
	expect(complaints).toEqual([]);
	await context.close();
});
