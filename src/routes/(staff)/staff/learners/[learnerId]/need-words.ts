import { m } from '#lib/paraglide/messages.js';
import type { Matter } from '../matter.ts';

/** What this person needs from an adult, as a sentence about them. */
export function needWords(matter: Matter | null, name: string): string {
	switch (matter?.kind) {
		case 'waits-for-you':
			return m.staff_plan_waits({ name });
		case 'review-due':
			return m.staff_need_review({ name });
		case 'quiet':
			return matter.days === null
				? m.staff_need_unheard({ name })
				: m.staff_need_quiet({ name, days: matter.days });
		case 'no-goal':
			return m.staff_need_goal({ name });
		case 'waits-for-learner':
			return m.staff_need_their_turn({ name });
		default:
			return m.staff_need_nothing({ name });
	}
}
