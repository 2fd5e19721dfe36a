import type { FieldChanges, WaitingView } from '#lib/server/modules/plans/index.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { dayWords } from './day-words.ts';

export const minutesSince = (since: Date, now: Date): number =>
	Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));

/** A changed day as people say it; every other field says itself. */
function changesInWords({ reviewOn, ...changes }: FieldChanges, locale: string) {
	if (!reviewOn) return changes;
	const [before, after] = reviewOn;
	const say = (day: typeof after) => day && dayWords(day, locale);
	return { ...changes, reviewOn: [say(before), say(after)] as const };
}

/** What waits about a plan, as the pages of staff show it, with the keys of the answers that write something. */
export const toWaitingPlan = (view: WaitingView, now: Date, locale: string) => ({
	...view,
	changes: changesInWords(view.changes, locale),
	minutes: minutesSince(view.since, now),
	askId: newUuid(now),
	counterId: newUuid(now)
});
