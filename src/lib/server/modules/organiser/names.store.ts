import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OfferKind } from '#engines/organiser/index.ts';
import type { SiteId } from '../../platform/ids.ts';

/** Words for the ids of a plan: offers, rooms and people of a site. */
export interface PlanNames {
	readonly offers: ReadonlyMap<
		string,
		{ readonly title: string; readonly kind: OfferKind; readonly maximum: number }
	>;
	readonly rooms: ReadonlyMap<string, { readonly name: string; readonly seats: number }>;
	readonly people: ReadonlyMap<string, string>;
	/** Those of the people who learn here. */
	readonly learners: ReadonlySet<string>;
}

interface NameRow {
	readonly what: 'offer' | 'room' | 'person' | 'learner';
	readonly id: string;
	readonly name: string;
	readonly kind: OfferKind | null;
	readonly size: number | null;
}

/** Every offer, room and person of a site by id, in one statement; what has ended keeps its name. */
export async function listPlanNames(
	{ tx, communityId }: Scope,
	siteId: SiteId
): Promise<PlanNames> {
	const { rows } = await sql<NameRow>`
select 'offer' as what, o.offer_id as id, o.title as name, o.kind, o.maximum as size from offer o
where o.community_id = ${communityId} and o.site_id = ${siteId}
union all
select 'room', r.room_id, r.name, null, r.seats from room r
where r.community_id = ${communityId} and r.site_id = ${siteId}
union all
select case when bool_or(m.role = 'learner') then 'learner' else 'person' end, p.person_id, p.called, null, null::int
from person p
join membership m on m.community_id = ${communityId} and m.person_id = p.person_id
where p.community_id = ${communityId} and (m.site_id = ${siteId} or m.site_id is null)
group by p.person_id, p.called`.execute(tx);
	const of = (what: NameRow['what']) => rows.filter((row) => row.what === what);
	return {
		offers: new Map(
			of('offer').map(({ id, name, kind, size }) => [
				id,
				{ title: name, kind: kind ?? 'workshop', maximum: size ?? 0 }
			])
		),
		rooms: new Map(of('room').map(({ id, name, size }) => [id, { name, seats: size ?? 0 }])),
		people: new Map([...of('person'), ...of('learner')].map(({ id, name }) => [id, name])),
		learners: new Set(of('learner').map(({ id }) => id))
	};
}
