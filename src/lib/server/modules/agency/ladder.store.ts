import { sql } from 'kysely';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { DecisionKind } from '../../platform/audit/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { AgencyTables } from './agency.tables.ts';
import type { Rung, Rungs } from './ladder.ts';

const db = (scope: Scope) => scope.tx.$extendTables<AgencyTables>();

export interface RungRow {
	readonly band: AgeBand | null;
	readonly kind: DecisionKind;
	readonly rung: Rung;
	readonly since: Date | null;
	readonly why: string | null;
	readonly agreedBy: readonly PersonId[] | null;
	readonly lookAgainOn: SchoolDay | null;
}

/** The community's defaults of every band, and of these learners the newest rung of each kind. One statement. */
export async function listRungRows(
	scope: Scope,
	learnerIds: readonly PersonId[]
): Promise<readonly (RungRow & { readonly learnerId: PersonId | null })[]> {
	const { communityId } = scope;
	const { rows } = await sql<RungRow & { learnerId: PersonId | null }>`
select null::uuid as "learnerId", d.band, d.kind, d.rung, null::timestamptz as since, null::text as why,
	null::uuid[] as "agreedBy", null::date as "lookAgainOn"
from ladder_default d where d.community_id = ${communityId}
union all
(select distinct on (r.learner_id, r.kind) r.learner_id, null, r.kind, r.rung, r.since, r.why, r.agreed_by, r.look_again_on
from ladder_rung r where r.community_id = ${communityId} and r.learner_id = any(${[...learnerIds]}::uuid[])
order by r.learner_id, r.kind, r.since desc)`.execute(scope.tx);
	return rows;
}

export async function upsertDefaults(scope: Scope, band: AgeBand, rungs: Rungs): Promise<void> {
	const kinds = Object.entries(rungs).map(([kind, rung]) => ({
		community_id: scope.communityId,
		band,
		// SAFETY: `Rungs` has exactly the kinds of decision as keys.
		kind: kind as DecisionKind,
		rung
	}));
	await db(scope)
		.insertInto('ladder_default')
		.values(kinds)
		.onConflict((conflict) =>
			conflict
				.columns(['community_id', 'band', 'kind'])
				.doUpdateSet({ rung: (eb) => eb.ref('excluded.rung') })
		)
		.execute();
}

export type NewRung = Omit<AgencyTables['ladder_rung'], 'community_id' | 'agreed_by'> & {
	readonly agreed_by: readonly PersonId[];
};

/** Appends rungs; one that is there already is left as it is. */
export async function insertRungs(scope: Scope, rows: readonly NewRung[]): Promise<void> {
	if (rows.length === 0) return;
	await db(scope)
		.insertInto('ladder_rung')
		.values(
			rows.map((row) => ({
				...row,
				agreed_by: [...row.agreed_by],
				community_id: scope.communityId
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
