import { sayOn } from '../ui/patterns/date-format.ts';
import type { HistoryPage } from './modules/people/index.ts';

/** A history with its days in words, as its page shows it. */
export function sayDays(history: HistoryPage, locale: string): Omit<HistoryPage, 'older'> {
	const say = (day: string) =>
		sayOn(day, locale, { weekday: 'long', day: 'numeric', month: 'long' });
	return {
		learner: history.learner,
		opened: history.opened.map((each) => ({ ...each, day: say(each.day) })),
		changes: history.changes.map((each) => ({ ...each, day: say(each.day) }))
	};
}
