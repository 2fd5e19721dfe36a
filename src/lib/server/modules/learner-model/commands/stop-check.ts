import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { findCheck, saveCheck } from '../check.store.ts';
import { finishCheck } from '../finish-check.ts';
import { takeCheck } from '../learner-model.policy.ts';
import type { CheckId } from '../learner-model.tables.ts';

export const stopCheckInput = v.object({ checkId: idField<CheckId>() });
export type StopCheckInput = v.InferOutput<typeof stopCheckInput>;

/** The learner has had enough: what is known so far is kept. Stopping twice is harmless. */
export async function stopCheck(
	scope: Scope,
	{ checkId }: StopCheckInput
): Promise<Result<{ readonly checkId: CheckId }, Failure<'learner-model.not-found'>>> {
	const { personId: learnerId } = personOf(scope);
	if (!mayFor(scope.actor, takeCheck, learnerId)) return fail('learner-model.not-found');
	const check = await findCheck(scope, learnerId, checkId, 'lock');
	if (!check) return fail('learner-model.not-found');
	if (check.endedAt) return ok({ checkId });
	const { progress } = check;
	const saved = progress.saved && { ...progress.saved, stopped: true };
	await saveCheck(scope, check, {
		progress: { ...progress, saved },
		waiting: null,
		end: 'stopped'
	});
	await finishCheck(scope, check);
	return ok({ checkId });
}
