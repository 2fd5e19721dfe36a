import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { OfferKind } from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId, SiteId } from '../../platform/ids.ts';
import type { StrandId } from '../curriculum/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { PeopleTables } from '../people/index.ts';
import type { PeriodId } from '../school/index.ts';
import type { Grouping, OfferId, OrganiserTables } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables & PeopleTables>();

/** What an offer says, without who made it when. */
export interface OfferFacts {
	readonly kind: OfferKind;
	readonly title: string;
	readonly about: string;
	readonly opportunityId: OpportunityId | null;
	/** The strand whose owed minutes a seat here counts for. */
	readonly strandId: StrandId | null;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
	/** How many groups may open at most in a week. */
	readonly sections: number;
	readonly minimum: number;
	readonly maximum: number;
	readonly grouping: Grouping;
	readonly ageSpreadMonths: number | null;
	readonly needsRoom: boolean;
	readonly features: readonly string[];
	/** Only in these periods; empty means in any. */
	readonly periodIds: readonly PeriodId[];
	readonly costMinor: number | null;
	readonly currency: string | null;
	readonly fromDay: SchoolDay;
	readonly untilDay: SchoolDay | null;
}

export interface OfferAdult {
	readonly personId: PersonId;
	readonly isUsual: boolean;
}

export interface OfferOutcome {
	readonly outcomeId: OutcomeId;
	readonly part: 'builds' | 'needs';
}

/** An offer as pages and runs read it. No adult at all means that none is needed. */
export interface OfferView extends OfferFacts {
	readonly offerId: OfferId;
	readonly siteId: SiteId;
	readonly version: number;
	readonly retiredAt: Date | null;
	readonly adults: readonly (OfferAdult & { readonly called: string })[];
	readonly outcomes: readonly OfferOutcome[];
}

const select = (scope: Scope) =>
	db(scope)
		.selectFrom('offer')
		.select((eb) => [
			'offer.offer_id as offerId',
			'offer.site_id as siteId',
			'offer.kind',
			'offer.title',
			'offer.about',
			'offer.opportunity_id as opportunityId',
			'offer.strand_id as strandId',
			'offer.age_from as ageFrom',
			'offer.age_to as ageTo',
			'offer.sections',
			'offer.minimum',
			'offer.maximum',
			'offer.grouping',
			'offer.age_spread_months as ageSpreadMonths',
			'offer.needs_room as needsRoom',
			'offer.features',
			'offer.period_ids as periodIds',
			'offer.cost_minor as costMinor',
			'offer.currency',
			'offer.from_day as fromDay',
			'offer.until_day as untilDay',
			'offer.version',
			'offer.retired_at as retiredAt',
			jsonArrayFrom(
				eb
					.selectFrom('offer_adult')
					.innerJoin('person', (join) =>
						join
							.onRef('person.person_id', '=', 'offer_adult.person_id')
							.on('person.community_id', '=', scope.communityId)
					)
					.select([
						'offer_adult.person_id as personId',
						'person.called',
						'offer_adult.is_usual as isUsual'
					])
					.where('offer_adult.community_id', '=', scope.communityId)
					.whereRef('offer_adult.offer_id', '=', 'offer.offer_id')
					.orderBy('offer_adult.is_usual', 'desc')
					.orderBy('person.called')
			).as('adults'),
			jsonArrayFrom(
				eb
					.selectFrom('offer_outcome')
					.select(['offer_outcome.outcome_id as outcomeId', 'offer_outcome.part'])
					.where('offer_outcome.community_id', '=', scope.communityId)
					.whereRef('offer_outcome.offer_id', '=', 'offer.offer_id')
					.orderBy('offer_outcome.outcome_id')
			).as('outcomes')
		])
		.where('offer.community_id', '=', scope.communityId);

export interface WhichOffers {
	/** Only those that hold on one of these days and are not retired. */
	readonly during?: { readonly from: SchoolDay; readonly until: SchoolDay };
}

