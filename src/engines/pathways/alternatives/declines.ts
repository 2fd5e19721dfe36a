import type { Decline, DeclineReason, LearnerContext } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';
import type { Evidence } from './reason.ts';

/** Days after which a decline counts half. */
const halfLife = 30;
/** Declines older than this say nothing any more. */
const forgottenAfter = 180;
/** How far one fresh "too hard" or "too easy" moves the stretch band, and the most all of them may. */
const bandStep = 0.05;
const mostShift = 0.1;

/** How much something `daysAgo` still counts: 1 today, half after each half-life, 0 once forgotten. */
export function fading(daysAgo: number): number {
	return daysAgo > forgottenAfter ? 0 : 0.5 ** (Math.max(0, daysAgo) / halfLife);
}

/** Which declines of others speak against this one: it shares what was declined. */
const alike: Readonly<Record<DeclineReason, (d: Decline, o: Opportunity) => boolean>> = {
	'not-interested': (d, o) => o.context === d.context,
	'no-time': (d, o) => o.minutes >= d.minutes,
	'with-others': (d, o) => o.company === d.company,
	place: (d, o) => o.place === d.place,
	cost: (d, o) => o.cost > 0 && o.cost >= d.cost,
	// These two move the stretch band instead, and "other" says nothing about anything else.
	'too-hard': () => false,
	'too-easy': () => false,
	other: () => false
};

/** A number taken off a term, and the declines it rests on. */
export interface Held {
	readonly amount: number;
	readonly evidence: readonly Evidence[];
}

/** What declines of like opportunities for these reasons take off a term: half of a fresh one, at most 1. */
export function heldAgainst(
	opportunity: Opportunity,
	learner: LearnerContext,
	reasons: readonly DeclineReason[]
): Held {
	const counting = learner.declined.filter(
		(d) =>
			reasons.includes(d.reason) &&
			d.opportunityId !== opportunity.id &&
			fading(d.daysAgo) > 0 &&
			alike[d.reason](d, opportunity)
	);
	const sum = counting.reduce((total, d) => total + 0.5 * fading(d.daysAgo), 0);
	return { amount: Math.min(1, sum), evidence: counting.map(declinedEvidence) };
}

/** How far "too hard" (up) and "too easy" (down) move the band of predicted success aimed at. */
export function bandShift(learner: LearnerContext): number {
	const sign = (d: Decline) => Number(d.reason === 'too-hard') - Number(d.reason === 'too-easy');
	const sum = learner.declined.reduce((s, d) => s + sign(d) * fading(d.daysAgo) * bandStep, 0);
	return Math.min(mostShift, Math.max(-mostShift, sum));
}

export function declinedEvidence(d: Decline): Evidence {
	const { opportunityId, reason, daysAgo } = d;
	return { kind: 'declined', opportunityId, reason, daysAgo };
}
