// The workload of experience.md, counted in the browser: every key pressed and every click is one interaction.
import { expect, test, type Browser, type Page } from '@playwright/test';

// Every key is an action of its own; a picture of each would be most of the work.
test.use({ trace: 'off' });
test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** Counts what a person does; the browser's own events would count repeats and focus as well. */
class Hands {
	count = 0;
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}
	async press(key: string) {
		this.count += 1;
		await this.page.keyboard.press(key);
	}
	async click(selector: string) {
		this.count += 1;
		await this.page.click(selector);
	}
}

async function asTeacher(browser: Browser, javaScriptEnabled = true): Promise<Page> {
	const context = await browser.newContext({ javaScriptEnabled });
	const page = await context.newPage();
	await page.goto('/sign-in');
	await page.fill('[name=identifier]', 'rewi');
	await page.fill('[name=password]', 'awakotare');
	await page.press('[name=password]', 'Enter');
	await page.waitForURL('**/staff');
	return page;
}

const cells = (page: Page) => page.locator('tbody button[data-at]');
const budgetOf = (count: number) => Math.floor((180 / 140) * count);

test('a class by five outcomes: at most 180 interactions for 28 learners, saved as it goes', async ({
	browser
}) => {
	const page = await asTeacher(browser);
	await page.goto('/staff/learners');
	const total = await cells(page).count();
	expect(total).toBeGreaterThanOrEqual(100);
	await page.waitForSelector('.marks');
	const hands = new Hands(page);
	await hands.click('[data-at="0 0"]');
	for (let i = 0; i < total; i += 1) await hands.press(String(1 + (i % 4)));
	await expect(page.locator('.marks.sent')).toBeVisible();
	expect(hands.count).toBeLessThanOrEqual(budgetOf(total));
	test.info().annotations.push({
		type: 'interactions',
		description: `${hands.count} for ${total} cells; 28 by 5: ${1 + 140}`
	});
	await page.reload();
	await expect(page.locator('tbody button.seen')).toHaveCount(total);
	await page.context().close();
});

test('the newest mark is taken back by one key', async ({ browser }) => {
	const page = await asTeacher(browser);
	await page.goto('/staff/learners');
	await page.waitForSelector('.marks');
	const first = page.locator('[data-at="0 0"]');
	const before = (await first.textContent()) ?? '';
	await first.click();
	await page.keyboard.press('3');
	await expect(page.locator('.marks.sent')).toBeVisible();
	await page.keyboard.press('u');
	await expect(page.locator('.marks.sent')).toBeVisible();
	await expect(first).toHaveText(before);
	await page.reload();
	await expect(page.locator('[data-at="0 0"]')).toHaveText(before);
	await page.context().close();
});

test('evidence for several at once: three interactions for one, one more for each other', async ({
	browser
}) => {
	const page = await asTeacher(browser);
	await page.goto('/staff/learners');
	await page.waitForSelector('.marks');
	const hands = new Hands(page);
	for (const row of [1, 2, 3, 4]) await hands.click(`tbody tr:nth-child(${row}) input`);
	hands.count += 1;
	await page.selectOption('#several select', { index: 1 });
	await hands.click('#several button[value="with-help"]');
	await expect(page.locator('form.undo')).toBeVisible();
	expect(hands.count).toBeLessThanOrEqual(3 + 3);
	await page.locator('form.undo button').click();
	await page.context().close();
});

test('a proposal is answered in one interaction, the next comes up, and it can be taken back', async ({
	browser
}) => {
	const page = await asTeacher(browser);
	await page.goto('/staff/plans');
	const waiting = await page.locator('article').count();
	expect(waiting).toBeGreaterThan(1);
	await page.locator('a[href^="/staff/plans/"]').first().click();
	await page.waitForURL('**/staff/plans/*');
	const hands = new Hands(page);
	await hands.click('form[action="?/agree"] button');
	await expect(page.locator('form[action="?/takeBack"]')).toBeVisible();
	expect(hands.count).toBeLessThanOrEqual(5);
	await expect(page.locator('article').first()).toBeVisible();
	await page.locator('form[action="?/takeBack"] button').click();
	await page.goto('/staff/plans');
	await expect(page.locator('article')).toHaveCount(waiting);
	await page.context().close();
});

test('all of it works without script', async ({ browser }) => {
	const page = await asTeacher(browser, false);
	await page.goto('/staff/learners');
	await page.locator('#stamp input[value="mostly"]').check();
	await page.locator('[data-at="2 1"]').click();
	await expect(page.locator('[data-at="2 1"]')).toHaveClass(/seen/);
	await page.locator('form.undo button').click();
	await page.goto('/staff');
	// The queue shows a dozen; what waits behind moves up, so the answered one itself is looked for.
	const first = page.locator('article form[action="?/agree"] button').first();
	const answered = page.locator(`article button[value="${await first.getAttribute('value')}"]`);
	await first.click();
	await expect(answered).toHaveCount(0);
	await page.locator('form[action="?/takeBack"] button').click();
	await expect(answered.first()).toBeAttached();
	await page.context().close();
});
