import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { CurriculumTables, StrandId } from '../curriculum/index.ts';
import type { OpportunityId, OpportunityTables } from './opportunities.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OpportunityTables & CurriculumTables>();

/** An opportunity as pages show it and as choosing needs it. */
export interface OpportunityView extends Omit<
	OpportunityTables['opportunity'],
	'community_id' | 'opportunity_id' | 'retired_at' | 'details' | 'source' | 'source_id'
> {
	readonly opportunityId: OpportunityId;
	readonly builds: readonly OutcomeId[];
	readonly needsFirst: readonly OutcomeId[];
	readonly strandIds: readonly StrandId[];
}

export interface WhichOpportunities {
	/** At least one of these is built. */
	readonly outcomeIds: readonly OutcomeId[];
	/** Whole years; opportunities for other ages are left out. */
	readonly age: number;
	/** At most so many for each outcome, so that a catalogue of thousands stays a page. */
	readonly perOutcome?: number;
}

/**
 * What builds any of these outcomes, directly or by a confirmed topic; one statement. Our own bank comes before
 * catalogues, since it is nearer to the learner.
 */
export async function listOpportunitiesFor(
	scope: Scope,
	{ outcomeIds, age, perOutcome = 12 }: WhichOpportunities
): Promise<readonly OpportunityView[]> {
	if (outcomeIds.length === 0) return [];
	const { communityId } = scope;
	const wanted = [...outcomeIds];
	const { rows } = await sql<OpportunityView>`
with linked as (
	select l.opportunity_id, l.outcome_id from opportunity_outcome l
	where l.community_id = ${communityId} and l.part = 'builds' and l.outcome_id = any(${wanted}::uuid[])
	union
	select t.opportunity_id, x.outcome_id from tag_outcome x
	join opportunity_tag t on t.community_id = ${communityId} and t.tag_id = x.tag_id
	where x.community_id = ${communityId} and x.state = 'confirmed' and x.outcome_id = any(${wanted}::uuid[])
), ranked as (
	select l.opportunity_id, l.outcome_id,
		row_number() over (partition by l.outcome_id order by o.source <> 'community', o.opportunity_id) as place_in_list
	from linked l
	join opportunity o on o.community_id = ${communityId} and o.opportunity_id = l.opportunity_id
	where o.retired_at is null and coalesce(o.age_from, 0) <= ${age} and coalesce(o.age_to, 99) >= ${age}
), chosen as (select distinct r.opportunity_id from ranked r where r.place_in_list <= ${perOutcome})
select o.opportunity_id as "opportunityId", o.kind, o.title, o.about, o.place, o.place_name, o.mode, o.company,
	o.context, o.minutes, o.cost_minor, o.currency, o.age_from, o.age_to, o.stretch, o.access_needs, o.safety_needs,
	o.supports, o.languages, o.interests, o.capacity, o.times, o.contact, o.url, o.picture, o.provenance, o.vouched_by,
	o.licence, o.attribution,
	coalesce((select array_agg(distinct l.outcome_id) from linked l where l.opportunity_id = o.opportunity_id), '{}') as builds,
	coalesce((select array_agg(n.outcome_id) from opportunity_outcome n where n.community_id = ${communityId}
		and n.opportunity_id = o.opportunity_id and n.part = 'needs'), '{}') as "needsFirst",
	coalesce((select array_agg(distinct a.strand_id) from linked l
		join adopted_outcome a on a.community_id = ${communityId} and a.outcome_id = l.outcome_id
		where l.opportunity_id = o.opportunity_id and a.strand_id is not null), '{}') as "strandIds"
from opportunity o
join chosen c on c.opportunity_id = o.opportunity_id
where o.community_id = ${communityId}
order by o.opportunity_id`.execute(scope.tx);
	return rows;
}

