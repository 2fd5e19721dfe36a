-- What site-adults.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select p.person_id as "personId", p.called, p.given_name || ' ' || p.family_name as "fullName"
	from person p
	where p.community_id = $1 and p.status = 'active' and exists ( select 1
	from membership m
	where m.community_id = $2 and m.person_id = p.person_id and (m.site_id = $3 or m.site_id is null) and m.role = any($4::text[]) and m.starts_at <= $5 and (m.ends_at is null or m.ends_at > $6))
	order by p.called, p.person_id;
