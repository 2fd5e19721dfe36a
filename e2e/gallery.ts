import type { Page } from '@playwright/test';

/** The pages of the gallery; together they show every component in its states. */
export const sections = [
	'basics',
	'forms',
	'plan',
	'map',
	'today',
	'middle',
	'young',
	'pictures',
	'patterns'
] as const;
export type Section = (typeof sections)[number];

/** The age band a section is drawn for. */
export const bandOf: Readonly<Partial<Record<Section, '5-7' | '8-11'>>> = {
	young: '5-7',
	middle: '8-11'
};

/** One look of a page. */
export interface Look {
	readonly theme?: 'light' | 'dark';
	readonly contrast?: 'more';
	readonly dir?: 'rtl';
	readonly text?: 's' | 'xl';
	readonly spacing?: 'wide';
	readonly audience?: 'teacher' | 'family' | 'leader' | 'mentor';
	readonly tint?: 'white' | 'peach' | 'blue' | 'green' | 'rose';
	readonly motion?: 'less';
}

/** Opens a section of the gallery in a look, and waits until its script has set the look. */
export async function open(page: Page, section: Section, look: Look = {}): Promise<void> {
	const band = bandOf[section];
	const query = new URLSearchParams({ ...look, ...(band ? { band } : {}), ready: '1' });
	await page.goto(`/gallery/${section}?${query}`);
	await page.waitForSelector('html[data-ready]');
}

export const describeLook = (look: Look): string => Object.values(look).join(' ') || 'plain';
