import { m } from '#lib/paraglide/messages.js';

export type SpeechLocale = 'en' | 'mi';

type Word = (inputs: Record<string, never>, options: { locale: SpeechLocale }) => string;

/** Spoken words for signs and commands; a name that is missing here is spoken as its own letters. */
export const signWords: Readonly<Record<string, Word>> = {
	'+': m.items_speech_plus,
	'-': m.items_speech_minus,
	'*': m.items_speech_times,
	'/': m.items_speech_over,
	'=': m.items_speech_equals,
	'<': m.items_speech_less,
	'>': m.items_speech_greater,
	'!': m.items_speech_factorial,
	'|': m.items_speech_bar,
	'\\times': m.items_speech_times,
	'\\cdot': m.items_speech_times,
	'\\div': m.items_speech_divided,
	'\\pm': m.items_speech_plus_or_minus,
	'\\le': m.items_speech_at_most,
	'\\leq': m.items_speech_at_most,
	'\\ge': m.items_speech_at_least,
	'\\geq': m.items_speech_at_least,
	'\\ne': m.items_speech_not_equal,
	'\\neq': m.items_speech_not_equal,
	'\\approx': m.items_speech_about,
	'\\underline': m.items_speech_blank,
	'\\infty': m.items_speech_infinity,
	'\\cup': m.items_speech_union,
	'\\to': m.items_speech_to,
	'\\%': m.items_speech_percent,
	'\\circ': m.items_speech_degrees,
	'\\log': m.items_speech_log,
	'\\ln': m.items_speech_natural_log,
	'\\sin': m.items_speech_sine,
	'\\cos': m.items_speech_cosine,
	'\\tan': m.items_speech_tangent
};

/** Words that shape what stands around them. */
export const shapeWords = {
	and: m.items_speech_and,
	over: m.items_speech_over,
	fraction: m.items_speech_fraction,
	endFraction: m.items_speech_end_fraction,
	root: m.items_speech_square_root,
	endRoot: m.items_speech_end_root,
	cubeRoot: m.items_speech_cube_root,
	nthRoot: m.items_speech_nth_root,
	squared: m.items_speech_squared,
	cubed: m.items_speech_cubed,
	power: m.items_speech_power,
	endPower: m.items_speech_end_power,
	sub: m.items_speech_sub
} as const satisfies Readonly<Record<string, Word>>;
