import { sql } from 'kysely';
import type { Company, DeclineReason, Place } from '#engines/pathways/index.ts';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { ProfileKind } from '../people/index.ts';

/** What the learner says about themself, one item. */
export interface ProfileWords {
	readonly itemId: string;
	readonly kind: ProfileKind;
	readonly words: string;
}

export interface FactRow {
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	readonly band: AgeBand | null;
	readonly locale: string | null;
	readonly profile: readonly ProfileWords[];
	readonly declined: readonly {
		readonly opportunityId: OpportunityId;
		readonly reason: DeclineReason;
		readonly at: string;
		readonly context: string | null;
		readonly company: Company;
		readonly place: Place;
		readonly minutes: number | null;
		readonly cost: number | null;
	}[];
}

/**
 * What choosing needs of a learner, in one statement. Profile items that are for the learner alone are left out:
 * reasons are kept with the set, and adults around them may read those.
 */
export async function findFacts(
	scope: Scope,
	learnerId: PersonId,
	declinedSince: Date,
	audiences: readonly string[]
): Promise<FactRow | undefined> {
	const { communityId } = scope;
	const { rows } = await sql<FactRow>`
select p.birth_date as "birthDate", p.grade, p.band,
	coalesce((select s.locale from person_setting s where s.community_id = ${communityId} and s.person_id = ${learnerId}),
		(select c.locale from community c where c.community_id = ${communityId})) as locale,
	coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'kind', i.kind, 'words', i.words) order by i.created_at, i.item_id)
		from profile_item i where i.community_id = ${communityId} and i.learner_id = ${learnerId}
		and i.removed_at is null and i.audience = any(${[...audiences]}::text[])), '[]') as profile,
	coalesce((select jsonb_agg(jsonb_build_object('opportunityId', a.opportunity_id, 'reason', a.decline_reason, 'at', a.answered_at,
			'context', o.context, 'company', o.company, 'place', o.place, 'minutes', o.minutes, 'cost', o.cost_minor)
			order by a.answered_at desc)
		from alternative_set s
		join alternative a on a.community_id = ${communityId} and a.set_id = s.set_id
		join opportunity o on o.community_id = ${communityId} and o.opportunity_id = a.opportunity_id
		where s.community_id = ${communityId} and s.learner_id = ${learnerId}
		and a.answer = 'declined' and a.answered_at > ${declinedSince}), '[]') as declined
from person p where p.community_id = ${communityId} and p.person_id = ${learnerId}`.execute(
		scope.tx
	);
	return rows[0];
}

export interface GraphRow {
	readonly id: string;
	readonly strandId: string | null;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
	readonly after: readonly string[];
}

/** Outcomes with their strand, ages and what they come before; of some strands, or of all. One statement. */
export async function listGraphRows(
	scope: Scope,
	strandIds: readonly string[] | 'all'
): Promise<readonly GraphRow[]> {
	const { communityId } = scope;
	const only = strandIds === 'all' ? sql`` : sql`and o.strand_id = any(${[...strandIds]}::uuid[])`;
	const { rows } = await sql<GraphRow>`
select o.outcome_id as id, o.strand_id as "strandId", o.age_from as "ageFrom", o.age_to as "ageTo",
	coalesce((select array_agg(a.to_outcome_id order by a.to_outcome_id) from adopted_association a
		where a.community_id = ${communityId} and a.from_outcome_id = o.outcome_id and a.kind = 'precedes'), '{}') as after
from adopted_outcome o
where o.community_id = ${communityId} and o.kind = 'outcome' ${only}
order by o.framework_id, o.position, o.outcome_id`.execute(scope.tx);
	return rows;
}

export interface RuleRow {
	readonly id: string;
	readonly strandId: string;
	readonly measure: 'minutes' | 'outcomes' | 'touches';
	readonly least: number;
	readonly from: SchoolDay;
	readonly until: SchoolDay;
}

/** The entitlement rules of a band with the term or year that is on now; rules outside any are left out. */
export async function listRulesNow(
	scope: Scope,
	band: AgeBand,
	today: SchoolDay
): Promise<readonly RuleRow[]> {
	const { communityId } = scope;
	const { rows } = await sql<RuleRow>`
select distinct on (r.rule_id) r.rule_id as id, r.strand_id as "strandId", r.measure, r.least,
	t.starts_on as "from", t.ends_on as until
from entitlement_rule r
join term t on t.community_id = ${communityId} and t.kind = r.per and t.starts_on <= ${today} and t.ends_on >= ${today}
where r.community_id = ${communityId} and r.band = ${band}
order by r.rule_id, t.starts_on desc`.execute(scope.tx);
	return rows;
}
