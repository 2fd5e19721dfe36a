import { sql } from 'kysely';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OrganiserTables, PairId } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();
export type CompanyRow = OrganiserTables['company_wish'];

/** Those who share a home group or a class with a learner now, for `q` beside the learner `p`. */
const sharesGroup = ({ communityId, now }: Scope) => sql`exists (select 1 from group_member mine
	join learner_group g on g.community_id = ${communityId} and g.group_id = mine.group_id
		and g.kind in ('home', 'class')
	join group_member theirs on theirs.community_id = ${communityId} and theirs.group_id = mine.group_id
		and theirs.person_id = q.person_id and theirs.part = 'learner'
		and theirs.starts_at <= ${now} and (theirs.ends_at is null or theirs.ends_at > ${now})
	where mine.community_id = ${communityId} and mine.person_id = p.person_id and mine.part = 'learner'
		and mine.starts_at <= ${now} and (mine.ends_at is null or mine.ends_at > ${now}))`;

/** Those who learn with the person `p` in a group now, the person too, each once; `is_home` where it is the home group. */
export const groupMates = ({
	communityId,
	now
}: Scope) => sql`select theirs.person_id, bool_or(g.kind = 'home') as is_home
	from group_member mine
	join learner_group g on g.community_id = ${communityId} and g.group_id = mine.group_id and g.kind in ('home', 'class')
	join group_member theirs on theirs.community_id = ${communityId} and theirs.group_id = mine.group_id
		and theirs.part = 'learner' and theirs.starts_at <= ${now} and (theirs.ends_at is null or theirs.ends_at > ${now})
	where mine.community_id = ${communityId} and mine.person_id = p.person_id and mine.part = 'learner'
		and mine.starts_at <= ${now} and (mine.ends_at is null or mine.ends_at > ${now})
	group by theirs.person_id`;

export interface CompanyContext {
	readonly override: AgeBand | null;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	/** Real options: others of their own groups. */
	readonly options: number;
	/** The one meant is among them. */
	readonly isAmong: boolean;
}

/** One statement: who the learner is and whether the other is of a group of theirs. */
export async function findCompanyContext(
	scope: Scope,
	learnerId: PersonId,
	otherId: PersonId
): Promise<CompanyContext | undefined> {
	const { communityId } = scope;
	const { rows } = await sql<CompanyContext>`
select p.band as override, p.birth_date as "birthDate", p.grade, count(q.person_id)::int as options,
	coalesce(bool_or(q.person_id = ${otherId}), false) as "isAmong"
from person p
left join person q on q.community_id = ${communityId} and q.person_id <> p.person_id and q.status = 'active'
	and ${sharesGroup(scope)}
where p.community_id = ${communityId} and p.person_id = ${learnerId} and p.status = 'active'
group by p.person_id, p.band, p.birth_date, p.grade`.execute(scope.tx);
	return rows[0];
}

/** What this learner said about company, held until the end of the transaction. */
export const lockCompany = (scope: Scope, learnerId: PersonId): Promise<readonly CompanyRow[]> =>
	db(scope)
		.selectFrom('company_wish')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.orderBy('other_id')
		.forUpdate()
		.execute();

/** False where it was said already. */
export async function insertCompany(
	scope: Scope,
	row: Pick<CompanyRow, 'learner_id' | 'other_id' | 'rung' | 'state' | 'said_by'>
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('company_wish')
		.values({
			...row,
			community_id: scope.communityId,
			said_at: scope.now,
			answered_by: null,
			answered_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function updateCompany(
	scope: Scope,
	{ learner_id, other_id }: Pick<CompanyRow, 'learner_id' | 'other_id'>,
	change: Pick<CompanyRow, 'state' | 'answered_by'>
): Promise<void> {
	await db(scope)
		.updateTable('company_wish')
		.set({ ...change, answered_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learner_id)
		.where('other_id', '=', other_id)
		.execute();
}

export async function deleteCompany(
	scope: Scope,
	learnerId: PersonId,
	otherId: PersonId
): Promise<boolean> {
	const { numDeletedRows } = await db(scope)
		.deleteFrom('company_wish')
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('other_id', '=', otherId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

export type ApartRow = OrganiserTables['apart_pair'];

/** Whether both are learners who could meet at all: of one site, now. */
export async function learnTogether(
	scope: Scope,
	learnerId: PersonId,
	otherId: PersonId
): Promise<boolean> {
	const { communityId, now } = scope;
	const { rows } = await sql`
select 1 from membership a
join membership b on b.community_id = ${communityId} and b.person_id = ${otherId} and b.role = 'learner'
	and (b.site_id = a.site_id or b.site_id is null or a.site_id is null)
	and b.starts_at <= ${now} and (b.ends_at is null or b.ends_at > ${now})
where a.community_id = ${communityId} and a.person_id = ${learnerId} and a.role = 'learner'
	and a.starts_at <= ${now} and (a.ends_at is null or a.ends_at > ${now})
limit 1`.execute(scope.tx);
	return rows.length > 0;
}

/** False when that key is there already (a retried request). */
export async function insertPair(
	scope: Scope,
	pair: Pick<ApartRow, 'pair_id' | 'learner_id' | 'other_id' | 'reason' | 'made_by'>
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('apart_pair')
		.values({ ...pair, community_id: scope.communityId, made_at: scope.now, ended_at: null })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export const lockPair = (scope: Scope, pairId: PairId): Promise<ApartRow | undefined> =>
	db(scope)
		.selectFrom('apart_pair')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('pair_id', '=', pairId)
		.forUpdate()
		.executeTakeFirst();

export async function updatePairEnd(
	scope: Scope,
	pairId: PairId,
	endedAt: Date | null
): Promise<void> {
	await db(scope)
		.updateTable('apart_pair')
		.set({ ended_at: endedAt })
		.where('community_id', '=', scope.communityId)
		.where('pair_id', '=', pairId)
		.execute();
}
