import { mayFor, namedLearners, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { findSet, listTooFewRows, type SetRow } from './alternative.store.ts';
import { listIdeaRows } from './idea.store.ts';
import { answerIdeas, seeAlternatives } from './pathways.policy.ts';
import type { AlternativeSetId } from './pathways.tables.ts';

/** A kept set of alternatives, with what each opportunity is and the terms of its score. */
export type AlternativeSetView = SetRow;
export type AlternativeView = AlternativeSetView['alternatives'][number];

/** The newest set of a learner, or a given one of theirs; null where there is none or it may not be seen. */
export async function latestAlternatives(
	scope: Scope,
	learnerId: PersonId,
	setId?: AlternativeSetId
): Promise<AlternativeSetView | null> {
	const isOpen = mayFor(scope.actor, seeAlternatives, learnerId);
	return (await findSet(scope, isOpen ? learnerId : null, setId)) ?? null;
}

export type IdeaView = Awaited<ReturnType<typeof listIdeaRows>>[number];

/** A learner's own ideas, newest first, with their answers. */
export const listIdeas = (
	scope: Scope,
	learnerId: PersonId,
	limit = 10
): Promise<readonly IdeaView[]> =>
	listIdeaRows(
		scope,
		mayFor(scope.actor, seeAlternatives, learnerId) ? [learnerId] : [],
		'all',
		limit
	);

/** Ideas that wait for an answer by this adult, oldest first. */
export const listIdeasWaiting = (scope: Scope, limit = 60): Promise<readonly IdeaView[]> =>
	listIdeaRows(scope, namedLearners(scope.actor, answerIdeas), 'waiting', limit);

const recently = 14 * 86_400_000;
export type TooFewView = Awaited<ReturnType<typeof listTooFewRows>>[number];

/** Learners of this adult who lately had fewer than three things to choose from: find or make something for them. */
export const listTooFew = (scope: Scope): Promise<readonly TooFewView[]> =>
	listTooFewRows(
		scope,
		namedLearners(scope.actor, answerIdeas),
		new Date(scope.now.getTime() - recently)
	);
