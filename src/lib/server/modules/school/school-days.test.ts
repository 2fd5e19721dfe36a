import { expect, test } from 'vitest';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { whyClosed, type SchoolDays } from './school-days.ts';

function day(text: string): SchoolDay {
	if (!isSchoolDay(text)) throw new Error(text);
	return text;
}

const plain: SchoolDays = { weekdays: [], terms: [], closed: [] };
const span = (kind: 'term' | 'year', from: string, until: string) => ({
	kind,
	startsOn: day(from),
	endsOn: day(until)
});
/** From Monday 2 March 2026: on how many of its seven days there is school. */
const openDays = (days: SchoolDays): readonly number[] =>
	[1, 2, 3, 4, 5, 6, 7].filter(
		(weekday) => whyClosed(days, day(`2026-03-0${weekday + 1}`)) === null
	);

test('without a grid the week is Monday to Friday; a grid from Sunday to Thursday is believed', () => {
	expect(openDays(plain)).toEqual([1, 2, 3, 4, 5]);
	expect(openDays({ ...plain, weekdays: [7, 1, 2, 3, 4] })).toEqual([1, 2, 3, 4, 7]);
});

test('a closed day says why, holidays say nothing', () => {
	const days = {
		...plain,
		terms: [span('term', '2026-02-02', '2026-03-04')],
		closed: [{ day: day('2026-03-03'), reason: 'Teachers only' }]
	};
	expect(openDays(days)).toEqual([1, 3]);
	expect(whyClosed(days, day('2026-03-03'))).toEqual({ words: 'Teachers only' });
	expect(whyClosed(days, day('2026-03-05'))).toEqual({ words: null });
});

test('where there are no terms the year counts; where all are over there are holidays', () => {
	const year = span('year', '2026-03-03', '2026-12-20');
	expect(openDays({ ...plain, terms: [year] })).toEqual([2, 3, 4, 5]);
	expect(openDays({ ...plain, terms: [year, span('term', '2026-03-04', '2026-04-01')] })).toEqual([
		3, 4, 5
	]);
	expect(openDays({ ...plain, terms: [span('term', '2025-10-12', '2025-12-18')] })).toEqual([]);
});
