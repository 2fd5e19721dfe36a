import { m } from '#lib/paraglide/messages.js';
import type { DayAhead, OwnBlock } from '#lib/server/modules/organiser/index.ts';
import type { AgeBand } from '#lib/server/platform/access/index.ts';
import { sayWeekday } from '#lib/server/week-words.ts';
import { drawingOf } from '#lib/ui/drawings/drawing-of.ts';
import { offerDrawing } from '#lib/ui/patterns/week/offer-drawing.ts';

interface Reader {
	readonly band: AgeBand;
	readonly locale: string;
}

/** When the next block is, as a child of that age says it: the youngest hear the day, older ones the time as well. */
function whenWords({ day, inDays, next }: DayAhead, { band, locale }: Reader): string {
	const weekday = sayWeekday(day, locale);
	const time = next.startsAt;
	if (band === '5-7') {
		if (next.when === 'now') return m.today_now_5_7();
		return inDays === 0
			? m.today_soon_5_7()
			: inDays === 1
				? m.today_tomorrow_5_7()
				: m.today_on_day_5_7({ day: weekday });
	}
	if (next.when === 'now') return m.today_block_now({ time: next.endsAt });
	return inDays === 0
		? m.today_block_today({ time })
		: inDays === 1
			? m.today_block_tomorrow({ time })
			: m.today_block_on({ day: weekday, time });
}

const titleOf = ({ seat }: OwnBlock, { band }: Reader): string =>
	seat?.title ?? (band === '5-7' ? m.week_study_5_7() : m.week_study());

/** The next block of a learner's week in words, with its picture or with the rest of its day. */
export function toDayView(ahead: DayAhead | null, reader: Reader) {
	if (!ahead) return null;
	const { next, blocks } = ahead;
	const isYoung = reader.band === '5-7';
	const { seat } = next;
	return {
		title: titleOf(next, reader),
		when: whenWords(ahead, reader),
		isNow: next.when === 'now',
		room: seat?.room ?? null,
		adult: seat?.adult ?? null,
		isMust: seat?.why === 'must',
		drawing: isYoung ? (seat ? offerDrawing(seat.picture, seat.kind) : drawingOf('library')) : null,
		mark: next.when === 'now' ? m.week_now() : m.today_next_mark(),
		label: ahead.inDays === 0 ? m.today_my_day() : sayWeekday(ahead.day, reader.locale),
		blocks: isYoung
			? []
			: blocks.map((block) => ({
					id: block.periodId,
					time: block.startsAt,
					iso: block.startsAt,
					title: titleOf(block, reader),
					detail: [block.seat?.room, block.seat?.adult].filter((part) => part).join(', '),
					state:
						block === next
							? ('next' as const)
							: block.when === 'done'
								? ('done' as const)
								: ('later' as const)
				}))
	};
}
