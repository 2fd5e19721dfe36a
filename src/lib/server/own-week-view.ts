import { nextBlock, type OwnBlock, type OwnWeek } from './modules/organiser/index.ts';
import type { SchoolDay } from './platform/clock/index.ts';
import { sayDay, sayInstant, sayShortWeekday, sayWeek, sayWeekday } from './week-words.ts';
import { offerDrawing } from '../ui/patterns/week/offer-drawing.ts';
import { drawingOf } from '../ui/drawings/drawing-of.ts';
import {
	foldStudy,
	type BlockView,
	type DayView,
	type IntentionLine
} from '../ui/patterns/week/own-week-view.ts';

/** Whether blocks carry a picture: the youngest read those. */
interface Drawn {
	readonly locale: string;
	readonly withPictures: boolean;
}

const drawingFor = ({ seat }: OwnBlock) =>
	seat ? offerDrawing(seat.picture, seat.kind) : drawingOf('library');

function toBlockView(block: OwnBlock, day: SchoolDay, withPictures: boolean): BlockView {
	const { seat, call } = block;
	return {
		key: `${day} ${block.periodId}`,
		startsAt: block.startsAt,
		endsAt: block.endsAt,
		when: block.when,
		title: seat?.title ?? null,
		room: seat?.room ?? null,
		adult: seat?.adult ?? null,
		why: seat?.why ?? null,
		rank: seat?.rank ?? null,
		reason: call?.reason ?? null,
		meant: block.intentions.map(({ words }) => words),
		drawing: withPictures ? drawingFor(block) : null
	};
}

/** A learner's week in the words of a page. */
export function toOwnWeekView(week: OwnWeek, { locale, withPictures }: Drawn) {
	const days = week.days.map(({ day, isToday, closed, blocks, intentions }): DayView => ({
		day,
		words: sayDay(day, locale),
		weekday: sayWeekday(day, locale),
		short: sayShortWeekday(day, locale),
		isToday,
		isOver: day < week.today,
		closed,
		blocks:
			week.state === 'published'
				? foldStudy(blocks.map((block) => toBlockView(block, day, withPictures)))
				: [],
		meant: intentions.map(({ words }) => words)
	}));
	const next = week.state === 'published' ? nextBlock(week) : null;
	return {
		learnerId: week.learnerId,
		called: week.called,
		weekId: week.weekId,
		startsOn: week.startsOn,
		state: week.state,
		words: sayWeek(week.startsOn, locale),
		until: week.wishesUntil && sayInstant(week.wishesUntil, locale, week.timeZone),
		days,
		next: next && {
			weekday: sayWeekday(next.day, locale),
			isToday: next.isToday,
			...toBlockView(next.block, next.day, withPictures)
		},
		calls: week.calls.map(({ offerId: _, ...call }) => call),
		unmet: week.unmet.map(({ offerId, title, rank, cause }) => ({ offerId, title, rank, cause })),
		weeks: week.weeks.map(({ startsOn, takesWishes }) => ({
			startsOn,
			takesWishes,
			words: sayWeek(startsOn, locale),
			current: startsOn === week.startsOn
		}))
	};
}

/** What a learner meant to do this week, with what became of it, in order of time. */
export function toIntentionLines(week: OwnWeek, locale: string): readonly IntentionLine[] {
	const inOrder = week.days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
	return inOrder.flatMap(({ day, blocks, intentions }) => [
		...intentions.map((one) => ({
			...lineOf(one),
			when: sayWeekday(day, locale),
			isDue: day <= week.today
		})),
		...blocks.flatMap((block) =>
			block.intentions.map((one) => ({
				...lineOf(one),
				when: `${sayWeekday(day, locale)}, ${block.startsAt}`,
				isDue: block.when !== 'later'
			}))
		)
	]);
}

const lineOf = ({ intentionId, words, actual, actualWords }: OwnBlock['intentions'][number]) => ({
	intentionId,
	words,
	actual,
	actualWords
});
