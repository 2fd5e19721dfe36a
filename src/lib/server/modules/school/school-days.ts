import { weekdayOf, type SchoolDay } from '../../platform/clock/index.ts';
import type { TermView } from './calendar.store.ts';
import type { ClosedDayView } from './grid.store.ts';

/** What decides on which days there is school at a site. */
export interface SchoolDays {
	/** Weekdays with periods, 1 = Monday to 7 = Sunday; empty where no week grid is set: Monday to Friday then. */
	readonly weekdays: readonly number[];
	/** Terms and years of the site that have not ended, and those that did within `daysOfTermsKept`. */
	readonly terms: readonly Pick<TermView, 'kind' | 'startsOn' | 'endsOn'>[];
	readonly closed: readonly ClosedDayView[];
}

/** How far back terms are asked for: a school whose last term is over has holidays, not a school without terms. */
export const daysOfTermsKept = 400;

const mondayToFriday: readonly number[] = [1, 2, 3, 4, 5];

/**
 * Why there is no school on a day: the words of a closed day, or null words for holidays and days that are not in the
 * week's grid. Null where there is school.
 */
export function whyClosed(
	{ weekdays, terms, closed }: SchoolDays,
	day: SchoolDay
): { readonly words: string | null } | null {
	const known = closed.find((one) => one.day === day);
	if (known) return { words: known.reason };
	const week = weekdays.length > 0 ? weekdays : mondayToFriday;
	return week.includes(weekdayOf(day)) && isInTerm(day, terms) ? null : { words: null };
}

/**
 * Whether a day lies in a term of the site. Where the site has no terms the year counts, and where nothing at all is
 * known of terms every day does: a school that has entered none still wants a week.
 */
function isInTerm(day: SchoolDay, terms: SchoolDays['terms']): boolean {
	const dated = (kind: TermView['kind']) => terms.filter((term) => term.kind === kind);
	const spans = dated('term').length > 0 ? dated('term') : dated('year');
	return (
		spans.length === 0 || spans.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
	);
}
