import { m } from '#lib/paraglide/messages.js';
import type { SeenLevel } from './class-grid-view.ts';

/** What an adult says they saw. */
export const seenWord: Readonly<Record<SeenLevel, () => string>> = {
	'not-yet': () => m.staff_seen_not_yet(),
	'with-help': () => m.staff_seen_with_help(),
	mostly: () => m.staff_seen_mostly(),
	alone: () => m.staff_seen_alone()
};
