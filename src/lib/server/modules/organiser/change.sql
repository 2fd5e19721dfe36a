-- What change.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "absence" ("community_id", "absence_id", "person_id", "room_id", "starts_on", "ends_on", "period_id", "words", "made_by", "made_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "week_change"."change_id" as "changeId", "week_change"."revision", "week_change"."kind", "week_change"."words", "week_change"."touched", "person"."called" as "madeBy", "week_change"."made_at" as "madeAt"
	from "week_change"
	left join "person" on "person"."person_id" = "week_change"."made_by" and "person"."community_id" = $1
	where "week_change"."community_id" = $2 and "week_change"."week_id" = $3
	order by "week_change"."revision" desc
	limit $4;

select w.learner_id as "learnerId", p.called as learner, w.offer_id as "offerId", o.title as offer, w.rank, (l.saved_at > k.wishes_until) as "isLate"
	from week_wish w join wish_list l on l.community_id = $1 and l.week_id = $2 and l.learner_id = w.learner_id join site_week k on k.community_id = $3 and k.week_id = $4 join person p on p.community_id = $5 and p.person_id = w.learner_id join offer o on o.community_id = $6 and o.offer_id = w.offer_id
	where w.community_id = $7 and w.week_id = $8 and l.state = 'in-force' and not exists (select 1
	from week_seat s join week_session e on e.community_id = $9 and e.session_id = s.session_id and e.cancelled_at is null
	where s.community_id = $10 and s.week_id = $11 and s.learner_id = w.learner_id and e.offer_id = w.offer_id)
	order by "isLate" desc, w.rank, p.called, w.offer_id
	limit 40;

select w.learner_id as "learnerId", p.called as learner, w.offer_id as "offerId", o.title as offer, w.rank, (l.saved_at > k.wishes_until) as "isLate"
	from week_wish w join wish_list l on l.community_id = $1 and l.week_id = $2 and l.learner_id = w.learner_id join site_week k on k.community_id = $3 and k.week_id = $4 join person p on p.community_id = $5 and p.person_id = w.learner_id join offer o on o.community_id = $6 and o.offer_id = w.offer_id
	where w.community_id = $7 and w.week_id = $8 and l.state = 'in-force' and w.learner_id = any($9::uuid[]) and not exists (select 1
	from week_seat s join week_session e on e.community_id = $10 and e.session_id = s.session_id and e.cancelled_at is null
	where s.community_id = $11 and s.week_id = $12 and s.learner_id = w.learner_id and e.offer_id = w.offer_id)
	order by "isLate" desc, w.rank, p.called, w.offer_id
	limit 40;
