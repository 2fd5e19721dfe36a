import { sql } from 'kysely';
import { actorId, type Scope, type VisibleLearners } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeopleTables } from '../people/index.ts';
import type {
	AbsenceId,
	ChangeId,
	ChangeKind,
	OfferId,
	OrganiserTables,
	WeekId
} from './organiser.tables.ts';
import type { AbsenceFact } from './week-facts.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables & PeopleTables>();

/** Notes an absence that a change of the week brought up. */
export async function insertAbsence(
	scope: Scope,
	absence: AbsenceFact,
	words: string | null
): Promise<void> {
	await db(scope)
		.insertInto('absence')
		.values({
			community_id: scope.communityId,
			absence_id: scope.newId<AbsenceId>(),
			person_id: absence.personId,
			room_id: absence.roomId,
			starts_on: absence.startsOn,
			ends_on: absence.endsOn,
			period_id: absence.periodId,
			words,
			made_by: actorId(scope),
			made_at: scope.now,
			removed_at: null
		})
		.execute();
}

/** A wish in force that the published week does not hold. */
export interface OpenWish {
	readonly learnerId: PersonId;
	readonly learner: string;
	readonly offerId: OfferId;
	readonly offer: string;
	readonly rank: number;
	/** It was said after wishes closed. */
	readonly isLate: boolean;
}

/** Wishes without a seat, late ones first, of learners whose wishes the actor may see; forty at most. */
export async function listOpenWishes(
	scope: Scope,
	weekId: WeekId,
	visible: VisibleLearners
): Promise<readonly OpenWish[]> {
	const { tx, communityId } = scope;
	const only =
		visible === 'everyone' ? sql`` : sql`and w.learner_id = any(${[...visible]}::uuid[])`;
	const { rows } = await sql<OpenWish>`
select w.learner_id as "learnerId", p.called as learner, w.offer_id as "offerId", o.title as offer, w.rank,
	(l.saved_at > k.wishes_until) as "isLate"
from week_wish w
join wish_list l on l.community_id = ${communityId} and l.week_id = ${weekId} and l.learner_id = w.learner_id
join site_week k on k.community_id = ${communityId} and k.week_id = ${weekId}
join person p on p.community_id = ${communityId} and p.person_id = w.learner_id
join offer o on o.community_id = ${communityId} and o.offer_id = w.offer_id
where w.community_id = ${communityId} and w.week_id = ${weekId} and l.state = 'in-force' ${only}
	and not exists (select 1 from week_seat s
		join week_session e on e.community_id = ${communityId} and e.session_id = s.session_id and e.cancelled_at is null
		where s.community_id = ${communityId} and s.week_id = ${weekId} and s.learner_id = w.learner_id and e.offer_id = w.offer_id)
order by "isLate" desc, w.rank, p.called, w.offer_id
limit 40`.execute(tx);
	return rows;
}

/** What was done to a week, and by whom. */
export interface ChangeLine {
	readonly changeId: ChangeId;
	readonly revision: number;
	readonly kind: ChangeKind;
	readonly words: string | null;
	readonly touched: number;
	readonly madeBy: string | null;
	readonly madeAt: Date;
}

/** The changes of a week, the newest first; thirty at most. */
export const listChanges = (scope: Scope, weekId: WeekId): Promise<readonly ChangeLine[]> =>
	db(scope)
		.selectFrom('week_change')
		.leftJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'week_change.made_by')
				.on('person.community_id', '=', scope.communityId)
		)
		.select([
			'week_change.change_id as changeId',
			'week_change.revision',
			'week_change.kind',
			'week_change.words',
			'week_change.touched',
			'person.called as madeBy',
			'week_change.made_at as madeAt'
		])
		.where('week_change.community_id', '=', scope.communityId)
		.where('week_change.week_id', '=', weekId)
		.orderBy('week_change.revision', 'desc')
		.limit(30)
		.execute();
