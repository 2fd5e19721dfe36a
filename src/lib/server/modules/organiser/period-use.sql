-- What period-use.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select exists (select 1
	from week_session s
	where s.community_id = $1 and s.period_id = $2) or exists (select 1
	from roll_mark r
	where r.community_id = $3 and r.period_id = $4) or exists (select 1
	from absence a
	where a.community_id = $5 and a.period_id = $6) as used;

update "offer"
	set "period_ids" = array_remove(period_ids, $1::uuid)
	where "community_id" = $2 and $3::uuid = any(period_ids);
