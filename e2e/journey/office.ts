import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** What the office of a school does first: sets the school up, brings its data in, hands out codes. */

export async function setUp(page: Page): Promise<void> {
	await page.goto('/set-up');
	const answers = {
		name: 'Jovian Learning District',
		siteName: 'Jovian Office',
		givenName: 'Mere',
		familyName: 'Office',
		username: 'office',
		password: 'the office of jovian'
	};
	for (const [name, value] of Object.entries(answers))
		await page.locator(`[name="${name}"]`).fill(value);
	await page.locator('form:has([name="siteName"]) button').last().click();
	await page.waitForURL((url) => url.pathname !== '/set-up');
	if (page.url().includes('/sign-in')) {
		await page.goto('/sign-in');
		await page.locator('[name="identifier"]').fill('office');
		await page.locator('[name="password"]').fill(answers.password);
		await page.locator('form:has([name="password"]) button').first().click();
		await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
	}
}

const filesIn = (path: string): readonly string[] =>
	statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];

/** Uploads, waits for the check, applies, waits for the end. */
export async function importFiles(page: Page, paths: readonly string[], kind: string) {
	await page.goto('/settings/imports');
	await page.locator('input[type="file"]').setInputFiles(paths.flatMap(filesIn));
	await page.locator('[name="kind"]').selectOption(kind);
	await page.locator('form:has(input[type="file"]) button').last().click();
	await page.waitForURL(/\/settings\/imports\/[0-9a-f-]{36}/);
	const apply = page.locator('form[action="?/apply"] button');
	await expect(apply).toBeVisible({ timeout: 180_000 });
	await apply.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('came in', {
		timeout: 180_000
	});
}

/** Confirms the first suggestion of topics of one source, all of a page at once; returns how many found their outcome. */
export async function matchTopics(page: Page, source: string, atLeast: number): Promise<number> {
	await page.goto(`/staff/matching?source=${source}`);
	let matched = 0;
	while (matched < atLeast) {
		const before = await page.locator('main ol > li').count();
		if (before === 0) return matched;
		await page.locator('form[action^="?/confirm"]').last().getByRole('button').click();
		await expect(page.getByRole('status')).toBeVisible();
		matched += before;
	}
	return matched;
}

/** A one-time code for one person, as the office reads it out. */
export async function issueCode(page: Page, name: string): Promise<string> {
	await page.goto(`/settings/people?name=${encodeURIComponent(name)}`);
	await page.getByRole('button', { name: new RegExp(`code.*${name}`, 'i') }).click();
	return page.getByRole('status').locator('strong').innerText();
}
