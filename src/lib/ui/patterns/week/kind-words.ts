import { m } from '#lib/paraglide/messages.js';
import type { SessionView } from './week-view.ts';

/** What is held, in one word. */
export const offerKindWords: Readonly<Record<SessionView['kind'], () => string>> = {
	workshop: m.staff_week_kind_workshop,
	seminar: m.staff_week_kind_seminar,
	lesson: m.staff_week_kind_lesson,
	conference: m.staff_week_kind_conference,
	studio: m.staff_week_kind_studio,
	'quiet-study': m.staff_week_kind_quiet_study,
	'off-site': m.staff_week_kind_off_site
};
