import type { LearnerEvent } from '#engines/learner-model/index.ts';
import { actorId, learnersFor, mayFor, type Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import { listClassRows, listLastAct, type ActView, type ClassEvidenceView } from './class.store.ts';
import { toEngineEvent } from './engine-event.ts';
import { seeEvidence } from './evidence.policy.ts';
import { listEngineRows, listEvidenceRows, type WhichEvidence } from './evidence.store.ts';
import type { EvidenceView } from './evidence.ts';
import type { EvidenceId } from './evidence.tables.ts';

/**
 * A learner's evidence, newest first, withdrawn ones marked; page on with `before`. Whoever may not see it gets an
 * empty list after the same statement, so that forbidden and missing look alike.
 */
export async function listEvidence(
	scope: Scope,
	learnerId: PersonId,
	which: WhichEvidence = {}
): Promise<readonly EvidenceView[]> {
	const isOpen = mayFor(scope.actor, seeEvidence, learnerId);
	return listEvidenceRows(scope, isOpen ? learnerId : null, which);
}

/** A learner's log as the learner model folds it, oldest first; from after an event where one is given. */
export async function listEngineEvents(
	scope: Scope,
	learnerId: PersonId,
	after?: EvidenceId
): Promise<readonly LearnerEvent[]> {
	const visible = learnersFor(scope.actor, seeEvidence);
	const isOpen = visible === 'everyone' || visible.has(learnerId);
	const rows = await listEngineRows(scope, isOpen ? [learnerId] : [], after);
	return rows.flatMap((row) => toEngineEvent(row) ?? []);
}

const seenLately = 28 * 86_400_000;

/**
 * How several learners stand in evidence: when anything was last heard of each, and what an adult saw in the last four
 * weeks about these outcomes. Learners whom the actor may not see are missing. One statement.
 */
export async function classEvidence(
	scope: Scope,
	learnerIds: readonly PersonId[],
	outcomeIds: readonly OutcomeId[]
): Promise<ReadonlyMap<PersonId, ClassEvidenceView>> {
	const visible = learnersFor(scope.actor, seeEvidence);
	const open = learnerIds.filter((id) => visible === 'everyone' || visible.has(id));
	const since = new Date(scope.now.getTime() - seenLately);
	const rows = await listClassRows(scope, open, outcomeIds, since);
	return new Map(rows.map((row) => [row.learnerId, row]));
}

const undoable = 15 * 60_000;

/** What the acting adult recorded in their newest act on a class page, while it is fresh enough to undo. */
export async function lastAct(scope: Scope): Promise<readonly ActView[]> {
	const authorId = actorId(scope);
	if (authorId === null) return [];
	return listLastAct(scope, authorId, new Date(scope.now.getTime() - undoable));
}
