import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeriodId } from '../school/index.ts';
import type { SessionId } from './organiser.tables.ts';

/** A session of an adult today, with how its roll stands. */
export interface SessionToday {
	readonly sessionId: SessionId;
	readonly title: string;
	readonly room: string | null;
	readonly periodId: PeriodId;
	readonly periodName: string;
	readonly startsAt: string;
	readonly endsAt: string;
	/** Whom it is for, where it is one-to-one. */
	readonly learner: string | null;
	/** Learners with a seat. */
	readonly expected: number;
	/** What is marked of them: here in this session, not here, elsewhere (another session counts as elsewhere). */
	readonly here: number;
	readonly notHere: number;
	readonly elsewhere: number;
}

/** What an adult leads today, in order of time; only a published week has sessions. The statement itself, for the page that asks for more at once. */
export const sessionsToday = ({ communityId, today }: Scope, adultId: PersonId | null) =>
	sql<SessionToday>`
select s.session_id as "sessionId", o.title, r.name as room,
	s.period_id as "periodId", p.name as "periodName", p.starts_at as "startsAt", p.ends_at as "endsAt", k.*,
	case when o.maximum = 1 then (select a.called from week_seat t
		join person a on a.community_id = ${communityId} and a.person_id = t.learner_id
		where t.community_id = ${communityId} and t.session_id = s.session_id limit 1) end as learner
from week_session s
join offer o on o.community_id = ${communityId} and o.offer_id = s.offer_id
join period p on p.community_id = ${communityId} and p.period_id = s.period_id
left join room r on r.community_id = ${communityId} and r.room_id = s.room_id
cross join lateral (
	select count(*)::int as expected,
		count(*) filter (where h.state = 'here' and h.session_id = s.session_id)::int as here,
		count(*) filter (where h.state = 'not-here')::int as "notHere",
		count(*) filter (where h.state = 'elsewhere' or (h.state = 'here' and h.session_id is distinct from s.session_id))::int
			as elsewhere
	from week_seat t
	left join roll_mark h on h.community_id = ${communityId} and h.day = ${today} and h.period_id = s.period_id
		and h.learner_id = t.learner_id
	where t.community_id = ${communityId} and t.session_id = s.session_id
) k
where s.community_id = ${communityId} and s.adult_id = ${adultId} and s.day = ${today} and s.cancelled_at is null
order by p.starts_at, o.title`;
