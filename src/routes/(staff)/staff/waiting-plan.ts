import type { WaitingView } from '#lib/server/modules/plans/index.ts';
import { newUuid } from '#lib/server/platform/ids.ts';

export const minutesSince = (since: Date, now: Date): number =>
	Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));

/** What waits about a plan, as the pages of staff show it, with the keys of the answers that write something. */
export const toWaitingPlan = (view: WaitingView, now: Date) => ({
	...view,
	minutes: minutesSince(view.since, now),
	askId: newUuid(now),
	counterId: newUuid(now)
});
export type WaitingPlan = ReturnType<typeof toWaitingPlan>;
