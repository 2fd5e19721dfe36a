import * as v from 'valibot';
import { isSchoolDay, type SchoolDay } from '../clock/index.ts';
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

/** A day from a date field. */
export const dayField = () => v.custom<SchoolDay>((day) => isSchoolDay(day), 'form.no-such-day');

/** The same, where nothing written means no day. */
export const optionalDayField = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((day): SchoolDay | null | undefined =>
			day === '' ? null : isSchoolDay(day) ? day : undefined
		),
		v.custom<SchoolDay | null>((day) => day !== undefined, 'form.no-such-day')
	);

/** A time of day from a time field, `HH:MM`. */
export const timeField = () =>
	v.pipe(
		v.string(),
		v.regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, 'form.no-such-time'),
		v.transform((time) => time.slice(0, 5))
	);

/** A whole number within limits. */
export const numberField = (from: number, to: number) =>
	v.pipe(
		v.union([
			v.pipe(
				v.string(),
				v.trim(),
				v.regex(/^\d{1,9}$/, 'form.no-such-number'),
				v.transform(Number)
			),
			v.number()
		]),
		v.integer('form.no-such-number'),
		v.minValue(from, 'form.number-too-small'),
		v.maxValue(to, 'form.number-too-large')
	);

/** The same, where nothing written means no number. */
export const optionalNumberField = (from: number, to: number) =>
	v.union([
		v.pipe(
			v.optional(v.nullable(v.literal('')), ''),
			v.transform(() => null)
		),
		numberField(from, to)
	]);

/** An amount of money as people write it, "12" or "12.50"; in minor units. Nothing written means none. */
export const optionalMoneyField = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^(\d{1,7}([.,]\d{1,2})?)?$/, 'form.no-such-amount'),
		v.transform((text) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 100)))
	);

/** Single words or phrases with commas between; empty ones and repeats are left out. */
export const listField = (most: number, mostLength = 60) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => [
			...new Set(
				text
					.split(',')
					.map((part) => part.trim())
					.filter((part) => part !== '')
			)
		]),
		v.maxLength(most, 'form.too-many'),
		v.everyItem((part) => part.length <= mostLength, 'form.words-too-long')
	);
