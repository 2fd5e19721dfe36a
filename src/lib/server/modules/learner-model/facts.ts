import { createEmptyCard, fsrs, type Card } from 'ts-fsrs';
import {
	factsDue,
	foldFacts,
	type Due,
	type FactScheduler,
	type LearnerEvent
} from '#engines/learner-model/index.ts';
import { toId, type OutcomeId } from '../../platform/ids.ts';
import { seconds } from './belief-view.ts';

/** Without chance and without steps of minutes: a school's day is the least that a fact waits. */
const scheduler: FactScheduler<Card> = fsrs({ enable_fuzz: false, enable_short_term: false });

/** When a learner's facts are due, folded from the log: a withdrawn answer is as if it had never been. */
export const factsDueFor = (
	recalls: readonly LearnerEvent[],
	isFact: (outcomeId: OutcomeId) => boolean,
	now: Date
): readonly Due[] => {
	const cards = foldFacts(scheduler, createEmptyCard, recalls, (skill) =>
		isFact(toId<OutcomeId>(skill))
	);
	return factsDue(scheduler, cards, seconds(now));
};
