import type { ItemId } from '../../curriculum/index.ts';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import type { OutcomeId, PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { answerItems } from '../evidence.policy.ts';
import { insertEvidence } from '../evidence.store.ts';
import type { EvidenceId, EvidencePlace } from '../evidence.tables.ts';

/** An answer that the server has scored; made by the module that asked, never by a form. */
export interface RecordResponseInput {
	readonly id: EvidenceId;
	readonly learnerId: PersonId;
	readonly itemId: ItemId;
	readonly outcomeIds: readonly OutcomeId[];
	readonly result: 'right' | 'wrong' | 'dont-know-yet';
	/** Seconds from showing the item to the answer; null when unknown. */
	readonly seconds: number | null;
	readonly place: EvidencePlace;
	/** What asked: `check`, `test-me`. */
	readonly source: string;
}

/** The learner answered an item. Sent twice it counts once; the answer `isNew` says which. */
export async function recordResponse(
	scope: Scope,
	input: RecordResponseInput
): Promise<Result<{ readonly isNew: boolean }, Failure<'evidence.not-found'>>> {
	const { id, learnerId, itemId, outcomeIds, result, seconds, place, source } = input;
	if (!mayFor(scope.actor, answerItems, learnerId)) return fail('evidence.not-found');
	const added = await insertEvidence(scope, [
		{
			learner_id: learnerId,
			event_id: id,
			kind: 'response',
			at: scope.now,
			place,
			source,
			outcome_ids: outcomeIds,
			item_id: itemId,
			result,
			seconds
		}
	]);
	if (added === 0) return ok({ isNew: false });
	await recordDecision(scope, {
		action: 'evidence.record-response',
		learnerId,
		object: { type: 'evidence', id }
	});
	await announce(scope, 'evidence.recorded', { learnerId });
	return ok({ isNew: true });
}
