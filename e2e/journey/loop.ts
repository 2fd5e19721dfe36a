import { expect, type Locator, type Page } from '@playwright/test';

/** Parts of the loop as a person does them in a browser, in English; what they see is asserted on the way. */

const button = (within: Page | Locator, name: string | RegExp) =>
	within.getByRole('button', { name, exact: true });
const field = (within: Page | Locator, name: string) => within.locator(`[name="${name}"]`);

/** Signs in with a one-time code from the office and chooses a password. */
export async function signInByCode(page: Page, username: string, code: string, password: string) {
	await page.goto('/sign-in/code');
	await field(page, 'username').fill(username);
	await field(page, 'code').fill(code);
	await button(page, 'Sign in').click();
	await page.waitForURL('**/sign-in/password');
	await field(page, 'password').fill(password);
	await button(page, 'Keep it and go on').click();
	await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** One line about me under a heading of the page Me. */
export async function sayAboutMe(page: Page, kind: string, words: string): Promise<void> {
	await page.goto('/me');
	const section = page.locator(`section[aria-labelledby="${kind}"]`);
	await section.getByRole('link', { name: /^Add something/ }).click();
	await section.locator(`#words-${kind}`).fill(words);
	await section.locator('form[action="?/add"] button').first().click();
	await expect(section.getByText(words).first()).toBeVisible();
}

/** Takes a check to its end as somebody who knows some of it; returns how many questions it asked. */
export async function takeCheck(page: Page, strand: string | RegExp): Promise<number> {
	await page.goto('/check');
	await page
		.locator('form[action="?/start"]')
		.filter({ hasText: strand })
		.getByRole('button')
		.click();
	await page.waitForURL(/\/check\/[0-9a-f-]{36}/);
	for (let asked = 1; asked <= 40; asked++) {
		await answerQuestion(page, asked);
		const end = page.getByRole('link', { name: 'See what changed' });
		const isOver = await end.isVisible();
		await (isOver ? end : page.getByRole('link', { name: 'Next question' })).click();
		if (isOver) return asked;
		await expect(button(page, /I don’t know yet|I don't know yet/)).toBeVisible();
	}
	throw new Error('a check ends by itself');
}

/** Every third question is not known yet; the others get some answer, whatever their kind. */
async function answerQuestion(page: Page, asked: number): Promise<void> {
	const form = page.locator('form[action="?/answer"]');
	if (asked % 3 === 0) await form.locator('button[name="dontKnow"]').click();
	else {
		const choices = form.locator('input[type="radio"], input[type="checkbox"]');
		if ((await choices.count()) > 0) await choices.first().check({ force: true });
		for (const typed of await form.locator('[name="text"]').all()) await typed.fill('2');
		for (const [n, select] of (await form.locator('select').all()).entries())
			await select.selectOption({ index: n + 1 });
		await form.locator('button:not([name])').click();
	}
	await expect(page.locator('#said h1')).toBeVisible();
}

/** Asks what could come next, picks the first way and declines the last with a reason; returns both titles. */
export async function chooseNext(page: Page): Promise<{ picked: string; declined: string }> {
	await page.goto('/next');
	await page.locator('form[action="?/offer"] button').click();
	const ways = page.locator('main article');
	await expect(ways.nth(2)).toBeVisible();
	const last = ways.last();
	const declined = await last.getByRole('heading').innerText();
	await last.locator('summary').click();
	await last.locator('form[action="?/decline"] input[type="radio"]').first().check({ force: true });
	await last.locator('form[action="?/decline"] button').last().click();
	await expect(last.locator('form[action="?/reconsider"]')).toBeVisible();
	const first = ways.first();
	const picked = await first.getByRole('heading').innerText();
	await first.locator('form[action="?/pick"] button').click();
	await page.waitForLoadState('networkidle');
	return { picked, declined };
}

/** Proposes a goal of my own. */
export async function proposeGoal(page: Page, words: string, why: string, knowWhen: string) {
	await page.goto('/plan/goal/new');
	await field(page, 'words').fill(words);
	await field(page, 'why').fill(why);
	await field(page, 'successCriteria').fill(knowWhen);
	await page.locator('main form button').first().click();
	await page.waitForURL((url) => url.pathname !== '/plan/goal/new');
	await page.goto('/plan');
	await expect(page.getByText(words).first()).toBeVisible();
}

/** The teacher answers the goal with another way to know when it is reached, and says why. */
export async function counterPropose(page: Page, goal: string, knowWhen: string, say: string) {
	await page.goto('/staff/plans');
	const entry = page.locator('main li', { hasText: goal }).last();
	await entry.getByRole('link', { name: 'Suggest a change' }).click();
	await page.waitForURL(/\/staff\/plans\/[0-9a-f-]{36}/);
	const whole = page.locator('main li', { hasText: goal }).last();
	await whole.locator('summary', { hasText: 'Suggest a change' }).click();
	const form = whole.locator('form[action="?/counter"]');
	await field(form, 'successCriteria').fill(knowWhen);
	await field(form, 'say').fill(say);
	await form.getByRole('button').last().click();
	await expect(form).toHaveCount(0);
	await expect(page.locator('form[action="?/takeBack"]')).toBeVisible();
}

/** Family promises something towards a goal of the child, on the page at `address`. */
export async function promise(
	page: Page,
	address: string,
	goal: string,
	{ words, due }: { readonly words: string; readonly due: string }
) {
	await page.goto(address);
	const form = page.locator('form[action^="?/promise"]:has(input[name="words"])');
	const block = page
		.locator('main article, main li, main section')
		.filter({ hasText: goal })
		.filter({ has: form })
		.last();
	await block.locator('summary', { hasText: 'Promise something' }).last().click();
	const open = block.locator(form).last();
	await open.locator('input[name="words"]').fill(words);
	await open.locator('input[name="due"]').fill(due);
	await open.getByRole('button').last().click();
	await expect(page.getByText(words).first()).toBeVisible();
}

/** Agrees to what waits about a goal, in the plan, and looks at the goal. */
export async function agree(page: Page, goal: string): Promise<void> {
	await page.goto('/plan');
	const waits = page.locator('form[action="?/agree"]').filter({ has: page.locator('button') });
	const before = await waits.count();
	const note = page.locator('main aside, main [class*="note"]').filter({ hasText: goal });
	await note.last().locator('form[action="?/agree"] button').click();
	await expect(waits).toHaveCount(before - 1);
	await openGoal(page, goal);
	await expect(page.getByText(/^Agreed by/)).toBeVisible();
}

/** Opens a goal in force from the plan. */
export async function openGoal(page: Page, goal: string): Promise<void> {
	await page.goto('/plan');
	const block = page.locator('main article').filter({ hasText: goal });
	await block.last().locator('a[href^="/plan/goal/"]').click();
	await page.waitForURL(/\/plan\/goal\/[0-9a-f-]{36}/);
}

/** A picture as a phone would send it, drawn here. */
const picture = () => ({
	name: 'rocket.png',
	mimeType: 'image/png',
	// One red pixel: what matters is that it is read, made anew and shown.
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
		'base64'
	)
});

/** Adds a work with a photo and asks an adult about it; returns its address. */
export async function addWork(page: Page, title: string, words: string, ask: string, of: string) {
	await page.goto('/work/new');
	await field(page, 'title').fill(title);
	await page.locator('main [name="words"]').fill(words);
	await page.locator('input[type="file"]').last().setInputFiles(picture());
	await page.locator('form[action="?/add"] button').last().click();
	await page.waitForURL(/\/work\/[0-9a-f-]{36}/);
	const shown = page.locator('main img').first();
	await expect(shown).toBeVisible();
	expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
	const form = page.locator('form[action="?/ask"]');
	if (!(await form.isVisible())) await page.locator('summary', { hasText: 'Ask' }).first().click();
	await form.getByLabel(new RegExp(of)).check({ force: true });
	await field(form, 'wantsToKnow').fill(ask);
	await form.getByRole('button').last().click();
	await expect(page.getByText(ask)).toBeVisible();
	return new URL(page.url()).pathname;
}

/** The teacher opens the work that waits for an answer, from today's queue or else by its learner, and answers. */
export async function giveFeedback(
	page: Page,
	learner: string,
	{ title, ask }: { readonly title: string; readonly ask: string },
	{ works, next }: { readonly works: string; readonly next: string }
) {
	await page.goto('/staff');
	const entry = page.locator('main li', { hasText: ask });
	if ((await entry.count()) > 0) await entry.last().locator('a[href*="/work/"]').click();
	else {
		await page.goto('/staff/learners');
		const row = page.getByRole('link', { name: learner }).first();
		await page.goto(`${await row.getAttribute('href')}/work`);
		await page.getByRole('link', { name: title }).first().click();
	}
	await page.waitForURL(/\/work\/[0-9a-f-]{36}/);
	const form = page.locator('form[action="?/feedback"]');
	if (!(await form.isVisible()))
		await page.locator('summary:has(~ * form[action="?/feedback"])').click();
	await field(form, 'worksWell').fill(works);
	await field(form, 'nextStep').fill(next);
	await form.getByRole('button').last().click();
	await expect(page.getByText(next).first()).toBeVisible();
}

/** The learner says what they do with the feedback. */
export async function answerFeedback(page: Page, address: string, next: string, words: string) {
	await page.goto(address);
	await expect(page.getByText(next, { exact: true })).toBeVisible();
	const form = page.locator('form[action="?/respond"]').first();
	await field(form, 'words').fill(words);
	await form.locator('button[value="changed"]').click();
	await expect(page.getByText(words)).toBeVisible();
}
