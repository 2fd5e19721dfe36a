// From what is offered to a published week, in the browser: a teacher makes it, changes it, takes another one back; a
// learner reads why a wish was not granted and what it would take.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { signInByName } from './people.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

async function as(browser: Browser, name: string, javaScriptEnabled = true): Promise<Page> {
	const context = await browser.newContext({ javaScriptEnabled });
	await signInByName(context.request, name);
	return context.newPage();
}

/** The page of a week that is not published yet, from the list of weeks. */
async function openWeek(page: Page): Promise<void> {
	await page.goto('/staff/week');
	const links = await page
		.locator('main a[href^="/staff/week/"]:not([href*="session"])')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	for (const href of links) {
		await page.goto(href);
		if ((await page.getByRole('link', { name: 'Changes', exact: true }).count()) === 0) return;
	}
	throw new Error('every week of the demo is published');
}

test('a teacher goes from offers to a published week, and takes it back', async ({ browser }) => {
	const page = await as(browser, 'rewi');
	await page.goto('/staff/offers');
	await expect(page.locator('main a[href^="/staff/offers/"]').first()).toBeVisible();
	await openWeek(page);
	await page.getByRole('link', { name: 'Make the week' }).click();
	await page.getByLabel('How long to look').selectOption('10');
	await page.getByRole('button', { name: 'Start' }).click();
	await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
	const publish = page.getByRole('button', { name: 'Publish this week' });
	// The page follows the run by itself.
	await expect(publish).toBeVisible({ timeout: 120_000 });
	await expect(page.locator('table .ses').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Is it fair?' })).toBeVisible();
	await publish.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The week is published');
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByRole('link', { name: 'Look at the runs' })).toBeVisible();
	await page.context().close();
});

test('a run is started, stopped and read without script', async ({ browser }) => {
	const page = await as(browser, 'rewi', false);
	await openWeek(page);
	await page.goto(`${page.url()}/runs`);
	await page.getByLabel('How long to look').selectOption('600');
	await page.getByRole('button', { name: 'Start' }).click();
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole('button', { name: 'Look longer' })).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 60_000 });
	await page.context().close();
});

test('an absence says whom it touches before anything is done', async ({ browser }) => {
	const page = await as(browser, 'rewi');
	await page.goto('/staff/week');
	const published = page.locator('main li', { hasText: 'Published' }).first();
	await published.locator('a').first().click();
	await page.getByRole('link', { name: 'Changes', exact: true }).click();
	await page.getByText('Somebody is away').click();
	const form = page.locator('form', { has: page.locator('#away-day') });
	await form.getByLabel('Day').selectOption({ index: 4 });
	await form.getByRole('button', { name: 'See what it touches' }).click();
	await expect(page.getByRole('heading', { name: /^It touches \d+ learner/ })).toBeVisible();
	await page.getByRole('link', { name: 'Leave it as it is' }).click();
	await page.context().close();
});

test('a learner who will be away is said to be away, not in study', async ({ browser }) => {
	const page = await as(browser, 'kiri');
	await page.goto('/staff/week');
	await page.locator('main li', { hasText: 'Published' }).first().locator('a').first().click();
	await page.getByRole('link', { name: 'Changes', exact: true }).click();
	await page.getByText('A learner is away').click();
	const form = page.locator('details[open] form').first();
	const name = (await form.locator('select').first().locator('option').first().innerText()).trim();
	await form.getByLabel('Day').selectOption({ index: 4 });
	await form.getByRole('button', { name: 'See what it touches' }).click();
	const own = page.locator('.moves li', { hasText: name });
	await expect(own.first()).toBeVisible();
	for (const line of await own.all()) await expect(line.locator('ins')).toContainText('away');
	await page.context().close();
});

test('a one-to-one says whom it is for, on the week of the adult', async ({ browser }) => {
	const page = await as(browser, 'rewi');
	await page.goto('/staff/week');
	const talk = page.locator('main .session', { hasText: 'Talk with Matua Rewi' }).first();
	await expect(talk.locator('b')).not.toBeEmpty();
	await expect(talk).not.toContainText('1 of 1');
	await page.context().close();
});

test('a learner reads why a wish was not granted, and what it would take', async ({ browser }) => {
	const page = await as(browser, 'wi');
	await page.goto('/week');
	const unmet = page.locator('section', { has: page.locator('#unmet') });
	await expect(unmet.locator('li').first()).toBeVisible();
	await unmet.getByRole('button', { name: 'What would it take?' }).first().click();
	await expect(unmet.getByRole('status')).toContainText(/possible only if|No way was found/);
	await page.context().close();
});

test('a list that was changed while the line was down outlives its tab, and goes when it is back', async ({
	browser
}) => {
	const page = await as(browser, 'fetu');
	const context = page.context();
	await page.goto('/week/wishes');
	const mine = page.locator('section', { has: page.locator('#mine') });
	await expect(mine).toBeVisible();
	await page.waitForLoadState('networkidle');
	const before = await mine.locator('li').count();
	await context.setOffline(true);
	await page
		.locator('section', { has: page.locator('#offered') })
		.locator('button[aria-pressed="false"]')
		.first()
		.click();
	await expect(mine.getByRole('status')).toHaveText(/^Saved on this tablet/);
	const titles = await mine.locator('.title').allInnerTexts();
	expect(titles).toHaveLength(before + 1);
	await page.close();
	await context.setOffline(false);
	// The first page of the learner sends it.
	const next = await context.newPage();
	const sent = next.waitForResponse((response) => response.url().endsWith('/week/wishes?/save'));
	await next.goto('/today');
	await sent;
	await expect
		.poll(() =>
			next.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('wishes')))
		)
		.toEqual([]);
	await next.goto('/week/wishes');
	await expect(next.locator('section:has(#mine) .title')).toHaveText(titles);
	await context.close();
});

test('whoever signs out leaves no list on the tablet', async ({ browser }) => {
	const page = await as(browser, 'george');
	await page.goto('/week/wishes');
	// The script has arrived: without it the button would send its form.
	await page.waitForLoadState('networkidle');
	await page.context().setOffline(true);
	await page.locator('section:has(#offered) button[aria-pressed="false"]').first().click();
	const kept = () => page.evaluate(() => Object.keys(localStorage).length);
	await expect.poll(kept).toBe(1);
	await page.context().setOffline(false);
	await page.route('**/week/wishes?/save', (route) => route.abort());
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.waitForURL(/sign-in/);
	expect(await kept()).toBe(0);
	await page.context().close();
});
