// An old computer shows a page long before its script runs: what is typed in between stays.
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './people.ts';

/** Opens a page whose scripts wait until the returned function is called, which ends when they have run. */
async function openWithoutItsScript(page: Page, address: string): Promise<() => Promise<void>> {
	let release = (): void => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	return async () => {
		const hasStarted = page.waitForResponse(/\/nodes\/.*\.js/);
		release();
		await hasStarted;
		await page.waitForLoadState('networkidle');
	};
}

test('a name typed before the script is there stays in its field', async ({ page }) => {
	const start = await openWithoutItsScript(page, '/sign-in');
	const name = page.locator('[name="identifier"]');
	await name.fill('somebody');
	await start();
	await expect(name).toHaveValue('somebody');
});

test('words of a goal outlast the start of the script', async ({ page, context }) => {
	await signIn(context.request, 'wi');
	const start = await openWithoutItsScript(page, '/plan/goal/new');
	const fields = await page.locator('main form textarea').all();
	for (const [n, field] of fields.entries()) await field.fill(`words ${n}`);
	await start();
	expect(fields.length).toBeGreaterThan(0);
	for (const [n, field] of fields.entries()) await expect(field).toHaveValue(`words ${n}`);
});

test('what was picked and ticked outlasts it too', async ({ page, context }) => {
	await signIn(context.request, 'wi');
	const start = await openWithoutItsScript(page, '/me/settings');
	const tint = page.locator('select[name="tint"]');
	const tick = page.locator('main form input[type="checkbox"]').first();
	const wasTicked = await tick.isChecked();
	const last = (await tint.locator('option').last().getAttribute('value')) ?? '';
	await tint.selectOption(last);
	await tick.setChecked(!wasTicked, { force: true });
	await start();
	await expect(tint).toHaveValue(last);
	await expect(tick).toBeChecked({ checked: !wasTicked });
});
