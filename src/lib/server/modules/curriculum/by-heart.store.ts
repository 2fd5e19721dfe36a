import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { strandsWithOutcomes } from './outcome.store.ts';
import type { CurriculumTables, FrameworkId, StrandId } from './curriculum.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** A strand with how much of it is known by heart. */
export interface StrandByHeart {
	readonly strandId: StrandId;
	readonly name: string;
	readonly outcomes: number;
	readonly byHeart: number;
}

/** One outcome, and whether it is known by heart. */
export interface OutcomeByHeart {
	readonly outcomeId: OutcomeId;
	readonly code: string | null;
	readonly statement: string;
	readonly position: number;
	readonly isByHeart: boolean;
}

/** The strands that have outcomes, with how many of them are known by heart. */
export const selectStrandsByHeart = (scope: Scope): Promise<readonly StrandByHeart[]> =>
	strandsWithOutcomes(scope)
		.select(sql<number>`count(*) filter (where adopted_outcome.is_fact)`.as('byHeart'))
		.execute();

/** Outcomes of a strand from a place in its framework on. */
export async function selectOutcomesByHeart(
	scope: Scope,
	strandId: StrandId,
	{ from, limit }: { readonly from: number; readonly limit: number }
): Promise<readonly OutcomeByHeart[]> {
	return db(scope)
		.selectFrom('adopted_outcome')
		.select(['outcome_id as outcomeId', 'code', 'statement', 'position', 'is_fact as isByHeart'])
		.where('community_id', '=', scope.communityId)
		.where('strand_id', '=', strandId)
		.where('kind', '=', 'outcome')
		.where('position', '>=', from)
		.orderBy('position')
		.orderBy('outcome_id')
		.limit(limit)
		.execute();
}

/** Whether each of some outcomes is known by heart, held until the change is done; unknown ones are missing. */
export async function lockByHeart(
	scope: Scope,
	outcomeIds: readonly OutcomeId[]
): Promise<ReadonlyMap<OutcomeId, boolean>> {
	const rows = await db(scope)
		.selectFrom('adopted_outcome')
		.select(['outcome_id', 'is_fact'])
		.where('community_id', '=', scope.communityId)
		.where('kind', '=', 'outcome')
		.where('outcome_id', '=', sql<OutcomeId>`any(${[...outcomeIds]}::uuid[])`)
		.orderBy('outcome_id')
		.forUpdate()
		.execute();
	return new Map(rows.map((row) => [row.outcome_id, row.is_fact]));
}

/** Turns the mark of some outcomes, and notes in their frameworks that it was turned. */
export async function turnByHeart(scope: Scope, outcomeIds: readonly OutcomeId[]): Promise<void> {
	const { communityId } = scope;
	const turned = await db(scope)
		.updateTable('adopted_outcome')
		.set((eb) => ({ is_fact: eb.not('is_fact') }))
		.where('community_id', '=', communityId)
		.where('outcome_id', '=', sql<OutcomeId>`any(${[...outcomeIds]}::uuid[])`)
		.returning('framework_id')
		.execute();
	const frameworks = [...new Set(turned.map((row) => row.framework_id))];
	await db(scope)
		.updateTable('adopted_framework')
		.set((eb) => ({ facts_turned: eb('facts_turned', '+', 1) }))
		.where('community_id', '=', communityId)
		.where('framework_id', '=', sql<FrameworkId>`any(${frameworks}::uuid[])`)
		.execute();
}
