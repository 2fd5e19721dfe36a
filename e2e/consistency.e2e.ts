// Rules that hold for every component, checked over the whole gallery.
import { expect, test } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { bandOf, describeLook, open, sections, type Look, type Section } from './gallery.ts';
import {
	clippedText,
	focused,
	focusIndex,
	moving,
	overflow,
	smallTargets,
	spaceText,
	tinyText
} from './in-page.ts';

// SvelteKit hides the element that speaks a new page's title by a style attribute. The policy blocks
// that one, as it should, and `tokens/base.css` hides the element instead.
const announcer = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';
const isFull = process.env['LOCUS_TEST_FULL'] === '1';

// Each pair of theme, contrast, direction and width meets at least once.
const sample: readonly (readonly [number, Look])[] = [
	[320, { theme: 'light' }],
	[1366, { theme: 'dark', dir: 'rtl' }],
	[1366, { theme: 'light', contrast: 'more', audience: 'teacher', tint: 'blue' }],
	[320, { theme: 'dark', contrast: 'more', dir: 'rtl', audience: 'family', text: 'xl' }]
];
const whole = [320, 820, 1366].flatMap((width) =>
	(['light', 'dark'] as const).flatMap((theme) =>
		[{}, { contrast: 'more' as const }].flatMap((contrast) =>
			[{}, { dir: 'rtl' as const }].flatMap((dir) =>
				[
					{},
					...(['teacher', 'family', 'leader', 'mentor'] as const).map((a) => ({ audience: a }))
				].map((audience): [number, Look] => [width, { theme, ...contrast, ...dir, ...audience }])
			)
		)
	)
);
const looks = isFull ? whole : sample;

const least = (section: Section): number =>
	({ '5-7': 56, '8-11': 48, '12-18': 44 })[bandOf[section] ?? '12-18'];

for (const section of sections) {
	test.describe(section, () => {
		for (const [width, look] of looks) {
			test(`axe finds nothing: ${width} px, ${describeLook(look)}`, async ({ page }) => {
				await page.setViewportSize({ width, height: 900 });
				await open(page, section, look);
				expect(await axeFindings(page)).toEqual([]);
			});
		}

		test('axe finds nothing with everything opened, and in forced colours', async ({ page }) => {
			await page.emulateMedia({ forcedColors: 'active' });
			await open(page, section);
			await page.evaluate(() => {
				for (const details of document.querySelectorAll('details')) details.open = true;
			});
			// the device paints its own colours here, which axe cannot read (it sees the page's)
			expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
		});

		test('reflows at 320 px: both directions, large text, wide spacing', async ({ page }) => {
			await page.setViewportSize({ width: 320, height: 640 });
			for (const look of [{}, { dir: 'rtl' }, { text: 'xl', spacing: 'wide' }] as const) {
				await open(page, section, look);
				expect.soft(await page.evaluate(overflow), describeLook(look)).toEqual({ by: 0, what: [] });
			}
		});

		test('holds when a reader spaces the text', async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 800 });
			await open(page, section);
			await page.evaluate(spaceText);
			expect(await page.evaluate(overflow)).toEqual({ by: 0, what: [] });
			expect(await page.evaluate(clippedText)).toEqual([]);
		});

		test('has large targets, no text under 14 px and no motion where it is unwanted', async ({
			page
		}) => {
			for (const width of [390, 1366]) {
				await page.setViewportSize({ width, height: 900 });
				await open(page, section, { text: 's', motion: 'less' });
				expect(await page.evaluate(smallTargets, least(section))).toEqual([]);
				expect(await page.evaluate(tinyText)).toEqual([]);
				expect(await page.evaluate(moving)).toEqual([]);
			}
		});

		test('shows the focus, in reading order, and never under the foot', async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 700 });
			await open(page, section);
			await page.evaluate(() => {
				if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
			});
			let last = -1;
			for (let step = 0; step < 60; step++) {
				await page.keyboard.press('Tab');
				const where = await page.evaluate(focused);
				const index = await page.evaluate(focusIndex);
				if (!where || index <= last) break;
				expect(where).toMatchObject({ seen: true, marked: true });
				last = index;
			}
			expect(last).toBeGreaterThan(0);
		});

		test('is whole without script, and asks nobody else for anything', async ({
			browser,
			baseURL
		}) => {
			const context = await browser.newContext({ javaScriptEnabled: false });
			const page = await context.newPage();
			const strangers: string[] = [];
			page.on('request', (request) => {
				if (!request.url().startsWith(String(baseURL))) strangers.push(request.url());
			});
			await page.goto(`${baseURL}/gallery/${section}`);
			await expect(page.locator('h1').first()).toBeVisible();
			await expect(page.locator('main#main')).toBeVisible();
			expect(strangers).toEqual([]);
			await context.close();
		});

		test('breaks no rule of the content security policy', async ({ page }) => {
			const broken: string[] = [];
			page.on('console', (message) => {
				const text = message.text();
				if (text.includes('Content Security Policy') && !text.includes(announcer))
					broken.push(text);
			});
			page.on('pageerror', (error) => broken.push(error.message));
			await open(page, section);
			await page.waitForTimeout(100);
			expect(broken).toEqual([]);
		});
	});
}
