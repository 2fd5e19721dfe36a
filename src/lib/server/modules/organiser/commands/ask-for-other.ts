import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ageBandOf } from '../../people/index.ts';
import { rungsOf } from '../../agency/index.ts';
import { planOwnWeek } from '../organiser.policy.ts';
import type { WeekId } from '../organiser.tables.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { findWishContext, openWishList, updateWishLists } from '../wish.store.ts';
import { seedOfList, standingOf } from '../wishes.ts';

export const askForOtherInput = v.object({
	weekId: idField<WeekId>(),
	learnerId: idField<PersonId>(),
	words: optionalWordsField(300)
});
export type AskForOtherInput = v.InferOutput<typeof askForOtherInput>;

/** "I'd like something else": it waits for an adult; what is in force stays until they talked. */
export async function askForOther(
	scope: Scope,
	{ weekId, learnerId, words }: AskForOtherInput
): Promise<Result<{ readonly weekId: WeekId }, Failure<'organiser.not-found'>>> {
	if (!mayFor(scope.actor, planOwnWeek, learnerId)) return fail('organiser.not-found');
	const context = await findWishContext(scope, weekId, learnerId);
	if (!context) return fail('organiser.not-found');
	const { time: rung } = await rungsOf(scope, learnerId, ageBandOf(context, context.startsOn));
	const state = standingOf({ rung, side: 'learner', options: context.offers.length });
	const seed = seedOfList(weekId, learnerId);
	const row = { week_id: weekId, learner_id: learnerId, seed, rung, state, saved_by: learnerId };
	const { list } = await openWishList(scope, row);
	if (list.other_asked_at !== null && list.other_words === words) return ok({ weekId });
	await updateWishLists(scope, weekId, [learnerId], {
		other_words: words,
		other_asked_at: scope.now
	});
	await recordDecision(scope, {
		action: 'organiser.ask-for-other',
		learnerId,
		object: { type: 'wish-list', id: weekId }
	});
	return ok({ weekId });
}
