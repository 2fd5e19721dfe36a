-- What names.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select 'offer' as what, o.offer_id as id, o.title as name, o.kind, o.maximum as size
	from offer o
	where o.community_id = $1 and o.site_id = $2
	union all select 'room', r.room_id, r.name, null, r.seats
	from room r
	where r.community_id = $3 and r.site_id = $4
	union all select case when bool_or(m.role = 'learner') then 'learner' else 'person' end, p.person_id, p.called, null, null::int
	from person p join membership m on m.community_id = $5 and m.person_id = p.person_id
	where p.community_id = $6 and (m.site_id = $7 or m.site_id is null)
	group by p.person_id, p.called;
