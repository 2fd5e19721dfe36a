import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import { newUuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { bringIn } from '../evidence.policy.ts';
import { insertEvidence, type NewEvidence } from '../evidence.store.ts';
import type { EvidenceId } from '../evidence.tables.ts';

/**
 * One thing that happened before, elsewhere. Without an `event_id` it gets one of its own instant, so that the log
 * keeps the order in which things happened; with one, bringing it in twice adds nothing.
 */
export type PastEvidence = Omit<NewEvidence, 'event_id'> & { readonly event_id?: EvidenceId };

/** Evidence that comes from elsewhere, many at once: an import, another system, the seed of a demo. */
export async function recordExternal(
	scope: Scope,
	events: readonly PastEvidence[]
): Promise<Result<{ readonly added: number }, Failure<'evidence.not-found'>>> {
	if (!may(scope.actor, bringIn)) return fail('evidence.not-found');
	const named = events.map((event) => ({
		...event,
		event_id: event.event_id ?? newUuid<EvidenceId>(event.at)
	}));
	const added = await insertEvidence(scope, named);
	const [first] = named;
	if (first === undefined || added === 0) return ok({ added });
	await recordDecision(scope, {
		action: 'evidence.record-external',
		learnerId: null,
		object: { type: 'evidence', id: first.event_id },
		changes: { added: [0, added] }
	});
	for (const learnerId of new Set(named.map((event) => event.learner_id))) {
		await announce(scope, 'evidence.recorded', { learnerId });
	}
	return ok({ added });
}
