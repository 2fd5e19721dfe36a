import { m } from '#lib/paraglide/messages.js';
import type { BlockView } from '#lib/ui/patterns/week/own-week-view.ts';
import type { PageData } from './$types';

type Week = PageData['week'];

/** The heading is the answer to "when?": what is now or next, or how the week stands. */
export function titleOf(week: Week, isYoung: boolean): string {
	if (!week) return m.week_none_title_site();
	const { next, state } = week;
	if (next) {
		const title = next.title ?? (isYoung ? m.week_study_5_7() : m.week_title_study());
		if (next.when === 'now') return m.week_title_now({ title });
		if (next.isToday) return m.week_title_next({ title });
		return m.week_title_next_on({ day: next.weekday, title });
	}
	switch (state) {
		case 'published':
			return isYoung ? m.week_title_done_5_7() : m.week_title_done();
		case 'open':
			return isYoung ? m.week_title_open_5_7() : m.week_title_open();
		case 'holidays':
			return m.week_title_holidays();
		case 'none':
			return isYoung ? m.week_title_none_5_7() : m.week_title_none();
	}
}

/** Why a seat was given, in the learner's words; null in study. */
export function whyWords({ why, rank }: BlockView): string | null {
	switch (why) {
		case null:
			return null;
		case 'must':
			return m.week_why_must();
		case 'call':
			return m.week_why_call();
		case 'need':
			return m.week_why_need();
		case 'owed':
			return m.week_why_owed();
		case 'wish':
			return m.week_why_wish({ rank: rank ?? 1 });
		case 'free':
			return m.week_why_free();
	}
}
