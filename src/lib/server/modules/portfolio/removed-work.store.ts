import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { ArtefactId, PortfolioTables } from './portfolio.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PortfolioTables>();

/** Works that were taken away before an instant, with the files of all their revisions. */
export async function listRemovedBefore(scope: Scope, before: Date, limit: number) {
	const { communityId } = scope;
	const { rows } = await sql<{
		readonly artefactId: ArtefactId;
		readonly fileIds: readonly FileId[];
	}>`
select a.artefact_id as "artefactId", coalesce((select array_agg(distinct f) from artefact_revision r, unnest(r.file_ids) f
	where r.community_id = ${communityId} and r.artefact_id = a.artefact_id), '{}') as "fileIds"
from artefact a where a.community_id = ${communityId} and a.removed_at <= ${before}
order by a.artefact_id limit ${limit} for update`.execute(scope.tx);
	return rows;
}

/** Deletes works with everything that hangs on them; a file belongs to one work only, its bytes are swept later. */
export async function deleteWorks(
	scope: Scope,
	artefactIds: readonly ArtefactId[],
	fileIds: readonly FileId[]
): Promise<void> {
	const ids = sql<ArtefactId>`any(${[...artefactIds]}::uuid[])`;
	// In the order of the foreign keys: what hangs on a work first.
	for (const table of [
		'feedback',
		'feedback_request',
		'reflection',
		'artefact_revision',
		'artefact'
	] as const) {
		await db(scope)
			.deleteFrom(table)
			.where('community_id', '=', scope.communityId)
			.where('artefact_id', '=', ids)
			.execute();
	}
	await db(scope)
		.deleteFrom('stored_file')
		.where('community_id', '=', scope.communityId)
		.where('file_id', '=', sql<FileId>`any(${[...fileIds]}::uuid[])`)
		.execute();
}
