// The ways of a learner by Tab, Enter, Space and arrows alone; the focus is seen at every stop on the way.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { focused } from './in-page.ts';
import { signIn } from './people.ts';

const mostStops = 120;

const isFocused = (target: Locator): Promise<boolean> =>
	target.evaluate((element) => element === document.activeElement);

/** Goes on by Tab until `target` has the focus; every stop must show where one is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let stop = 0; stop < mostStops; stop++) {
		await page.keyboard.press('Tab');
		const where = await page.evaluate(focused);
		if (where) expect(where).toMatchObject({ seen: true, marked: true });
		if (await isFocused(target)) return;
	}
	throw new Error(`Tab does not come to ${target}.`);
}

async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

/** Follows a link of the navigation. */
async function goTo(page: Page, address: string): Promise<void> {
	await pressOn(page, page.locator(`nav a[href="${address}"]:visible`).first(), 'Enter');
	await page.waitForURL(`**${address}`);
	await expect(page.locator('main h1').first()).toBeVisible();
}

async function asYasmin(page: Page): Promise<void> {
	await signIn(page.context().request, 'yasmin');
	await page.goto('/today');
}

test('the first Tab offers to skip to the content', async ({ page }) => {
	await asYasmin(page);
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('main :focus')).toHaveCount(1);
});

test('signs in by name and password', async ({ page }) => {
	await page.goto('/sign-in');
	await tabTo(page, page.locator('[name="identifier"]'));
	await page.keyboard.type('yasmin');
	await tabTo(page, page.locator('[name="password"]'));
	await page.keyboard.type('awakotare');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/today');
});

// On a phone the navigation lies at the foot, where it could cover what has the focus.
const places = [
	{ on: 'a laptop', width: 1366, step: 'Read it to Room 1' },
	{ on: 'a phone', width: 390, step: 'Draw all eight pages' }
] as const;
for (const { on, width, step: words } of places) {
	test(`ticks a step and takes the tick back, on ${on}`, async ({ page }) => {
		await page.setViewportSize({ width, height: 700 });
		await asYasmin(page);
		await goTo(page, '/plan');
		const step = page.getByRole('checkbox', { name: words });
		for (const key of ['Space', 'Enter'] as const) {
			const before = (await step.getAttribute('aria-checked')) === 'true';
			await pressOn(page, step, key);
			await expect(step).toHaveAttribute('aria-checked', String(!before));
		}
	});
}

test('opens a strand of the map', async ({ page }) => {
	await asYasmin(page);
	await goTo(page, '/map');
	await pressOn(page, page.locator('main a[href^="/map/"]:visible').first(), 'Enter');
	await page.waitForURL(/\/map\/[0-9a-f-]{36}$/);
	await expect(page.locator('main h1')).toBeVisible();
});

/** Gives some answer to the question, whatever its kind. */
async function fillIn(page: Page): Promise<void> {
	const form = page.locator('form[action="?/answer"]');
	const pressed = form.locator('input[type="radio"], input[type="checkbox"]').first();
	if ((await pressed.count()) > 0) {
		await tabTo(page, pressed);
		await page.keyboard.press('Space');
	}
	for (const [n, choice] of (await form.locator('select').all()).entries()) {
		await tabTo(page, choice);
		for (let down = 0; down <= n; down++) await page.keyboard.press('ArrowDown');
	}
	for (const typed of await form.locator('[name="text"]').all()) {
		await tabTo(page, typed);
		await page.keyboard.type('2');
	}
}

test('starts a check, answers a question, and says “I don’t know yet” to the next', async ({
	page
}) => {
	await asYasmin(page);
	await page.goto('/check');
	const start = page.locator('form[action="?/start"]', { hasText: 'Number and fractions' });
	await pressOn(page, start.getByRole('button'), 'Enter');
	await page.waitForURL(/\/check\/[0-9a-f-]{36}/);
	const form = page.locator('form[action="?/answer"]');
	await fillIn(page);
	await pressOn(page, form.locator('.do button:not([name])'), 'Enter');
	await expect(page.locator('#said h1')).toBeVisible();
	await pressOn(page, page.getByRole('link', { name: 'Next question' }), 'Enter');
	await pressOn(page, form.locator('button[name="dontKnow"]'), 'Space');
	await expect(page.locator('#said h1')).toBeVisible();
});

test('asks what could come next, and picks one of the ways', async ({ page }) => {
	await asYasmin(page);
	await page.goto('/next');
	const offered = page.locator('main article input[name="setId"]').first();
	const before = (await offered.count()) > 0 ? await offered.inputValue() : '';
	await pressOn(page, page.locator('form[action="?/offer"] button'), 'Enter');
	await expect(offered).not.toHaveValue(before);
	const way = page.locator('main article').filter({ has: page.locator('form[action="?/pick"]') });
	const title = await way.first().getByRole('heading').innerText();
	await pressOn(page, way.first().locator('form[action="?/pick"] button'), 'Enter');
	await page.waitForURL('**/plan');
	// On the plan at once: as a step, or said to wait where the way needs an adult.
	const step = page.getByRole('checkbox', { name: title });
	await expect(step.or(page.getByText(`${title} waits for a yes`)).first()).toBeVisible();
});
