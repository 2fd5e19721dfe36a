import { probability } from '../kernel/index.ts';
import type { Due } from './review.ts';

/** How a fact or a word was recalled; the numbers of FSRS. */
export const FACT_GRADES = { forgot: 1, hard: 2, good: 3, easy: 4 } as const;
export type FactGrade = keyof typeof FACT_GRADES;

/** The part of an FSRS scheduler that is needed; `fsrs({ enable_fuzz: false })` of `ts-fsrs` is one. */
export interface FactScheduler<Card extends { readonly due: Date }> {
	next(card: Card, now: Date, grade: 1 | 2 | 3 | 4): { readonly card: Card };
	get_retrievability(card: Card, now: Date, format: false): number;
}

const SECONDS_A_DAY = 86_400;
const toDate = (at: number) => new Date(at * 1000);

/** The card of a fact after it was recalled at the instant `at` (seconds). */
export const reviewFact = <Card extends { readonly due: Date }>(
	scheduler: FactScheduler<Card>,
	card: Card,
	grade: FactGrade,
	at: number
): Card => scheduler.next(card, toDate(at), FACT_GRADES[grade]).card;

/** When facts are due, in the form that `planReviews` spreads over days beside skills. */
export function factsDue<Card extends { readonly due: Date }>(
	scheduler: FactScheduler<Card>,
	cards: ReadonlyMap<string, Card>,
	at: number
): readonly Due[] {
	return [...cards].map(([fact, card]) => {
		const days = (card.due.getTime() / 1000 - at) / SECONDS_A_DAY;
		const recalled = scheduler.get_retrievability(card, toDate(at), false);
		const chance = probability(Math.max(0, Math.min(1, recalled || 0)));
		return { skill: fact, inDays: Math.max(0, Math.ceil(days)), probability: chance };
	});
}
