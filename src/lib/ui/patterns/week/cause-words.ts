import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
	'organiser.wish-prerequisite': m.week_cause_prerequisite,
	'organiser.wish-no-adult': m.week_cause_no_adult,
	'organiser.wish-no-room': m.week_cause_no_room,
	'organiser.wish-not-held': m.week_cause_not_held,
	'organiser.wish-too-few': m.week_cause_too_few,
	'organiser.wish-not-opened': m.week_cause_not_opened,
	'organiser.wish-away': m.week_cause_away,
	'organiser.wish-full': m.week_cause_full,
	'organiser.wish-clash': m.week_cause_clash,
	// Two kept apart: no more is said.
	'organiser.wish-not-possible': m.week_cause_not_possible,
	'organiser.wish-seat-free': m.week_cause_seat_free
};

/** Why a wish was not granted, in a plain sentence that names nobody else. */
export const causeWords = (cause: string): string => (words[cause] ?? m.week_cause_not_possible)();

/** The same as a family reads it of their child. */
export function familyCauseWords(cause: string, name: string): string {
	switch (cause) {
		case 'organiser.wish-prerequisite':
			return m.family_week_cause_prerequisite({ name });
		case 'organiser.wish-away':
			return m.family_week_cause_away({ name });
		case 'organiser.wish-clash':
			return m.family_week_cause_clash({ name });
		case 'organiser.wish-seat-free':
			return m.family_week_cause_seat_free();
		default:
			return causeWords(cause);
	}
}
