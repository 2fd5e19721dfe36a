// Young children at a class's tablet: by pictures with and without script, by card, and not at all (TS6).
import { expect, test, type Browser, type Page } from '@playwright/test';

// One class, one window: each test goes on from the one before.
test.describe.configure({ mode: 'serial' });

const kahusPictures = ['Kererū', 'Gumboot', 'Moon'];

async function tablet(browser: Browser, javaScriptEnabled = true): Promise<Page> {
	const viewport = { width: 820, height: 1180 };
	return (await browser.newContext({ javaScriptEnabled, viewport })).newPage();
}

let teacher: Page;
let classAddress = '';
let code = '';
test.beforeAll(async ({ browser }) => {
	teacher = await (await browser.newContext()).newPage();
	await teacher.goto('/sign-in');
	await teacher.fill('[name=identifier]', 'marama');
	await teacher.fill('[name=password]', 'awakotare');
	await teacher.press('[name=password]', 'Enter');
	await teacher.waitForURL('**/staff');
	await teacher.goto('/staff/classes');
	await teacher.getByRole('link', { name: 'Tauhou' }).click();
	await teacher.waitForURL('**/staff/classes/*-*');
	classAddress = teacher.url();
	// A run before this one may have left it open.
	const shut = teacher.getByRole('button', { name: 'Shut it now' });
	if (await shut.isVisible()) await shut.click();
	await teacher.getByRole('button', { name: 'Open the picture window' }).click();
	const link = teacher.locator('a[href*="/sign-in/class/"]');
	code = ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
});
test.afterAll(() => teacher.context().close());

async function touchAsKahu(page: Page, pictures: readonly string[]) {
	await page.goto(`/sign-in/class/${code}`);
	await page.getByRole('link', { name: 'Kahu' }).click();
	for (const name of pictures) await page.getByRole('button', { name }).click();
}

for (const hasScript of [true, false]) {
	test(`three pictures in their order open Today, ${hasScript ? 'with' : 'without'} script`, async ({
		browser
	}) => {
		const page = await tablet(browser, hasScript);
		await touchAsKahu(page, kahusPictures);
		await page.waitForURL('**/today');
		await page.context().close();
	});
}

test('another order does not, and the child may try again', async ({ browser }) => {
	const page = await tablet(browser);
	await touchAsKahu(page, [...kahusPictures].reverse());
	await expect(page.getByRole('alert')).toHaveText('Not quite. Try again.');
	await page.context().close();
});

test('a card opens Today while the window is open, and nothing once it is shut', async ({
	browser
}) => {
	await teacher.goto(`${classAddress}/cards`);
	const boxes = teacher.getByRole('checkbox');
	for (const box of await boxes.all()) await box.uncheck();
	await teacher.getByRole('checkbox', { name: 'Kahurangi' }).check();
	await teacher.getByRole('button', { name: 'Make new cards' }).click();
	const secret = (await teacher.locator('.cards .code').innerText()).trim();

	const page = await tablet(browser);
	await page.goto(`/sign-in/card#${secret}`);
	await page.waitForURL('**/today');
	expect(page.url()).not.toContain(secret);

	await teacher.goto(classAddress);
	await teacher.getByRole('button', { name: 'Shut it now' }).click();
	await expect(teacher.getByRole('heading', { name: 'The picture window is shut' })).toBeVisible();
	const late = await tablet(browser, false);
	await late.goto('/sign-in/card');
	await late.fill('[name=code]', secret);
	await late.getByRole('button', { name: 'Sign in' }).click();
	await expect(late.getByText('Your card works while your class is open.').first()).toBeVisible();
	await late.goto(`/sign-in/class/${code}`);
	await expect(late.getByRole('heading', { name: 'This door is shut' })).toBeVisible();
	for (const each of [page, late]) await each.context().close();
});
