import { sql } from 'kysely';
import type { OfferKind } from '#engines/organiser/index.ts';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import { onePlan } from '../../platform/db/one-plan.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import { groupMates } from './company.store.ts';
import type { OfferId, Standing, WeekId } from './organiser.tables.ts';
import { heldIn, learnsAtSite } from './wish.store.ts';

/** An offer as a choice. */
export interface ChoiceRow {
	readonly offerId: OfferId;
	readonly kind: OfferKind;
	readonly title: string;
	readonly about: string;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
	readonly sections: number;
	readonly maximum: number;
	readonly picture: string | null;
	/** Who may lead it, whom learners are used to first. */
	readonly adults: readonly string[];
	/** Outcomes it builds on. */
	readonly needs: readonly OutcomeId[];
}

/** What was said so far, and by whom. */
export interface ListRow {
	readonly state: Standing;
	readonly savedAt: string;
	readonly savedBy: PersonId | null;
	readonly savedByName: string | null;
	readonly answeredByName: string | null;
	readonly words: string | null;
	readonly otherWords: string | null;
	readonly otherAskedAt: string | null;
	readonly ranked: readonly OfferId[];
}

/** Somebody of the learner's own groups, with what was said about being together. */
export interface CompanionRow {
	readonly personId: PersonId;
	readonly called: string;
	/** Of the same home group; the others share a class. */
	readonly isHome: boolean;
	/** Null where it was not wished. */
	readonly state: Standing | null;
	readonly saidBy: PersonId | null;
	/** The other one wishes it too, and it counts; told only where this learner wishes it. */
	readonly isMutual: boolean;
}

export interface WishPageRow {
	readonly weekId: WeekId;
	readonly startsOn: SchoolDay;
	readonly state: 'open' | 'published';
	readonly wishesUntil: Date;
	readonly mostWishes: number;
	readonly timeZone: string;
	readonly called: string;
	readonly override: AgeBand | null;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	readonly choices: readonly ChoiceRow[];
	readonly list: ListRow | null;
	readonly companions: readonly CompanionRow[];
	/** Other weeks of the site that are not over, the nearest first. */
	readonly weeks: readonly { readonly weekId: WeekId; readonly startsOn: SchoolDay }[];
}

export interface WhichWishes {
	/** Null where it may not be seen; the statement is sent all the same (TS3). */
	readonly learnerId: PersonId | null;
	/** Null: the nearest week that still takes wishes, else the nearest that is not over. */
	readonly weekId: WeekId | null;
}

const choices = (
	scope: Scope
) => sql`select o.offer_id as "offerId", o.kind, o.title, o.about, o.age_from as "ageFrom",
	o.age_to as "ageTo", o.sections, o.maximum, b.picture,
	coalesce((select jsonb_agg(a.called order by t.is_usual desc, a.called) from offer_adult t
		join person a on a.community_id = ${scope.communityId} and a.person_id = t.person_id
		where t.community_id = ${scope.communityId} and t.offer_id = o.offer_id), '[]') as adults,
	coalesce((select jsonb_agg(n.outcome_id) from offer_outcome n where n.community_id = ${scope.communityId}
		and n.offer_id = o.offer_id and n.part = 'needs'), '[]') as needs
from offer o
left join opportunity b on b.community_id = ${scope.communityId} and b.opportunity_id = o.opportunity_id
where ${heldIn(scope)} order by o.offer_id`;

const list = ({
	communityId
}: Scope) => sql`select l.state, l.saved_at as "savedAt", l.saved_by as "savedBy",
	s.called as "savedByName", a.called as "answeredByName", l.words, l.other_words as "otherWords",
	l.other_asked_at as "otherAskedAt",
	coalesce((select jsonb_agg(r.offer_id order by r.rank) from week_wish r where r.community_id = ${communityId}
		and r.week_id = w.week_id and r.learner_id = p.person_id), '[]') as ranked
from wish_list l
left join person s on s.community_id = ${communityId} and s.person_id = l.saved_by
left join person a on a.community_id = ${communityId} and a.person_id = l.answered_by
where l.community_id = ${communityId} and l.week_id = w.week_id and l.learner_id = p.person_id`;

const companions = (
	scope: Scope
) => sql`select q.person_id as "personId", q.called, c.state, c.said_by as "saidBy", g.is_home as "isHome",
	c.state is not null and exists (select 1 from company_wish d where d.community_id = ${scope.communityId}
		and d.learner_id = q.person_id and d.other_id = p.person_id and d.state = 'in-force') as "isMutual"
from (${groupMates(scope)}) g
join person q on q.community_id = ${scope.communityId} and q.person_id = g.person_id and q.status = 'active'
left join company_wish c on c.community_id = ${scope.communityId} and c.learner_id = p.person_id and c.other_id = q.person_id
where q.person_id <> p.person_id
	and exists (select 1 from membership m where m.community_id = ${scope.communityId} and m.person_id = q.person_id
		and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null))
order by q.called, q.person_id limit 80`;

/** Everything a page of wishes shows, in one statement; undefined where no week of the learner's site is to come. */
export async function findWishPageRow(
	scope: Scope,
	{ learnerId, weekId }: WhichWishes
): Promise<WishPageRow | undefined> {
	const { communityId, now, today } = scope;
	const { rows } = await sql<WishPageRow>`
select ${onePlan} w.week_id as "weekId", w.starts_on as "startsOn", w.state, w.wishes_until as "wishesUntil",
	w.most_wishes as "mostWishes", s.time_zone as "timeZone", p.called, p.band as override, p.birth_date as "birthDate", p.grade,
	coalesce((select json_agg(to_json(c)) from (${choices(scope)}) c), '[]') as choices,
	(select to_jsonb(l) from (${list(scope)}) l) as list,
	coalesce((select json_agg(to_json(c)) from (${companions(scope)}) c), '[]') as companions,
	coalesce((select jsonb_agg(jsonb_build_object('weekId', v.week_id, 'startsOn', v.starts_on) order by v.starts_on)
		from site_week v where v.community_id = ${communityId} and v.site_id = w.site_id
			and v.starts_on > ${today}::date - 7), '[]') as weeks
from person p
join site_week w on w.community_id = ${communityId} and ${learnsAtSite(scope)}
join site s on s.community_id = ${communityId} and s.site_id = w.site_id
where p.community_id = ${communityId} and p.person_id = ${learnerId} and p.status = 'active'
	and (${weekId}::uuid is null or w.week_id = ${weekId}) and w.starts_on > ${today}::date - 7
order by w.state = 'published' or w.wishes_until < ${now}, w.starts_on
limit 1`.execute(scope.tx);
	return rows[0];
}
