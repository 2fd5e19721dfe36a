import { sql, type ColumnType } from 'kysely';
import { actorId, type Scope } from '#lib/server/platform/access/index.ts';
import type { CommunityId, PersonId } from '#lib/server/platform/ids.ts';
import type { ImportKind } from '../apply/prepare-import.ts';
import type { Diagnostic, DiagnosticSummary } from '../diagnostics/index.ts';
import type { ImportSummary } from '../importer.ts';
import { isInterrupted, statesBefore, type ImportId, type ImportState } from './import-run.ts';

type Json<T> = ColumnType<T | null, string | null | undefined, string | null>;

export type ImportTables = {
	import_run: {
		community_id: CommunityId;
		import_id: ImportId;
		kind: ImportKind;
		file_name: string;
		state: ImportState;
		summary: Json<ImportSummary>;
		known: number | null;
		added: number | null;
		problems: Json<DiagnosticSummary>;
		diagnostics: Json<readonly Diagnostic[]>;
		failure: string | null;
		progress: number;
		progress_of: number;
		file_digest: string | null;
		started_by: PersonId | null;
		started_at: Date;
		touched_at: Date;
		ended_at: Date | null;
	};
};

const db = (scope: Scope) => scope.tx.$extendTables<ImportTables>();

export interface NewImportRun {
	readonly importId: ImportId;
	readonly kind: ImportKind;
	readonly fileName: string;
	readonly fileDigest: string;
}

/** A retried request makes no second run. */
export async function insertRun(scope: Scope, run: NewImportRun): Promise<void> {
	await db(scope)
		.insertInto('import_run')
		.values({
			community_id: scope.communityId,
			import_id: run.importId,
			kind: run.kind,
			file_name: run.fileName,
			state: 'checking',
			progress: 0,
			progress_of: 0,
			file_digest: run.fileDigest,
			started_by: actorId(scope),
			started_at: scope.now,
			touched_at: scope.now
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export interface RunFacts {
	readonly summary?: ImportSummary;
	readonly problems?: DiagnosticSummary;
	readonly diagnostics?: readonly Diagnostic[];
	readonly known?: number;
	readonly added?: number;
	readonly failure?: string;
	readonly progress_of?: number;
}

/** Moves a run on, if it is where it can move from; false when it is not, or is not there. */
export async function moveRun(
	scope: Scope,
	importId: ImportId,
	to: ImportState,
	{ summary, problems, diagnostics, ...facts }: RunFacts = {}
): Promise<boolean> {
	const hasEnded = to !== 'ready' && to !== 'applying';
	const moved = await db(scope)
		.updateTable('import_run')
		.set({
			...facts,
			...(summary && { summary: JSON.stringify(summary) }),
			...(problems && { problems: JSON.stringify(problems) }),
			...(diagnostics && { diagnostics: JSON.stringify(diagnostics) }),
			state: to,
			touched_at: scope.now,
			...(hasEnded && { ended_at: scope.now })
		})
		.where('community_id', '=', scope.communityId)
		.where('import_id', '=', importId)
		.where('state', '=', sql<ImportState>`any(${[...statesBefore(to)]}::text[])`)
		.executeTakeFirst();
	return Number(moved.numUpdatedRows) === 1;
}

/** Says how far a run is and that it lives; returns its state, so that work on a cancelled run can stop. */
export async function touchRun(
	scope: Scope,
	importId: ImportId,
	progress: number | null
): Promise<ImportState | null> {
	const row = await db(scope)
		.updateTable('import_run')
		.set({ touched_at: scope.now, ...(progress !== null && { progress }) })
		.where('community_id', '=', scope.communityId)
		.where('import_id', '=', importId)
		.returning('state')
		.executeTakeFirst();
	return row?.state ?? null;
}

/** A run as pages show it. */
export interface ImportView {
	readonly importId: ImportId;
	readonly kind: ImportKind;
	readonly fileName: string;
	readonly state: ImportState;
	readonly summary: ImportSummary | null;
	readonly known: number | null;
	readonly added: number | null;
	readonly failure: string | null;
	readonly progress: number;
	readonly progressOf: number;
	readonly startedAt: Date;
	readonly endedAt: Date | null;
}

const shown = [
	'import_id as importId',
	'kind',
	'file_name as fileName',
	'state',
	'summary',
	'known',
	'added',
	'failure',
	'progress',
	'progress_of as progressOf',
	'started_at as startedAt',
	'touched_at as touchedAt',
	'ended_at as endedAt'
] as const;

function toView<Row extends ImportView & { readonly touchedAt: Date }>(row: Row, now: Date): Row {
	if (!isInterrupted(row.state, row.touchedAt, now)) return row;
	return { ...row, state: 'failed', failure: 'import.interrupted' };
}

/** The newest runs first. */
export async function selectRuns(scope: Scope, limit: number): Promise<readonly ImportView[]> {
	const rows = await db(scope)
		.selectFrom('import_run')
		.select(shown)
		.where('community_id', '=', scope.communityId)
		.orderBy('started_at', 'desc')
		.orderBy('import_id', 'desc')
		.limit(limit)
		.execute();
	return rows.map((row) => toView(row, scope.now));
}

export interface ImportReportView extends ImportView {
	readonly problems: DiagnosticSummary | null;
	/** When the very same file was applied before, if it was. */
	readonly sameFileAt: Date | null;
}

export async function selectRun(
	scope: Scope,
	importId: ImportId
): Promise<ImportReportView | undefined> {
	const row = await db(scope)
		.selectFrom('import_run')
		.select([...shown, 'problems'])
		.select((eb) =>
			eb
				.selectFrom('import_run as earlier')
				.select((inner) => inner.fn.max('earlier.ended_at').as('at'))
				.where('earlier.community_id', '=', scope.communityId)
				.where('earlier.state', '=', 'applied')
				.where('earlier.import_id', '<>', importId)
				.whereRef('earlier.file_digest', '=', 'import_run.file_digest')
				.as('sameFileAt')
		)
		.where('community_id', '=', scope.communityId)
		.where('import_id', '=', importId)
		.executeTakeFirst();
	return row && toView(row, scope.now);
}

export async function selectDiagnostics(
	scope: Scope,
	importId: ImportId
): Promise<readonly Diagnostic[] | undefined> {
	const row = await db(scope)
		.selectFrom('import_run')
		.select('diagnostics')
		.where('community_id', '=', scope.communityId)
		.where('import_id', '=', importId)
		.executeTakeFirst();
	return row && (row.diagnostics ?? []);
}