/** The offers of a site by title, retired ones last; one statement. */
export async function listOffersOf(
	scope: Scope,
	siteId: SiteId,
	{ during }: WhichOffers = {}
): Promise<readonly OfferView[]> {
	let query = select(scope)
		.where('offer.site_id', '=', siteId)
		.orderBy('offer.retired_at', (order) => order.asc().nullsFirst())
		.orderBy('offer.title')
		.orderBy('offer.offer_id');
	if (during) {
		query = query
			.where('offer.retired_at', 'is', null)
			.where('offer.from_day', '<=', during.until)
			.where((eb) =>
				eb.or([eb('offer.until_day', 'is', null), eb('offer.until_day', '>=', during.from)])
			);
	}
	return query.execute();
}

/** One offer, retired or not. */
export async function findOffer(scope: Scope, offerId: OfferId): Promise<OfferView | undefined> {
	return select(scope).where('offer.offer_id', '=', offerId).executeTakeFirst();
}

/** Locks an offer until the command ends. */
export async function lockOffer(
	scope: Scope,
	offerId: OfferId
): Promise<
	{ readonly siteId: SiteId; readonly version: number; readonly retiredAt: Date | null } | undefined
> {
	return db(scope)
		.selectFrom('offer')
		.select(['site_id as siteId', 'version', 'retired_at as retiredAt'])
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerId)
		.forUpdate()
		.executeTakeFirst();
}

const columnsOf = (facts: OfferFacts) => ({
	kind: facts.kind,
	title: facts.title,
	about: facts.about,
	opportunity_id: facts.opportunityId,
	strand_id: facts.strandId,
	age_from: facts.ageFrom,
	age_to: facts.ageTo,
	sections: facts.sections,
	minimum: facts.minimum,
	maximum: facts.maximum,
	grouping: facts.grouping,
	age_spread_months: facts.ageSpreadMonths,
	needs_room: facts.needsRoom,
	features: [...facts.features],
	period_ids: [...facts.periodIds],
	cost_minor: facts.costMinor,
	currency: facts.currency,
	from_day: facts.fromDay,
	until_day: facts.untilDay
});

/** Adds an offer; false where one of this id is here already. */
export async function insertOffer(
	scope: Scope,
	{
		offerId,
		siteId,
		madeBy
	}: { readonly offerId: OfferId; readonly siteId: SiteId; readonly madeBy: PersonId | null },
	facts: OfferFacts
): Promise<boolean> {
	const added = await db(scope)
		.insertInto('offer')
		.values({
			community_id: scope.communityId,
			offer_id: offerId,
			site_id: siteId,
			...columnsOf(facts),
			version: 1,
			made_by: madeBy,
			made_at: scope.now,
			changed_at: scope.now,
			retired_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('offer_id')
		.executeTakeFirst();
	return added !== undefined;
}

/** New facts for an offer that the caller holds; the version grows. */
export async function updateOffer(
	scope: Scope,
	offerId: OfferId,
	facts: OfferFacts
): Promise<void> {
	await db(scope)
		.updateTable('offer')
		.set({ ...columnsOf(facts), changed_at: scope.now, version: sql<number>`version + 1` })
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerId)
		.execute();
}

export async function setRetired(
	scope: Scope,
	offerId: OfferId,
	retiredAt: Date | null
): Promise<void> {
	await db(scope)
		.updateTable('offer')
		.set({ retired_at: retiredAt, changed_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerId)
		.execute();
}

/** Replaces who may lead an offer and what it builds and needs. */
export async function linkOffer(
	scope: Scope,
	offerId: OfferId,
	{
		adults,
		outcomes
	}: { readonly adults: readonly OfferAdult[]; readonly outcomes: readonly OfferOutcome[] }
): Promise<void> {
	const key = { community_id: scope.communityId, offer_id: offerId };
	await db(scope)
		.deleteFrom('offer_adult')
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerId)
		.execute();
	await db(scope)
		.deleteFrom('offer_outcome')
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerId)
		.execute();
	if (adults.length > 0) {
		await db(scope)
			.insertInto('offer_adult')
			.values(
				adults.map(({ personId, isUsual }) => ({ ...key, person_id: personId, is_usual: isUsual }))
			)
			.execute();
	}
	if (outcomes.length > 0) {
		await db(scope)
			.insertInto('offer_outcome')
			.values(outcomes.map(({ outcomeId, part }) => ({ ...key, outcome_id: outcomeId, part })))
			.execute();
	}
}
