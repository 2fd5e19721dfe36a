import type { LearnerEvent } from '#engines/learner-model/index.ts';
import { learnersFor, mayFor, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
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
