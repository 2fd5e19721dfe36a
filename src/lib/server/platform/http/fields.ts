import * as v from 'valibot';
import { isUuid, type Uuid } from '../ids.ts';

/** A form field that names something by its id; the brand says what, the policy says whether it may be touched. */
export const idField = <Id extends Uuid>() => v.custom<Id>((value) => isUuid(value));

/** What a person wrote: trimmed, at least one character, at most `most`; line ends are kept. */
export const wordsField = (most: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'form.words-missing'),
		v.maxLength(most, 'form.words-too-long')
	);

/** The same, where nothing written means nothing. */
export const optionalWordsField = (most: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(most, 'form.words-too-long'),
		v.transform((words) => (words === '' ? null : words))
	);

/** A box that is ticked or not: absent means not. */
export const tickField = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value !== '')
	);
