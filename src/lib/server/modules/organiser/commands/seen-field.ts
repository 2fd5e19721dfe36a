import * as v from 'valibot';

/** When the page that was answered was made, so that nobody answers what they have not seen; null where it is not said. */
export const seenField = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => text === '' || !Number.isNaN(Date.parse(text))),
		v.transform((text) => (text === '' ? null : new Date(text)))
	);
