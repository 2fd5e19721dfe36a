import { mayFor, namedLearners, type Scope } from '../../platform/access/index.ts';
import { partOf, type Part } from '../../platform/db/at-once.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { OutcomeId, PersonId, Uuid } from '../../platform/ids.ts';
import type { Wording } from '../curriculum/index.ts';
import type { EvidencePlace } from '../evidence/index.ts';
import { foldName } from '../people/index.ts';
import { agreeAudience, giveFeedbackRule, ownWork } from './portfolio.policy.ts';
import type { ArtefactId } from './portfolio.tables.ts';
import {
	findOpenFile,
	findWorkView,
	listWaitingRequests,
	listWorkLines,
	unusedFeedback,
	type FeedbackToUse,
	type FeedbackWaiting,
	type WorkLine,
	type WorkView
} from './work-view.store.ts';

/** How long something that was taken away can be brought back. */
export const restoreDays = 30;
const restorable = (now: Date) => new Date(now.getTime() - restoreDays * 86_400_000);

export interface WorkFilter {
	readonly place?: EvidencePlace;
	readonly goalId?: Uuid;
	readonly outcomeId?: OutcomeId;
	/** Looked for in title and present words, blind to macrons, doubled vowels and capitals. */
	readonly search?: string;
	readonly before?: ArtefactId;
	readonly limit?: number;
}

/** A page of work. */
export interface WorkPage {
	readonly works: readonly WorkLine[];
	/** Pass as `before` for the next page; null on the last one. */
	readonly olderThan: ArtefactId | null;
}

/**
 * A learner's work as far as the actor may see it, newest first, 20 a page. Whoever may see none gets an empty page after
 * the same statement. One statement.
 */
export async function listWork(
	scope: Scope,
	learnerId: PersonId,
	{ search, limit = 20, ...filter }: WorkFilter = {}
): Promise<WorkPage> {
	const folded = search === undefined ? '' : foldName(search.trim());
	const found = await listWorkLines(scope, {
		...filter,
		...(folded !== '' && { folded }),
		learnerIds: [learnerId],
		limit: limit + 1
	});
	const works = found.slice(0, limit);
	return { works, olderThan: found.length > limit ? (works.at(-1)?.artefactId ?? null) : null };
}

/** What a learner took away within the last thirty days, newest first; only for that learner. One statement. */
export const listRemovedWork = (scope: Scope, learnerId: PersonId): Promise<readonly WorkLine[]> =>
	listWorkLines(scope, {
		learnerIds: mayFor(scope.actor, ownWork, learnerId) ? [learnerId] : [],
		removedSince: restorable(scope.now),
		limit: 20
	});

/**
 * One work with its revisions, reflections, questions, feedback and judgements; null where it is missing, taken away or not
 * for the actor. One statement. An adult's page records the access.
 */
export const getWork = async (
	scope: Scope,
	learnerId: PersonId,
	artefactId: ArtefactId,
	wording: Wording = { band: '12-18', locale: 'en' }
): Promise<WorkView | null> => (await findWorkView(scope, learnerId, artefactId, wording)) ?? null;

/** The newest work of each of these learners that the actor may see; learners without one are missing. One statement. */
export const latestSharedWork = (
	scope: Scope,
	learnerIds: readonly PersonId[]
): Promise<readonly WorkLine[]> =>
	listWorkLines(scope, { learnerIds, latestOnly: true, limit: Math.max(1, learnerIds.length) });

/** Questions about their work that learners put to this person and that wait, oldest first. One statement. */
export async function listFeedbackWaiting(
	scope: Scope,
	limit = 60
): Promise<readonly FeedbackWaiting[]> {
	const { actor } = scope;
	return listWaitingRequests(scope, actor.kind === 'person' ? actor.personId : null, limit);
}

/** What people said about this learner's work and they have not answered, newest first; for that learner. */
export const feedbackToUse = (
	scope: Scope,
	learnerId: PersonId,
	limit = 10
): Part<readonly FeedbackToUse[]> =>
	partOf(
		unusedFeedback(scope, mayFor(scope.actor, ownWork, learnerId) ? learnerId : null, limit),
		(rows) => rows.map((row) => ({ ...row, madeAt: new Date(row.madeAt) }))
	);

/** Works whose learner wishes another audience and waits for this adult's yes, newest first. One statement. */
export const listAudiencesWaiting = (scope: Scope, limit = 60): Promise<readonly WorkLine[]> =>
	listWorkLines(scope, {
		learnerIds: namedLearners(scope.actor, agreeAudience),
		wishing: true,
		limit
	});

/** Whether the actor may write feedback to this learner. */
export const mayGiveFeedback = (scope: Scope, learnerId: PersonId): boolean =>
	mayFor(scope.actor, giveFeedbackRule, learnerId);

/** A kept file that hangs on a work the actor may see; null where missing or forbidden. One statement. */
export const findFile = async (scope: Scope, fileId: FileId) =>
	(await findOpenFile(scope, fileId)) ?? null;
