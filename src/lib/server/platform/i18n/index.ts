import { AsyncLocalStorage } from 'node:async_hooks';
import * as messages from '#lib/paraglide/messages.js';
import {
	baseLocale,
	isLocale,
	locales,
	overwriteServerAsyncLocalStorage
} from '#lib/paraglide/runtime.js';

export type Locale = (typeof locales)[number];
export { baseLocale, isLocale, locales };

const requestLocale = new AsyncLocalStorage<{
	locale?: Locale;
	origin?: string;
	messageCalls?: Set<string>;
}>();
overwriteServerAsyncLocalStorage(requestLocale);

/** Runs `work` with every message in `locale`. */
export const inLocale = <T>(locale: Locale, work: () => T): T =>
	requestLocale.run({ locale, origin: '', messageCalls: new Set() }, work);

/** The best of our locales for an Accept-Language header, or null. */
export function acceptedLocale(header: string | null): Locale | null {
	const wanted = (header ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', quality = 'q=1'] = part.trim().split(';');
			return {
				tag: tag.toLowerCase().split('-')[0] ?? '',
				quality: Number(quality.trim().slice(2))
			};
		})
		.sort((a, b) => b.quality - a.quality);
	for (const { tag } of wanted) if (isLocale(tag)) return tag;
	return null;
}

/** The first that is one of ours: the person's, the device's, the school's, English. */
export function chooseLocale(...candidates: readonly (string | null | undefined)[]): Locale {
	for (const candidate of candidates) if (candidate && isLocale(candidate)) return candidate;
	return baseLocale;
}

/** `plans.already-agreed` is said by the message `error_plans_already_agreed`. */
export const errorMessageKey = (code: string): string => `error_${code.replaceAll(/[.-]/g, '_')}`;

/** What a failure's code says to a person, in the request's locale; a code without words is a defect in our files. */
export function errorMessage(code: string): string {
	// SAFETY: the module's exports are message functions by name; a name that is missing gives undefined.
	const all = messages as unknown as Readonly<
		Record<string, ((inputs: object) => string) | undefined>
	>;
	const say = all[errorMessageKey(code)];
	if (!say) throw new TypeError(`no message for the code ${code}`);
	return say({});
}
