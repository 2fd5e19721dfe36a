import { sql } from 'kysely';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OfferId, OrganiserTables, WeekId } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();
export type WishListRow = OrganiserTables['wish_list'];

/** A week as a learner of its site wishes in it, with what is offered. */
export interface WishContext {
	readonly startsOn: SchoolDay;
	readonly wishesUntil: Date;
	readonly mostWishes: number;
	readonly override: AgeBand | null;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	readonly offers: readonly {
		readonly offerId: OfferId;
		readonly ageFrom: number | null;
		readonly ageTo: number | null;
	}[];
}

/** Offers that can be held in the week `w`: groups may open, and the days overlap. */
export const heldIn = ({ communityId }: Scope) => sql`o.community_id = ${communityId}
	and o.site_id = w.site_id and o.retired_at is null and o.sections > 0
	and o.from_day < w.starts_on + 7 and (o.until_day is null or o.until_day >= w.starts_on)`;

/** The person `p` learns at the site of the week `w` now. */
export const learnsAtSite = ({ communityId, now }: Scope) => sql`exists (select 1 from membership m
	where m.community_id = ${communityId} and m.person_id = p.person_id and m.role = 'learner'
		and (m.site_id = w.site_id or m.site_id is null)
		and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now}))`;

/** One statement; undefined where the week is not one of this learner's site. */
export async function findWishContext(
	scope: Scope,
	weekId: WeekId,
	learnerId: PersonId
): Promise<WishContext | undefined> {
	const { communityId } = scope;
	const { rows } = await sql<WishContext>`
select w.starts_on as "startsOn", w.wishes_until as "wishesUntil", w.most_wishes as "mostWishes",
	p.band as override, p.birth_date as "birthDate", p.grade,
	coalesce((select jsonb_agg(jsonb_build_object('offerId', o.offer_id, 'ageFrom', o.age_from, 'ageTo', o.age_to))
		from offer o where ${heldIn(scope)}), '[]') as offers
from site_week w
join person p on p.community_id = ${communityId} and p.person_id = ${learnerId} and p.status = 'active'
where w.community_id = ${communityId} and w.week_id = ${weekId} and ${learnsAtSite(scope)}`.execute(
		scope.tx
	);
	return rows[0];
}

export type NewWishList = Pick<
	WishListRow,
	'week_id' | 'learner_id' | 'seed' | 'rung' | 'state' | 'saved_by'
>;

/** Makes the list where there is none, and holds it until the end of the transaction; says whether it is new. */
export async function openWishList(
	scope: Scope,
	list: NewWishList
): Promise<{ readonly list: WishListRow; readonly isNew: boolean }> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('wish_list')
		.values({
			...list,
			community_id: scope.communityId,
			saved_at: scope.now,
			answered_by: null,
			answered_at: null,
			words: null,
			other_words: null,
			other_asked_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	const [kept] = await lockWishLists(scope, list.week_id, [list.learner_id]);
	if (!kept) throw new TypeError('the list was made a moment ago');
	return { list: kept, isNew: Number(numInsertedOrUpdatedRows ?? 0) > 0 };
}

/** The lists of these learners for one week, held until the end of the transaction. */
export const lockWishLists = (
	scope: Scope,
	weekId: WeekId,
	learnerIds: readonly PersonId[]
): Promise<readonly WishListRow[]> =>
	db(scope)
		.selectFrom('wish_list')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.where('learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.orderBy('learner_id')
		.forUpdate()
		.execute();

export type WishListChange = Partial<
	Omit<WishListRow, 'community_id' | 'week_id' | 'learner_id' | 'seed'>
>;

export async function updateWishLists(
	scope: Scope,
	weekId: WeekId,
	learnerIds: readonly PersonId[],
	change: WishListChange
): Promise<void> {
	await db(scope)
		.updateTable('wish_list')
		.set(change)
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.where('learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.execute();
}

/** The offers a learner ranked, first choice first. */
export async function listRanked(
	scope: Scope,
	weekId: WeekId,
	learnerId: PersonId
): Promise<readonly OfferId[]> {
	const rows = await db(scope)
		.selectFrom('week_wish')
		.select('offer_id')
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.where('learner_id', '=', learnerId)
		.orderBy('rank')
		.execute();
	return rows.map(({ offer_id }) => offer_id);
}

/** The whole list as it stands now. */
export async function replaceRanked(
	scope: Scope,
	{ weekId, learnerId }: { readonly weekId: WeekId; readonly learnerId: PersonId },
	offerIds: readonly OfferId[]
): Promise<void> {
	const { communityId } = scope;
	await db(scope)
		.deleteFrom('week_wish')
		.where('community_id', '=', communityId)
		.where('week_id', '=', weekId)
		.where('learner_id', '=', learnerId)
		.execute();
	if (offerIds.length === 0) return;
	await db(scope)
		.insertInto('week_wish')
		.values(
			offerIds.map((offerId, place) => ({
				community_id: communityId,
				week_id: weekId,
				learner_id: learnerId,
				offer_id: offerId,
				rank: place + 1
			}))
		)
		.execute();
}
