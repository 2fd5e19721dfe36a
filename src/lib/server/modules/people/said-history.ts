import type { HistoryPage } from './history.ts';

/** A history with its days in words, as its page shows it; days are calendar days already, so no zone moves them. */
export function sayDays(history: HistoryPage, locale: string): Omit<HistoryPage, 'older'> {
	const words = new Intl.DateTimeFormat(locale === 'en' ? 'en-NZ' : locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	});
	const say = (day: string) => words.format(new Date(`${day}T00:00:00Z`));
	return {
		learner: history.learner,
		opened: history.opened.map((each) => ({ ...each, day: say(each.day) })),
		changes: history.changes.map((each) => ({ ...each, day: say(each.day) }))
	};
}
