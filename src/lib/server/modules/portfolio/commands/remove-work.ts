import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { ownWork } from '../portfolio.policy.ts';
import type { ArtefactId } from '../portfolio.tables.ts';
import { restoreDays } from '../queries.ts';
import { lockWork, updateWork } from '../work.store.ts';
import { asObject, type NotFound } from './locked-work.ts';

export const workInput = v.object({ artefactId: idField<ArtefactId>() });
export type WorkInput = v.InferOutput<typeof workInput>;
type Answer = Promise<Result<{ readonly artefactId: ArtefactId }, NotFound>>;

/** The learner takes a work away; for thirty days it can come back as it was. */
export const removeWork = (scope: Scope, { artefactId }: WorkInput): Answer =>
	setRemoved(scope, artefactId, scope.now);

/** The undo of taking it away. */
export const restoreWork = (scope: Scope, { artefactId }: WorkInput): Answer =>
	setRemoved(scope, artefactId, null);

async function setRemoved(scope: Scope, artefactId: ArtefactId, removedAt: Date | null): Answer {
	const work = await lockWork(scope, artefactId);
	if (!work || !mayFor(scope.actor, ownWork, work.learner_id)) return fail('portfolio.not-found');
	if ((work.removed_at === null) === (removedAt === null)) return ok({ artefactId });
	const oldest = scope.now.getTime() - restoreDays * 86_400_000;
	if (work.removed_at && work.removed_at.getTime() <= oldest) return fail('portfolio.not-found');
	await updateWork(scope, artefactId, { removed_at: removedAt });
	await recordDecision(scope, {
		action: removedAt ? 'portfolio.remove-work' : 'portfolio.restore-work',
		learnerId: work.learner_id,
		object: asObject(artefactId)
	});
	return ok({ artefactId });
}
