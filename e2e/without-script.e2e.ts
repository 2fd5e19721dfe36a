// What must work where no script runs (an old device, a broken line): to sign in, read, tick, write and answer.
import { expect, test, type Locator, type Page } from '@playwright/test';

test.use({ javaScriptEnabled: false });

// As people whose plans no other file changes; what is done here is taken back here.
async function signInWithoutScript(page: Page, name: string, home: string): Promise<void> {
	await page.goto('/sign-in');
	await page.locator('[name="identifier"]').fill(name);
	await page.locator('[name="password"]').fill('awakotare');
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await page.waitForURL(`**${home}`);
}

/** The other state of a tick, after the page that comes back shows it. */
async function press(tick: Locator): Promise<void> {
	const before = (await tick.getAttribute('aria-checked')) === 'true';
	await tick.click();
	await expect(tick).toHaveAttribute('aria-checked', String(!before));
}

test('a wrong password is said beside the form, and what was typed stays', async ({ page }) => {
	await page.goto('/sign-in');
	await page.locator('[name="identifier"]').fill('nobody-of-that-name');
	await page.locator('[name="password"]').fill('not-the-password');
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(page.getByRole('alert').first()).toBeVisible();
	await expect(page.locator('[name="identifier"]')).toHaveValue('nobody-of-that-name');
	await expect(page.locator('[name="password"]')).toHaveValue('');
});

test('a learner reads the plan, ticks a step and takes the tick back', async ({ page }) => {
	await signInWithoutScript(page, 'yasmin', '/today');
	await page.locator('nav a[href="/plan"]').first().click();
	await page.waitForURL('**/plan');
	const goal = page.locator('main article').filter({ hasText: 'when two fractions are the same' });
	await expect(goal).toContainText('I’ll know when');
	const step = page.getByRole('checkbox', { name: 'Teach it to somebody younger' });
	await press(step);
	await press(step);
	await goal.locator('a[href^="/plan/goal/"]').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('when two fractions');
});

test('a learner writes a sentence to family and teachers, and takes it back', async ({ page }) => {
	await signInWithoutScript(page, 'yasmin', '/today');
	await page.goto('/me/messages');
	const words = 'The bread is in the oven, Teta.';
	const said = page.locator('#talk').getByText(words, { exact: true });
	await page.locator('form[action^="?/say"] textarea').fill(words);
	await page.locator('form[action^="?/say"]').getByRole('button').click();
	await expect(said.last()).toBeVisible();
	const mine = page.locator('#talk li, #talk article').filter({ hasText: words }).last();
	await mine.locator('summary').click();
	await mine.locator('form[action^="?/takeback"] button').click();
	await expect(page.locator('form[action^="?/restore"]')).toBeVisible();
	await expect(said).toHaveCount(0);
});

test('an empty sentence is refused in words, and the page stays', async ({ page }) => {
	await signInWithoutScript(page, 'yasmin', '/today');
	await page.goto('/me/messages');
	await page.locator('form[action^="?/say"]').getByRole('button').click();
	const box = page.locator('form[action^="?/say"] textarea');
	await expect(box).toHaveAttribute('aria-invalid', 'true');
	await expect(box).toHaveAccessibleDescription('Write something here first.');
});

test('a teacher agrees to a proposal, and takes the answer back', async ({ page }) => {
	await signInWithoutScript(page, 'marama', '/staff');
	await page.goto('/staff/plans');
	const waiting = page.locator('main article:has(form[action="?/agree"])');
	const about = await waiting.first().innerText();
	const same = page.locator('main article', { hasText: about.split('\n')[0] ?? about });
	const before = await same.count();
	await waiting.first().locator('form[action="?/agree"] button').click();
	await expect(page.locator('form[action="?/takeBack"]')).toBeVisible();
	await expect(same).toHaveCount(before - 1);
	await page.locator('form[action="?/takeBack"] button').click();
	await expect(same).toHaveCount(before);
});
