import { m } from '#lib/paraglide/messages.js';
import type { Matter } from './matter.ts';

/** What matters now about a learner, in words; null where nothing does. */
export function matterWords(matter: Matter | null): string | null {
	if (!matter) return null;
	switch (matter.kind) {
		case 'waits-for-you':
			return m.staff_matter_waits({ count: matter.count });
		case 'review-due':
			return m.staff_matter_review();
		case 'quiet':
			return matter.days === null
				? m.staff_matter_unheard()
				: m.staff_matter_quiet({ days: matter.days });
		case 'no-goal':
			return m.staff_matter_no_goal();
		case 'waits-for-learner':
			return m.staff_matter_their_turn();
	}
}
