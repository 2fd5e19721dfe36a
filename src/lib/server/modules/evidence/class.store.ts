import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { newUuid, type OutcomeId, type PersonId } from '../../platform/ids.ts';
import type { EvidenceId } from './evidence.tables.ts';

/** What an adult saw last about one outcome. */
export interface SeenView {
	readonly outcomeId: OutcomeId;
	/** 0 to 1, see `observationLevels`. */
	readonly level: number;
}

/** The evidence of one learner as a class page shows it. */
export interface ClassEvidenceView {
	readonly learnerId: PersonId;
	/** When anything was last heard of them; null: never. */
	readonly lastAt: Date | null;
	readonly seen: readonly SeenView[];
}

/** Several learners at once, in one statement; `seen` looks back to `since` and leaves out what was taken back. */
export async function listClassRows(
	scope: Scope,
	learnerIds: readonly PersonId[],
	outcomeIds: readonly OutcomeId[],
	since: Date
): Promise<readonly ClassEvidenceView[]> {
	const { communityId } = scope;
	const { rows } = await sql<ClassEvidenceView>`
select p.person_id as "learnerId",
	(select max(e.at) from evidence_event e where e.community_id = ${communityId} and e.learner_id = p.person_id
		and e.kind <> 'withdrawal') as "lastAt",
	coalesce((select jsonb_agg(jsonb_build_object('outcomeId', last.outcome_id, 'level', last.level))
		from (select distinct on (o.id) o.id as outcome_id, e.level
			from evidence_event e cross join lateral unnest(e.outcome_ids) as o(id)
			where e.community_id = ${communityId} and e.learner_id = p.person_id and e.kind = 'observation' and e.at >= ${since}
				and o.id = any(${[...outcomeIds]}::uuid[])
				and not exists (select 1 from evidence_event w where w.community_id = ${communityId}
					and w.learner_id = p.person_id and w.withdraws = e.event_id)
			order by o.id, e.at desc, e.event_id desc) last), '[]') as seen
from person p
where p.community_id = ${communityId} and p.person_id = any(${[...learnerIds]}::uuid[])`.execute(
		scope.tx
	);
	return rows;
}

/** One thing that one act on a class page recorded. */
export interface ActView {
	readonly learnerId: PersonId;
	readonly eventId: EvidenceId;
	readonly outcomeIds: readonly OutcomeId[];
	readonly level: number;
	readonly at: Date;
}

/** Keys are made when a page is opened, so an act of now may carry one of hours ago. */
const longestOpen = 12 * 3_600_000;
const firstKeyOf = (instant: Date) => newUuid<EvidenceId>(instant, (size) => new Uint8Array(size));

/** What this adult recorded on class pages in their newest act since `since`, and has not taken back. */
export async function listLastAct(
	scope: Scope,
	authorId: PersonId,
	since: Date
): Promise<readonly ActView[]> {
	const { communityId } = scope;
	const from = firstKeyOf(new Date(since.getTime() - longestOpen));
	const { rows } = await sql<ActView>`
select "learnerId", "eventId", "outcomeIds", level, at from (
	select e.learner_id as "learnerId", e.event_id as "eventId", e.outcome_ids as "outcomeIds", e.level, e.at,
		rank() over (order by e.at desc) as age
	from evidence_event e
	where e.community_id = ${communityId} and e.author_id = ${authorId} and e.event_id > ${from}
		and e.kind = 'observation' and e.source = 'class-page' and e.at >= ${since}
		and not exists (select 1 from evidence_event w where w.community_id = ${communityId}
			and w.learner_id = e.learner_id and w.withdraws = e.event_id)
) acts where age = 1 order by "eventId"`.execute(scope.tx);
	return rows;
}
