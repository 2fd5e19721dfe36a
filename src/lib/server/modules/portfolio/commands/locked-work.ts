import { mayFor, type PersonActor, type Scope } from '../../../platform/access/index.ts';
import type { Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { giveFeedbackRule, maySeeWork, ownWork } from '../portfolio.policy.ts';
import type { ArtefactId } from '../portfolio.tables.ts';
import { lockWork, type WorkRow } from '../work.store.ts';

export type NotFound = Failure<'portfolio.not-found'>;

/** Locks a work that is the actor's own and still there. */
export async function lockOwnWork(
	scope: Scope,
	artefactId: ArtefactId
): Promise<Result<WorkRow, NotFound>> {
	const work = await lockWork(scope, artefactId);
	if (work?.removed_at !== null || !mayFor(scope.actor, ownWork, work.learner_id)) {
		return fail('portfolio.not-found');
	}
	return ok(work);
}

/** Locks a work of somebody else's that the acting adult may see and speak about. */
export async function lockSeenWork(
	scope: Scope,
	artefactId: ArtefactId
): Promise<Result<{ readonly work: WorkRow; readonly actor: PersonActor }, NotFound>> {
	const { actor } = scope;
	const work = await lockWork(scope, artefactId);
	if (actor.kind !== 'person' || work?.removed_at !== null) return fail('portfolio.not-found');
	const isOpen =
		mayFor(actor, giveFeedbackRule, work.learner_id) &&
		maySeeWork(actor, work.learner_id, work.audience);
	return isOpen ? ok({ work, actor }) : fail('portfolio.not-found');
}

/** How the decision log names a work. */
export const asObject = (id: Uuid) => ({ type: 'artefact', id });
