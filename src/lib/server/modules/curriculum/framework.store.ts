import type { Scope } from '../../platform/access/index.ts';
import { inBatches, type Told } from '../../platform/db/in-batches.ts';
import type { OutcomeId, Uuid } from '../../platform/ids.ts';
import { present } from '../../platform/invariant.ts';
import type { CurriculumTables, FrameworkId, StrandId } from './curriculum.tables.ts';
import { parentsFirst, type NewFramework, type NewOutcome } from './framework.ts';
import type { SharedFramework } from './shared-framework.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

/** What the community holds of a framework already, by the source's own ids. */
export interface AdoptedFramework {
	readonly frameworkId: FrameworkId;
	readonly strandIds: ReadonlyMap<string, StrandId>;
	readonly outcomeIds: ReadonlyMap<string, OutcomeId>;
}

/** The community's own copy of a shared framework, or null while it has none. */
export async function findAdopted(
	scope: Scope,
	sourceId: string
): Promise<AdoptedFramework | null> {
	const { communityId } = scope;
	const found = await db(scope)
		.selectFrom('adopted_framework')
		.innerJoin('shared.framework', 'shared.framework.framework_id', 'shared_framework_id')
		.select('adopted_framework.framework_id')
		.where('adopted_framework.community_id', '=', communityId)
		.where('shared.framework.source_id', '=', sourceId)
		.executeTakeFirst();
	if (!found) return null;
	const strands = await db(scope)
		.selectFrom('strand')
		.select(['strand_id', 'name'])
		.where('community_id', '=', communityId)
		.where('framework_id', '=', found.framework_id)
		.execute();
	const outcomes = await db(scope)
		.selectFrom('adopted_outcome')
		.innerJoin('shared.outcome', 'shared.outcome.outcome_id', 'shared_outcome_id')
		.select(['adopted_outcome.outcome_id', 'shared.outcome.source_id'])
		.where('adopted_outcome.community_id', '=', communityId)
		.where('adopted_outcome.framework_id', '=', found.framework_id)
		.execute();
	return {
		frameworkId: found.framework_id,
		strandIds: new Map(strands.map((row) => [row.name, row.strand_id])),
		outcomeIds: new Map(outcomes.map((row) => [row.source_id, row.outcome_id]))
	};
}

export async function insertFramework(
	scope: Scope,
	frameworkId: FrameworkId,
	sharedId: Uuid,
	framework: NewFramework
): Promise<void> {
	await db(scope)
		.insertInto('adopted_framework')
		.values({
			community_id: scope.communityId,
			framework_id: frameworkId,
			shared_framework_id: sharedId,
			title: framework.title,
			shape: framework.shape,
			licence: framework.licence,
			attribution: framework.attribution,
			adopted_at: scope.now
		})
		.execute();
}

/** Adds the strands the framework does not have yet, by name; returns all ids by the plan's keys. */
export async function insertStrands(
	scope: Scope,
	frameworkId: FrameworkId,
	strands: NewFramework['strands'],
	known: ReadonlyMap<string, StrandId>
): Promise<ReadonlyMap<string, StrandId>> {
	const ids = new Map<string, StrandId>();
	const rows = strands.flatMap(({ key, name, kind }, position) => {
		const id = known.get(name) ?? scope.newId<StrandId>();
		ids.set(key, id);
		if (known.has(name)) return [];
		const community_id = scope.communityId;
		return [{ community_id, strand_id: id, framework_id: frameworkId, name, position, kind }];
	});
	await inBatches(rows, 6, (batch) => db(scope).insertInto('strand').values(batch).execute());
	return ids;
}

export interface OutcomesToInsert {
	readonly frameworkId: FrameworkId;
	readonly shared: SharedFramework;
	readonly strandIds: ReadonlyMap<string, StrandId>;
	readonly known: ReadonlyMap<string, OutcomeId>;
}

/** Adds the outcomes that are not there yet, parents first; returns all ids by the source's own. */
export async function insertOutcomes(
	scope: Scope,
	outcomes: readonly NewOutcome[],
	{ frameworkId, shared, strandIds, known }: OutcomesToInsert,
	told?: Told
): Promise<ReadonlyMap<string, OutcomeId>> {
	const ids = new Map(known);
	const positions = new Map(outcomes.map(({ sourceId }, position) => [sourceId, position]));
	const fresh = parentsFirst(outcomes).filter(({ sourceId }) => !known.has(sourceId));
	for (const { sourceId } of fresh) ids.set(sourceId, scope.newId<OutcomeId>());
	const idOf = (sourceId: string) => present(ids.get(sourceId), 'an outcome of the framework');
	await inBatches(
		fresh,
		13,
		(batch) =>
			db(scope)
				.insertInto('adopted_outcome')
				.values(
					batch.map((outcome) => ({
						community_id: scope.communityId,
						outcome_id: idOf(outcome.sourceId),
						framework_id: frameworkId,
						strand_id:
							outcome.strandKey === null ? null : (strandIds.get(outcome.strandKey) ?? null),
						shared_outcome_id: shared.outcomeIds.get(outcome.sourceId) ?? null,
						parent_id: outcome.parentId === null ? null : idOf(outcome.parentId),
						code: outcome.code,
						statement: outcome.statement,
						kind: outcome.kind,
						position: positions.get(outcome.sourceId) ?? 0,
						age_from: outcome.ages?.from ?? null,
						age_to: outcome.ages?.to ?? null,
						is_fact: outcome.isFact ?? false
					}))
				)
				.execute(),
		told
	);
	return ids;
}

/** The words learners read, for outcomes that just came in. */
export async function insertLearnerStatements(
	scope: Scope,
	outcomes: readonly NewOutcome[],
	ids: ReadonlyMap<string, OutcomeId>
): Promise<void> {
	const rows = outcomes.flatMap(({ sourceId, words = [] }) =>
		words.map((each) => ({
			community_id: scope.communityId,
			outcome_id: present(ids.get(sourceId), 'an outcome of the framework'),
			band: each.band,
			locale: each.locale,
			words: each.words
		}))
	);
	await inBatches(rows, 5, (batch) =>
		db(scope)
			.insertInto('learner_statement')
			.values(batch)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
}

export async function insertAssociations(
	scope: Scope,
	associations: NewFramework['associations'],
	ids: ReadonlyMap<string, OutcomeId>
): Promise<void> {
	const rows = associations.map(({ kind, fromId, toId }) => ({
		community_id: scope.communityId,
		association_id: scope.newId<Uuid>(),
		kind,
		from_outcome_id: present(ids.get(fromId), 'an association starts in its framework'),
		to_outcome_id: present(ids.get(toId), 'an association ends in its framework')
	}));
	await inBatches(rows, 5, (batch) =>
		db(scope)
			.insertInto('adopted_association')
			.values(batch)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
}
