import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';

/** Somebody who may lead a session at a site, or comes to one. */
export interface SitePerson {
	readonly personId: PersonId;
	readonly called: string;
	readonly fullName: string;
}

type Part = 'adults' | 'learners';
const rolesOf: Readonly<Record<Part, readonly string[]>> = {
	adults: ['teacher', 'support', 'leader'],
	learners: ['learner']
};

/** Those who teach, support or lead at a site now, or its learners; by name. One statement. */
export async function listSitePeople(
	scope: Scope,
	siteId: SiteId,
	part: Part
): Promise<readonly SitePerson[]> {
	const { communityId, now } = scope;
	const { rows } = await sql<SitePerson>`
select p.person_id as "personId", p.called, p.given_name || ' ' || p.family_name as "fullName" from person p
where p.community_id = ${communityId} and p.status = 'active' and exists (
	select 1 from membership m where m.community_id = ${communityId} and m.person_id = p.person_id
		and (m.site_id = ${siteId} or m.site_id is null) and m.role = any(${[...rolesOf[part]]}::text[])
		and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now}))
order by p.called, p.person_id`.execute(scope.tx);
	return rows;
}
