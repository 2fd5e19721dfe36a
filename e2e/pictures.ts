/**
 * Every page as a picture, to be looked at:
 *
 *     node tools/locus.mjs run e2e/pictures.ts FOLDER [PART OF A NAME, such as "week as kahu"]
 *
 * The application runs already (with LOCUS_E2E_PORT its port) and holds the demo community. One picture shows one page as
 * one person in five looks beside each other: phone, phone dark and right to left, tablet right to left, laptop dark, laptop.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { addressOf, visits, type Visit } from './pages.ts';
import { origin, signIn } from './people.ts';
import { browserOptions } from './browser.ts';

const looks = [
	{ width: 390, height: 844, scale: 1, theme: 'light', dir: 'ltr' },
	{ width: 390, height: 844, scale: 1, theme: 'dark', dir: 'rtl' },
	{ width: 820, height: 1180, scale: 0.72, theme: 'light', dir: 'rtl' },
	{ width: 1366, height: 768, scale: 0.7, theme: 'dark', dir: 'ltr' },
	{ width: 1366, height: 768, scale: 0.7, theme: 'light', dir: 'ltr' }
] as const;
type Look = (typeof looks)[number];

async function shoot(page: Page, { width, height, theme, dir }: Look): Promise<string> {
	await page.setViewportSize({ width, height });
	await page.evaluate(
		(look) => {
			document.documentElement.dir = look.dir;
			document.documentElement.dataset['theme'] = look.theme;
			for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
		},
		{ theme, dir }
	);
	// The ground of a map is drawn anew for its width.
	await page.waitForTimeout(200);
	return (await page.screenshot({ fullPage: true })).toString('base64');
}

const figure = ({ width, scale }: Look, shot: string | undefined) =>
	`<div style="flex:none;width:${width * scale}px"><img style="width:100%" src="data:image/png;base64,${shot}"></div>`;

/** Puts the looks side by side; what is lower than two screens of a phone is cut off. */
async function lay(sheet: Page, shots: readonly string[], path: string): Promise<void> {
	const width = looks.reduce((sum, look) => sum + look.width * look.scale + 12, 12);
	await sheet.setViewportSize({ width: Math.ceil(width), height: 1_576 });
	await sheet.setContent(
		`<body style="margin:0;padding:12px;display:flex;gap:12px;background:#888">${looks
			.map((look, at) => figure(look, shots[at]))
			.join('')}</body>`
	);
	await sheet.screenshot({ path });
}

async function picture(browser: Browser, sheet: Page, visit: Visit, path: string): Promise<void> {
	const context = await browser.newContext({ baseURL: origin });
	if (visit.person) await signIn(context.request, visit.person);
	const page = await context.newPage();
	await page.goto(await addressOf(context.request, visit), { waitUntil: 'networkidle' });
	const shots: string[] = [];
	for (const look of looks) shots.push(await shoot(page, look));
	await lay(sheet, shots, path);
	await context.close();
}

const [folder = 'reports/pictures', part = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(browserOptions());
const sheet = await browser.newPage();
for (const visit of visits.filter(({ name }) => name.includes(part))) {
	const path = join(folder, `${visit.name.replaceAll(/\W+/g, '-')}.png`);
	await picture(browser, sheet, visit, path);
	process.stdout.write(`${path}\n`);
}
await browser.close();
