import { expect, test } from '@playwright/test';
import { open } from './gallery.ts';

/** The font files a page fetched, by the end of their names. */
const fontFiles = (): string[] =>
	performance
		.getEntriesByType('resource')
		.map(({ name }) => /([\w-]+)\.[\w-]+\.woff2$/.exec(name)?.[1] ?? '')
		.filter(Boolean)
		.sort();

test('te reo Māori needs the Latin file alone', async ({ page }) => {
	await open(page, 'today'); // kōrero, Māori names
	await page.evaluate(() => document.fonts.ready);
	expect(await page.evaluate(fontFiles)).toEqual(['atkinson-hyperlegible-next-latin-wght-normal']);
});

test('a word of Arabic costs the everyday letters, not the whole font', async ({ page }) => {
	await open(page, 'plan');
	await page.evaluate(() => document.fonts.ready);
	expect(await page.evaluate(fontFiles)).toEqual([
		'atkinson-hyperlegible-next-latin-wght-normal',
		'noto-sans-arabic-everyday'
	]);
});

test('ō is as wide and as heavy as o: it comes from the same font', async ({ page }) => {
	await open(page, 'today');
	const widths = await page.evaluate(async () => {
		await document.fonts.ready;
		const context = document.createElement('canvas').getContext('2d');
		if (!context) return [];
		context.font = `600 100px ${getComputedStyle(document.body).fontFamily}`;
		return ['o', 'ō', 'a', 'ā'].map((letter) => context.measureText(letter).width);
	});
	expect(widths[1]).toBeCloseTo(widths[0] ?? 0, 1);
	expect(widths[3]).toBeCloseTo(widths[2] ?? 0, 1);
});
