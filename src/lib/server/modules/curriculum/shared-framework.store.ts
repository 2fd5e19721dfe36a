import type { Scope } from '../../platform/access/index.ts';
import { inBatches } from '../../platform/db/in-batches.ts';
import type { Uuid } from '../../platform/ids.ts';
import { present } from '../../platform/invariant.ts';
import type { CurriculumTables } from './curriculum.tables.ts';
import type { NewAssociation, NewFramework } from './framework.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** The shared text of a framework: its id, and the ids of its outcomes by the source's own. */
export interface SharedFramework {
	readonly frameworkId: Uuid;
	readonly outcomeIds: ReadonlyMap<string, Uuid>;
}

async function shareTitle(scope: Scope, framework: NewFramework): Promise<Uuid> {
	await db(scope)
		.insertInto('shared.framework')
		.values({
			framework_id: scope.newId<Uuid>(),
			source_id: framework.sourceId,
			title: framework.title,
			creator: framework.creator,
			version: framework.version,
			licence: framework.licence,
			attribution: framework.attribution,
			imported_at: scope.now
		})
		.onConflict((conflict) => conflict.column('source_id').doNothing())
		.execute();
	const row = await db(scope)
		.selectFrom('shared.framework')
		.select('framework_id')
		.where('source_id', '=', framework.sourceId)
		.executeTakeFirst();
	return present(row, 'the framework was just shared').framework_id;
}

async function shareOutcomes(scope: Scope, frameworkId: Uuid, { outcomes }: NewFramework) {
	const rows = outcomes.map((outcome, position) => ({
		outcome_id: scope.newId<Uuid>(),
		framework_id: frameworkId,
		source_id: outcome.sourceId,
		code: outcome.code,
		statement: outcome.statement,
		kind: outcome.kind,
		position
	}));
	await inBatches(rows, 7, (batch) =>
		db(scope)
			.insertInto('shared.outcome')
			.values(batch)
			.onConflict((conflict) => conflict.columns(['framework_id', 'source_id']).doNothing())
			.execute()
	);
	const known = await db(scope)
		.selectFrom('shared.outcome')
		.select(['outcome_id', 'source_id'])
		.where('framework_id', '=', frameworkId)
		.execute();
	return new Map(known.map((row) => [row.source_id, row.outcome_id]));
}

async function shareAssociations(
	scope: Scope,
	{ frameworkId, outcomeIds }: SharedFramework,
	associations: readonly NewAssociation[]
): Promise<void> {
	const rows = associations.map(({ kind, fromId, toId }) => ({
		association_id: scope.newId<Uuid>(),
		framework_id: frameworkId,
		kind,
		from_outcome_id: present(outcomeIds.get(fromId), 'an association starts in its framework'),
		to_outcome_id: present(outcomeIds.get(toId), 'an association ends in its framework')
	}));
	await inBatches(rows, 5, (batch) =>
		db(scope)
			.insertInto('shared.association')
			.values(batch)
			.onConflict((conflict) =>
				conflict.columns(['framework_id', 'kind', 'from_outcome_id', 'to_outcome_id']).doNothing()
			)
			.execute()
	);
}

/**
 * The framework as text that all communities share; what is there already stays as it is. A community never reads its
 * statements from here but from its own copy, so nobody's import can put words into another community.
 */
export async function shareFramework(
	scope: Scope,
	framework: NewFramework
): Promise<SharedFramework> {
	const frameworkId = await shareTitle(scope, framework);
	const shared = { frameworkId, outcomeIds: await shareOutcomes(scope, frameworkId, framework) };
	await shareAssociations(scope, shared, framework.associations);
	return shared;
}
