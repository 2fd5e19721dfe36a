import { m } from '#lib/paraglide/messages.js';

const words = [
	m.settings_weekday_1,
	m.settings_weekday_2,
	m.settings_weekday_3,
	m.settings_weekday_4,
	m.settings_weekday_5,
	m.settings_weekday_6,
	m.settings_weekday_7
];

/** 1 = Monday; the language decides whether it is written large. */
export const weekdayWords = (weekday: number): string => words[weekday - 1]?.() ?? '';
