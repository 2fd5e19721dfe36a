import type { Scope } from '../../platform/access/index.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { ArtefactId, PortfolioTables, ReflectionId, RevisionKey } from './portfolio.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PortfolioTables>();

type Row = PortfolioTables['artefact'];
export type WorkRow = Pick<
	Row,
	| 'artefact_id'
	| 'learner_id'
	| 'title'
	| 'place'
	| 'audience'
	| 'wished_audience'
	| 'goal_id'
	| 'outcome_ids'
	| 'revision'
	| 'removed_at'
>;

const lockColumns = [
	'artefact_id',
	'learner_id',
	'title',
	'place',
	'audience',
	'wished_audience',
	'goal_id',
	'outcome_ids',
	'revision',
	'removed_at'
] as const;

export type NewWork = Pick<
	Row,
	| 'artefact_id'
	| 'learner_id'
	| 'title'
	| 'place'
	| 'made_on'
	| 'audience'
	| 'wished_audience'
	| 'goal_id'
	| 'folded'
> & { readonly outcome_ids: readonly Row['outcome_ids'][number][] };

/** Adds a work; false when that key is there already (a retried request). */
export async function insertWork(scope: Scope, work: NewWork): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('artefact')
		.values({
			...work,
			outcome_ids: [...work.outcome_ids],
			community_id: scope.communityId,
			wished_at: work.wished_audience && scope.now,
			audience_answer: null,
			audience_answered_by: null,
			revision: 1,
			created_at: scope.now,
			changed_at: scope.now,
			removed_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** A work, locked until the command ends; taken away or not. */
export const lockWork = (scope: Scope, artefactId: ArtefactId): Promise<WorkRow | undefined> =>
	db(scope)
		.selectFrom('artefact')
		.select(lockColumns)
		.where('community_id', '=', scope.communityId)
		.where('artefact_id', '=', artefactId)
		.forUpdate()
		.executeTakeFirst();

export async function updateWork(
	scope: Scope,
	artefactId: ArtefactId,
	change: Partial<Omit<Row, 'community_id' | 'artefact_id' | 'learner_id' | 'created_at'>>
): Promise<void> {
	await db(scope)
		.updateTable('artefact')
		.set({ ...change, changed_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('artefact_id', '=', artefactId)
		.execute();
}

export type NewRevision = Omit<
	PortfolioTables['artefact_revision'],
	'community_id' | 'made_at' | 'file_ids'
> & { readonly file_ids: readonly FileId[] };

export async function insertRevision(scope: Scope, revision: NewRevision): Promise<void> {
	await db(scope)
		.insertInto('artefact_revision')
		.values({
			...revision,
			file_ids: [...revision.file_ids],
			community_id: scope.communityId,
			made_at: scope.now
		})
		.execute();
}

/** One revision of a work by its number, or the one that a form's key made. */
export async function findRevision(
	scope: Scope,
	artefactId: ArtefactId,
	which: { readonly revision: number } | { readonly key: RevisionKey }
) {
	const query = db(scope)
		.selectFrom('artefact_revision')
		.select(['revision', 'words', 'file_ids', 'alt', 'link'])
		.where('community_id', '=', scope.communityId)
		.where('artefact_id', '=', artefactId);
	return 'key' in which
		? query.where('revision_key', '=', which.key).executeTakeFirst()
		: query.where('revision', '=', which.revision).executeTakeFirst();
}

/** Adds a reflection; false when that key is there already. */
export async function insertReflection(
	scope: Scope,
	reflection: Omit<PortfolioTables['reflection'], 'community_id' | 'made_at'> & {
		readonly reflection_id: ReflectionId;
	}
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('reflection')
		.values({ ...reflection, community_id: scope.communityId, made_at: scope.now })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}
