import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockByHeart, turnByHeart } from '../by-heart.store.ts';
import { markByHeart } from '../curriculum.policy.ts';

/** Outcomes on one page, and so in one form. */
export const outcomesPerPage = 40;

const ids = () => v.pipe(v.array(idField<OutcomeId>()), v.maxLength(outcomesPerPage));

/** The outcomes that were shown, and those of them that are ticked. */
export const markOutcomesInput = v.object({
	'shown[]': v.pipe(ids(), v.minLength(1)),
	'byHeart[]': v.optional(ids(), [])
});
export type MarkOutcomesInput = v.InferOutput<typeof markOutcomesInput>;

/**
 * Says of the outcomes shown which are known by heart: those come back by the schedule of facts, the others by the
 * model's. What learners did stays as it is, and both schedules are read from it anew.
 */
export async function markOutcomes(
	scope: Scope,
	{ 'shown[]': shown, 'byHeart[]': ticked }: MarkOutcomesInput
): Promise<Result<{ readonly turned: number }, Failure<'curriculum.not-found'>>> {
	if (!may(scope.actor, markByHeart)) return fail('curriculum.not-found');
	const wanted = new Set(ticked);
	const before = await lockByHeart(scope, shown);
	if (shown.some((id) => !before.has(id)) || ticked.some((id) => !before.has(id)))
		return fail('curriculum.not-found');
	const turned = [...before].filter(([id, isByHeart]) => wanted.has(id) !== isByHeart);
	if (turned.length === 0) return ok({ turned: 0 });
	await turnByHeart(
		scope,
		turned.map(([id]) => id)
	);
	for (const [id, isByHeart] of turned)
		await recordDecision(scope, {
			action: 'curriculum.mark-by-heart',
			learnerId: null,
			object: { type: 'outcome', id },
			changes: { byHeart: [isByHeart, !isByHeart] }
		});
	return ok({ turned: turned.length });
}
