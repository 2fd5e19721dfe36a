import type { WeekWaitingRow } from '#lib/server/modules/organiser/index.ts';
import { dayWords } from './day-words.ts';
import { minutesSince } from './waiting-plan.ts';

/** What of the weeks waits for an adult, as the queue shows it. */
export function toWeekEntries(rows: readonly WeekWaitingRow[], now: Date, locale: string) {
	const common = ({ learnerId, learnerName, since }: WeekWaitingRow) => ({
		learnerId,
		learnerName,
		minutes: minutesSince(since, now)
	});
	const objections = rows.flatMap((row) => {
		const { callId: id, title, isMust, words } = row;
		if (id === null || title === null || words === null) return [];
		const kind = 'objection' as const;
		return [{ kind, id, ...common(row), title, isMust: isMust === true, words }];
	});
	const wishes = rows.flatMap((row) => {
		const { weekId, startsOn, ranked, asksForOther, words } = row;
		if (weekId === null || startsOn === null) return [];
		return [
			{
				kind: 'wishes' as const,
				id: `${weekId} ${row.learnerId}`,
				...common(row),
				weekId,
				day: dayWords(startsOn, locale),
				ranked: ranked ?? [],
				asksForOther: asksForOther === true,
				words,
				seenAt: now.toISOString()
			}
		];
	});
	return { objections, wishes };
}
