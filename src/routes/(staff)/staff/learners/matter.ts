import type { PlanStateView } from '#lib/server/modules/plans/index.ts';
import type { SchoolDay } from '#lib/server/platform/clock/index.ts';

/** The one thing about a learner that matters most to their teacher now. */
export type Matter =
	| { readonly kind: 'waits-for-you'; readonly count: number }
	| { readonly kind: 'review-due'; readonly on: SchoolDay }
	| { readonly kind: 'quiet'; readonly days: number | null }
	| { readonly kind: 'no-goal' }
	| { readonly kind: 'waits-for-learner' };

const day = 86_400_000;
/** A week without anything heard is worth a look. */
const quietDays = 8;
const reviewAhead = 7;

interface About {
	readonly plan:
		Pick<PlanStateView, 'inForce' | 'waitForAdult' | 'waitForLearner' | 'reviewOn'> | undefined;
	readonly lastAt: Date | null;
	readonly now: Date;
}

/** Whole days since anything was heard; null where nothing ever was. */
const daysSince = (lastAt: Date | null, now: Date): number | null =>
	lastAt && Math.max(0, Math.floor((now.getTime() - lastAt.getTime()) / day));

/** What comes first: who waits for an answer, a review, a silence, a plan without a goal. */
export function matterOf({ plan, lastAt, now }: About): Matter | null {
	if (plan && plan.waitForAdult > 0) return { kind: 'waits-for-you', count: plan.waitForAdult };
	const soon = new Date(now.getTime() + reviewAhead * day).toISOString().slice(0, 10);
	if (plan?.reviewOn && plan.reviewOn <= soon) return { kind: 'review-due', on: plan.reviewOn };
	const days = daysSince(lastAt, now);
	if (days === null || days >= quietDays) return { kind: 'quiet', days };
	if (!plan || plan.inForce === 0)
		return plan && plan.waitForLearner > 0 ? { kind: 'waits-for-learner' } : { kind: 'no-goal' };
	return plan.waitForLearner > 0 ? { kind: 'waits-for-learner' } : null;
}

/** The answer to "how are they?" in one sentence's worth of numbers: the first thing that holds for anyone. */
export function mattersMost(rows: readonly { readonly matter: Matter | null }[]): {
	readonly kind: 'waits-for-you' | 'quiet' | 'no-goal' | 'all-well';
	readonly count: number;
} {
	const count = (kind: Matter['kind']) => rows.filter(({ matter }) => matter?.kind === kind).length;
	for (const kind of ['waits-for-you', 'quiet', 'no-goal'] as const)
		if (count(kind) > 0) return { kind, count: count(kind) };
	return { kind: 'all-well', count: rows.length };
}
