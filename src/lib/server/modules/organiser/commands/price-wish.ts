import * as v from 'valibot';
import { priceOfWish, type WishPrice } from '#engines/organiser/index.ts';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { asSystem } from '../as-system.ts';
import { holdPublished, leaveBegun } from '../change-plan.ts';
import { seeWeekOf } from '../organiser.policy.ts';
import type { OfferId, WeekId } from '../organiser.tables.ts';
import { listHeld } from '../published.store.ts';
import { readWeekFacts } from '../read-week-facts.ts';
import { listOfferTitles, lockUnmet, savePrice } from '../unmet.store.ts';
import { toWeekPlan, toWeekProblem } from '../week-problem.ts';
import { findWeekHead, type WeekHead } from '../week-view.store.ts';
import { changeTime } from './change-week.ts';

export const priceWishInput = v.object({
	weekId: idField<WeekId>(),
	learnerId: idField<PersonId>(),
	offerId: idField<OfferId>()
});
export type PriceWishInput = v.InferOutput<typeof priceWishInput>;

/** A price with words for what the learner would give up. */
export interface PricedWish {
	readonly price: WishPrice;
	readonly givesUp: readonly string[];
}

/** Moves of the last polish: a price is asked for while somebody waits. */
const moves = 500;

/**
 * What it would take to grant an unmet wish: counts only, nobody is named, and only from a week that was really built
 * and checked. It is kept until the week changes; asking again costs nothing.
 */
export async function priceWish(
	scope: Scope,
	{ weekId, learnerId, offerId }: PriceWishInput
): Promise<Result<PricedWish, Failure<'organiser.not-found'>>> {
	const unmet = await lockUnmet(scope, weekId, learnerId, offerId);
	const week = await findWeekHead(scope, weekId);
	if (!unmet || !week || !mayFor(scope.actor, seeWeekOf, learnerId))
		return fail('organiser.not-found');
	const price =
		unmet.price ?? (await workOutPrice(scope, week, { learner: learnerId, offer: offerId }));
	if (!unmet.price) await savePrice(scope, weekId, learnerId, offerId, price);
	return ok({ price, givesUp: await listOfferTitles(scope, price.possible ? price.givesUp : []) });
}

async function workOutPrice(
	scope: Scope,
	week: WeekHead,
	wish: { readonly learner: PersonId; readonly offer: OfferId }
): Promise<WishPrice> {
	const facts = await readWeekFacts(asSystem(scope, 'a wish is priced'), week);
	// An offer that is gone, or a learner who left the site, has no price: there is no such week.
	const isThere =
		facts.offers.some(({ offerId }) => offerId === wish.offer) &&
		facts.people.some(({ personId }) => personId === wish.learner);
	if (!isThere) return { possible: false };
	const plan = toWeekPlan(await listHeld(scope, week.weekId));
	const time = changeTime(facts.slots, week.timeZone, scope.now);
	const problem = leaveBegun(holdPublished(toWeekProblem(facts), plan), plan, time);
	return priceOfWish(problem, plan, wish, {
		seed: 1,
		moves,
		frozen: [...time.begun, ...time.frozen]
	});
}
