// No voice comes with the browser of the tests, so a device with voices is put in place of its own:
// the page's side is what is tested.
import { expect, test, type Page } from '@playwright/test';
import { open } from './gallery.ts';

async function deviceWith(page: Page, languages: readonly string[]): Promise<void> {
	await page.addInitScript((langs) => {
		const said: string[] = [];
		const device = {
			getVoices: () => langs.map((lang) => ({ lang, localService: true, name: lang })),
			addEventListener: () => {},
			removeEventListener: () => {},
			cancel: () => {},
			speak: (speech: SpeechSynthesisUtterance) => {
				said.push(speech.text);
				const at = speech.text.indexOf('blue');
				speech.onboundary?.(
					new SpeechSynthesisEvent('boundary', { utterance: speech, charIndex: at, charLength: 4 })
				);
			}
		};
		Object.defineProperty(window, 'speechSynthesis', { value: device });
		Object.defineProperty(window, 'SpeechSynthesisUtterance', {
			value: class {
				readonly text: string;
				constructor(text: string) {
					this.text = text;
				}
			}
		});
		Object.defineProperty(window, 'SpeechSynthesisEvent', {
			value: class {
				constructor(_: string, init: object) {
					Object.assign(this, init);
				}
			}
		});
		Object.assign(window, { said });
	}, languages);
}

test('reads what stands there and marks the word it says', async ({ page }) => {
	await deviceWith(page, ['en-NZ']);
	await open(page, 'young');
	const button = page.getByRole('button', { name: 'Listen: Garden time' });
	await button.click();
	expect(await page.evaluate(() => Reflect.get(window, 'said'))).toEqual([
		expect.stringMatching(/^Now\s+Garden time\s+Go to the blue gate\.\s+$/)
	]);
	const marked = await page.evaluate(() => {
		const [range] = CSS.highlights.get('heard') ?? [];
		return range instanceof Range ? range.toString() : '';
	});
	expect(marked).toBe('blue');
	const stop = page.getByRole('button', { name: 'Stop reading' });
	await stop.click();
	await expect(button).toBeVisible();
	expect(await page.evaluate(() => CSS.highlights.has('heard'))).toBe(false);
});

test('shows no button where the device has no voice for the language', async ({ page }) => {
	await deviceWith(page, ['fr-FR']);
	await open(page, 'young');
	await expect(page.getByRole('button', { name: /Listen/ })).toHaveCount(0);
});
