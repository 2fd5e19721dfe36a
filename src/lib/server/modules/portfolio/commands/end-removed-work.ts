import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { endRemoved } from '../portfolio.policy.ts';
import { restoreDays } from '../queries.ts';
import { deleteWorks, listRemovedBefore } from '../removed-work.store.ts';
import { asObject, type NotFound } from './locked-work.ts';

const mostAtOnce = 200;

/** What was taken away thirty days ago and not brought back is deleted; by the system alone, each day. */
export async function endRemovedWork(
	scope: Scope
): Promise<Result<{ readonly ended: number }, NotFound>> {
	if (!may(scope.actor, endRemoved)) return fail('portfolio.not-found');
	const before = new Date(scope.now.getTime() - restoreDays * 86_400_000);
	const removed = await listRemovedBefore(scope, before, mostAtOnce);
	if (removed.length === 0) return ok({ ended: 0 });
	await deleteWorks(
		scope,
		removed.map(({ artefactId }) => artefactId),
		removed.flatMap(({ fileIds }) => fileIds)
	);
	for (const { artefactId } of removed) {
		await recordDecision(scope, {
			action: 'portfolio.end-removed-work',
			learnerId: null,
			object: asObject(artefactId)
		});
	}
	return ok({ ended: removed.length });
}
