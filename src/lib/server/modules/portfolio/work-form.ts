import * as v from 'valibot';
import { addDays, isSchoolDay, schoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { idField, optionalWordsField, wordsField } from '../../platform/http/fields.ts';
import type { Uuid } from '../../platform/ids.ts';
import { foldName } from '../people/index.ts';

export const mostTitle = 120;
export const mostWords = 20_000;
export const mostFiles = 6;

/** An address on the web, with or without its `https://`; anything that a browser would run is refused. */
function readLink(typed: string): string | null {
	const text = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
	const url = URL.canParse(text) ? new URL(text) : null;
	const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
	return isWeb && url.hostname.includes('.') ? url.href : null;
}

/** A link, or nothing. */
export const linkField = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(2_000, 'form.words-too-long'),
		v.check((typed) => typed === '' || readLink(typed) !== null, 'portfolio.link-wrong'),
		v.transform((typed) => (typed === '' ? null : readLink(typed)))
	);

/** The day on which something was made; nothing typed means today. */
export const madeOnField = () =>
	v.optional(
		v.union([
			v.custom<SchoolDay>(isSchoolDay),
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			)
		])
	);

/** A thing that may be named or not; an empty choice names nothing. */
export const maybeIdField = <Id extends Uuid>() =>
	v.optional(
		v.union([
			idField<Id>(),
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			)
		])
	);

/** What a revision is made of: words, pictures with what they show, a link. */
export const contentFields = {
	words: optionalWordsField(mostWords),
	alt: optionalWordsField(500),
	link: linkField()
};

export const titleField = () => wordsField(mostTitle);

/** Whether a day lies ahead everywhere on earth; a school's today may be a day after ours. */
export const isAhead = (day: SchoolDay, now: Date): boolean =>
	day > addDays(schoolDay(now, 'UTC'), 1);

/** What search compares. */
export const foldedWork = (title: string, words: string | null): string =>
	foldName(`${title} ${words ?? ''}`);
