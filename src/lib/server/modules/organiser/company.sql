-- What company.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "company_wish"
	where "community_id" = $1 and "learner_id" = $2 and "other_id" = $3;

insert into "apart_pair" ("pair_id", "learner_id", "other_id", "reason", "made_by", "community_id", "made_at", "ended_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict do nothing;

insert into "company_wish" ("learner_id", "other_id", "rung", "state", "said_by", "community_id", "said_at", "answered_by", "answered_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
	on conflict do nothing;

select *
	from "apart_pair"
	where "community_id" = $1 and "pair_id" = $2
	for update;

select *
	from "company_wish"
	where "community_id" = $1 and "learner_id" = $2
	order by "other_id"
	for update;

select 1
	from membership a join membership b on b.community_id = $1 and b.person_id = $2 and b.role = 'learner' and (b.site_id = a.site_id or b.site_id is null or a.site_id is null) and b.starts_at <= $3 and (b.ends_at is null or b.ends_at > $4)
	where a.community_id = $5 and a.person_id = $6 and a.role = 'learner' and a.starts_at <= $7 and (a.ends_at is null or a.ends_at > $8)
	limit 1;

select p.band as override, p.birth_date as "birthDate", p.grade, count(q.person_id)::int as options, coalesce(bool_or(q.person_id = $1), false) as "isAmong"
	from person p
	left join person q on q.community_id = $2 and q.person_id <> p.person_id and q.status = 'active' and exists (select 1
	from group_member mine join learner_group g on g.community_id = $3 and g.group_id = mine.group_id and g.kind in ('home', 'class') join group_member theirs on theirs.community_id = $4 and theirs.group_id = mine.group_id and theirs.person_id = q.person_id and theirs.part = 'learner' and theirs.starts_at <= $5 and (theirs.ends_at is null or theirs.ends_at > $6)
	where mine.community_id = $7 and mine.person_id = p.person_id and mine.part = 'learner' and mine.starts_at <= $8 and (mine.ends_at is null or mine.ends_at > $9))
	where p.community_id = $10 and p.person_id = $11 and p.status = 'active'
	group by p.person_id, p.band, p.birth_date, p.grade;

update "apart_pair"
	set "ended_at" = $1
	where "community_id" = $2 and "pair_id" = $3;

update "company_wish"
	set "state" = $1, "answered_by" = $2, "answered_at" = $3
	where "community_id" = $4 and "learner_id" = $5 and "other_id" = $6;