/** Those of these outcomes that something in the bank builds, for this age; one statement. */
export async function listOffered(
	scope: Scope,
	{ outcomeIds, age }: Pick<WhichOpportunities, 'outcomeIds' | 'age'>
): Promise<ReadonlySet<OutcomeId>> {
	if (outcomeIds.length === 0) return new Set();
	const { communityId } = scope;
	const wanted = [...outcomeIds];
	const { rows } = await sql<{ outcomeId: OutcomeId }>`
select l.outcome_id as "outcomeId" from opportunity_outcome l
join opportunity o on o.community_id = ${communityId} and o.opportunity_id = l.opportunity_id
where l.community_id = ${communityId} and l.part = 'builds' and l.outcome_id = any(${wanted}::uuid[])
	and o.retired_at is null and coalesce(o.age_from, 0) <= ${age} and coalesce(o.age_to, 99) >= ${age}
union
select x.outcome_id as "outcomeId" from tag_outcome x
join opportunity_tag t on t.community_id = ${communityId} and t.tag_id = x.tag_id
join opportunity o on o.community_id = ${communityId} and o.opportunity_id = t.opportunity_id
where x.community_id = ${communityId} and x.state = 'confirmed' and x.outcome_id = any(${wanted}::uuid[])
	and o.retired_at is null and coalesce(o.age_from, 0) <= ${age} and coalesce(o.age_to, 99) >= ${age}`.execute(
		scope.tx
	);
	return new Set(rows.map(({ outcomeId }) => outcomeId));
}

/** Titles for lists that hold only ids; unknown ones are missing. */
export async function listOpportunityTitles(
	scope: Scope,
	ids: readonly OpportunityId[]
): Promise<ReadonlyMap<OpportunityId, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db(scope)
		.selectFrom('opportunity')
		.select(['opportunity_id', 'title'])
		.where('community_id', '=', scope.communityId)
		.where('opportunity_id', '=', sql<OpportunityId>`any(${[...ids]}::uuid[])`)
		.execute();
	return new Map(rows.map((row) => [row.opportunity_id, row.title]));
}

/** An opportunity as a form of the school starts from it. */
export interface OpportunityForOffer {
	readonly opportunityId: OpportunityId;
	readonly title: string;
	readonly about: string;
	readonly minutes: number | null;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
	readonly capacity: number | null;
	readonly costMinor: number | null;
	readonly currency: string | null;
	readonly builds: readonly OutcomeId[];
	readonly needsFirst: readonly OutcomeId[];
}

const linked = (scope: Scope, part: 'builds' | 'needs') => sql<OutcomeId[]>`coalesce((
	select array_agg(l.outcome_id order by l.outcome_id) from opportunity_outcome l
	where l.community_id = ${scope.communityId} and l.opportunity_id = opportunity.opportunity_id and l.part = ${part}), '{}')`;

/** One opportunity that is not retired, with its outcomes. */
export async function findOpportunity(
	scope: Scope,
	opportunityId: OpportunityId
): Promise<OpportunityForOffer | undefined> {
	return db(scope)
		.selectFrom('opportunity')
		.select([
			'opportunity_id as opportunityId',
			'title',
			'about',
			'minutes',
			'age_from as ageFrom',
			'age_to as ageTo',
			'capacity',
			'cost_minor as costMinor',
			'currency',
			linked(scope, 'builds').as('builds'),
			linked(scope, 'needs').as('needsFirst')
		])
		.where('community_id', '=', scope.communityId)
		.where('opportunity_id', '=', opportunityId)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
}

const mostFound = 10;

/** Opportunities whose title holds all of the words, our own bank first; ten at most. */
export async function searchOpportunities(
	scope: Scope,
	words: string
): Promise<readonly Pick<OpportunityForOffer, 'opportunityId' | 'title' | 'about'>[]> {
	let query = db(scope)
		.selectFrom('opportunity')
		.select(['opportunity_id as opportunityId', 'title', 'about'])
		.where('community_id', '=', scope.communityId)
		.where('retired_at', 'is', null)
		.orderBy(sql`source <> 'community'`)
		.orderBy('title')
		.orderBy('opportunity_id')
		.limit(mostFound);
	for (const part of words.split(/\s+/u).filter(Boolean).slice(0, 8)) {
		query = query.where(sql<boolean>`position(lower(${part}) in lower(title)) > 0`);
	}
	return query.execute();
}
