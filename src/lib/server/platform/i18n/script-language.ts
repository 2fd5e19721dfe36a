import { baseLocale, type Locale } from './index.ts';

/** A built script as a page names it: in a link that loads it early, or where the page starts. */
const script = /((?:href="|import\(")[./]*\/_app\/immutable\/)(?=(?:entry|nodes|chunks)\/)/g;

/** The page with the scripts that speak its language: the build writes them once for each (`tools/bundle/one-language.ts`). */
export const withScriptsIn = (locale: Locale, html: string): string =>
	locale === baseLocale ? html : html.replaceAll(script, `$1${locale}/`);
