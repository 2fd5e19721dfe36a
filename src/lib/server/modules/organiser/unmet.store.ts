import type { WishPrice } from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import { toId, type PersonId } from '../../platform/ids.ts';
import type { OfferId, OrganiserTables, WeekId } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** An unmet wish with its price, if anybody has asked; locked until the transaction ends. */
export const lockUnmet = (
	scope: Scope,
	weekId: WeekId,
	learnerId: PersonId,
	offerId: OfferId
): Promise<{ readonly cause: string; readonly price: WishPrice | null } | undefined> =>
	db(scope)
		.selectFrom('unmet_wish')
		.select(['cause', 'price'])
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.where('learner_id', '=', learnerId)
		.where('offer_id', '=', offerId)
		.forUpdate()
		.executeTakeFirst();

/** Titles of some offers, in order of the alphabet. */
export async function listOfferTitles(
	scope: Scope,
	offerIds: readonly string[]
): Promise<readonly string[]> {
	if (offerIds.length === 0) return [];
	const rows = await db(scope)
		.selectFrom('offer')
		.select('title')
		.where('community_id', '=', scope.communityId)
		.where(
			'offer_id',
			'in',
			offerIds.map((id) => toId<OfferId>(id))
		)
		.orderBy('title')
		.execute();
	return rows.map(({ title }) => title);
}

export async function savePrice(
	scope: Scope,
	weekId: WeekId,
	learnerId: PersonId,
	offerId: OfferId,
	price: WishPrice
): Promise<void> {
	await db(scope)
		.updateTable('unmet_wish')
		.set({ price: JSON.stringify(price), priced_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.where('learner_id', '=', learnerId)
		.where('offer_id', '=', offerId)
		.execute();
}
