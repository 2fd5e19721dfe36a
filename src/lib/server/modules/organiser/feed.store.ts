import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { FeedId, OrganiserTables, SessionId } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** Ends every address of a person; says how many there were. */
export async function revokeFeeds(scope: Scope, personId: PersonId): Promise<number> {
	const ended = await db(scope)
		.updateTable('calendar_feed')
		.set({ revoked_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('person_id', '=', personId)
		.where('revoked_at', 'is', null)
		.returning('feed_id')
		.execute();
	return ended.length;
}

/** Removes what is left of addresses that ended before an instant. */
export async function deleteFeedsBefore(scope: Scope, instant: Date): Promise<void> {
	await db(scope)
		.deleteFrom('calendar_feed')
		.where('community_id', '=', scope.communityId)
		.where('revoked_at', '<', instant)
		.execute();
}

export async function insertFeed(
	scope: Scope,
	{
		feedId,
		personId,
		digest
	}: { readonly feedId: FeedId; readonly personId: PersonId; readonly digest: string }
): Promise<void> {
	await db(scope)
		.insertInto('calendar_feed')
		.values({
			community_id: scope.communityId,
			feed_id: feedId,
			person_id: personId,
			token_digest: digest,
			made_at: scope.now,
			revoked_at: null
		})
		.execute();
}

/** Since when a person has an address; null without. */
export async function findFeedOf(scope: Scope, personId: PersonId): Promise<Date | null> {
	const found = await db(scope)
		.selectFrom('calendar_feed')
		.select('made_at')
		.where('community_id', '=', scope.communityId)
		.where('person_id', '=', personId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return found?.made_at ?? null;
}

/** Whose address this is, if it holds and they still belong here. */
export async function findFeedPerson(
	scope: Scope,
	digest: string
): Promise<{ readonly personId: PersonId; readonly called: string } | undefined> {
	const { communityId, now } = scope;
	const { rows } = await sql<{ personId: PersonId; called: string }>`
select p.person_id as "personId", p.called from calendar_feed f
join person p on p.community_id = ${communityId} and p.person_id = f.person_id and p.status = 'active'
where f.community_id = ${communityId} and f.token_digest = ${digest} and f.revoked_at is null
	and exists (select 1 from membership m where m.community_id = ${communityId} and m.person_id = p.person_id
		and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now}))`.execute(scope.tx);
	return rows[0];
}

/** A session of somebody's week, as their calendar needs it. */
export interface FeedSession {
	readonly sessionId: SessionId;
	/** The child whose session it is, on a family's calendar; null on one's own. */
	readonly child: string | null;
	readonly childId: PersonId | null;
	readonly title: string;
	readonly room: string | null;
	readonly day: SchoolDay;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly timeZone: string;
	readonly revision: number;
	readonly publishedAt: Date;
	readonly isCancelled: boolean;
}

/**
 * What a person leads or has a seat in, and what the children have whose family they are without limits, in these days.
 * One statement.
 */
export async function listFeedSessions(
	scope: Scope,
	personId: PersonId,
	{ from, until }: { readonly from: SchoolDay; readonly until: SchoolDay }
): Promise<readonly FeedSession[]> {
	const { communityId, now } = scope;
	const { rows } = await sql<FeedSession>`
with mine as (
	select s.session_id, null::text as child, null::uuid as child_id from week_session s
	where s.community_id = ${communityId} and s.adult_id = ${personId} and s.day between ${from} and ${until}
	union
	select t.session_id, null::text, null::uuid from week_seat t
	where t.community_id = ${communityId} and t.learner_id = ${personId}
	union
	select t.session_id, c.called, c.person_id from relationship r
	join person c on c.community_id = ${communityId} and c.person_id = r.learner_id and c.status = 'active'
	join week_seat t on t.community_id = ${communityId} and t.learner_id = r.learner_id
	where r.community_id = ${communityId} and r.adult_id = ${personId} and r.kind = 'family-of'
		and cardinality(r.limits) = 0 and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
)
select s.session_id as "sessionId", m.child, m.child_id as "childId", o.title, q.name as room, s.day, p.starts_at as "startsAt", p.ends_at as "endsAt",
	i.time_zone as "timeZone", w.revision, coalesce(w.published_at, s.made_at) as "publishedAt",
	s.cancelled_at is not null as "isCancelled"
from mine m
join week_session s on s.community_id = ${communityId} and s.session_id = m.session_id
join site_week w on w.community_id = ${communityId} and w.week_id = s.week_id and w.state = 'published'
join site i on i.community_id = ${communityId} and i.site_id = w.site_id
join offer o on o.community_id = ${communityId} and o.offer_id = s.offer_id
join period p on p.community_id = ${communityId} and p.period_id = s.period_id
left join room q on q.community_id = ${communityId} and q.room_id = s.room_id
where s.day between ${from} and ${until}
order by s.day, p.starts_at, o.title, m.child
limit 400`.execute(scope.tx);
	return rows;
}
