import { probability } from '../kernel/index.ts';
import { problemOf, type LearnerEvent } from './event.ts';
import type { Due } from './review.ts';

/** How a fact or a word was recalled; the numbers of FSRS. */
export const FACT_GRADES = { forgot: 1, hard: 2, good: 3, easy: 4 } as const;
export type FactGrade = keyof typeof FACT_GRADES;

/** The part of an FSRS scheduler that is needed; `fsrs({ enable_fuzz: false })` of `ts-fsrs` is one. */
export interface FactScheduler<Card extends { readonly due: Date }> {
	next(card: Card, now: Date, grade: 1 | 2 | 3 | 4): { readonly card: Card };
	get_retrievability(card: Card, now: Date, format: false): number;
}

/** Recall at which FSRS calls a fact due, unless it is told otherwise. */
export const FACT_TARGET = 0.9;
/** One fact is one short question. */
export const FACT_MINUTES = 0.5;

const SECONDS_A_DAY = 86_400;
/** Answers this close together are one sitting. */
const SITTING = 4 * 3600;
const toDate = (at: number) => new Date(at * 1000);

/** The card of a fact after it was recalled at the instant `at` (seconds). */
export const reviewFact = <Card extends { readonly due: Date }>(
	scheduler: FactScheduler<Card>,
	card: Card,
	grade: FactGrade,
	at: number
): Card => scheduler.next(card, toDate(at), FACT_GRADES[grade]).card;

/** One recall of a fact. */
interface Recall {
	readonly fact: string;
	readonly grade: FactGrade;
	readonly at: number;
}

/**
 * The card of every fact that was recalled, folded from the learner's log; the same log gives the same cards. Counted is
 * the first recall of a sitting: what comes after it has been helped by it. Withdrawn and repeated events never
 * counted, and an event without a time says nothing about forgetting.
 */
export function foldFacts<Card extends { readonly due: Date }>(
	scheduler: FactScheduler<Card>,
	newCard: (now: Date) => Card,
	events: readonly LearnerEvent[],
	isFact: (skill: string) => boolean
): ReadonlyMap<string, Card> {
	const cards = new Map<string, Card>();
	const sittings = new Map<string, number>();
	for (const { fact, grade, at } of recallsIn(events, isFact)) {
		const before = sittings.get(fact);
		sittings.set(fact, at);
		if (before !== undefined && at - before < SITTING) continue;
		const card = cards.get(fact) ?? newCard(toDate(at));
		cards.set(fact, reviewFact(scheduler, card, grade, at));
	}
	return cards;
}

/** In the order of their times: what was brought in late comes where it belongs. */
function recallsIn(
	events: readonly LearnerEvent[],
	isFact: (skill: string) => boolean
): readonly Recall[] {
	const gone = new Set(
		events.flatMap((event) => (event.kind === 'withdrawal' ? [event.withdraws] : []))
	);
	const counted = new Map<string, LearnerEvent>();
	for (const event of events)
		if (!gone.has(event.id) && !counted.has(event.id) && problemOf(event) === undefined)
			counted.set(event.id, event);
	return [...counted.values()]
		.flatMap((event) => recallsOf(event, isFact))
		.toSorted((a, b) => a.at - b.at);
}

function recallsOf(event: LearnerEvent, isFact: (skill: string) => boolean): readonly Recall[] {
	const grade = gradeOf(event);
	const { at } = event;
	if (grade === undefined || at === undefined || !('skills' in event)) return [];
	return [...new Set(event.skills)].filter(isFact).map((fact) => ({ fact, grade, at }));
}

/** An answer is recalled or not; what an adult saw may also be in between. The learner's own word is no recall. */
function gradeOf(event: LearnerEvent): FactGrade | undefined {
	if (event.kind === 'withdrawal' || event.kind === 'self-assessment') return undefined;
	if (event.kind === 'response') return event.correct ? 'good' : 'forgot';
	if (event.shown < 0.5) return 'forgot';
	return event.shown < 0.75 ? 'hard' : 'good';
}

/** When facts are due, in the form that `planReviews` spreads over days beside skills. */
export function factsDue<Card extends { readonly due: Date }>(
	scheduler: FactScheduler<Card>,
	cards: ReadonlyMap<string, Card>,
	at: number
): readonly Due[] {
	return [...cards].map(([fact, card]) => {
		const days = (card.due.getTime() / 1000 - at) / SECONDS_A_DAY;
		const recalled = scheduler.get_retrievability(card, toDate(at), false);
		return {
			skill: fact,
			inDays: Math.max(0, Math.ceil(days)),
			probability: probability(Math.max(0, Math.min(1, recalled || 0))),
			target: FACT_TARGET,
			minutes: FACT_MINUTES
		};
	});
}
