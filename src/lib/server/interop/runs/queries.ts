import { administer } from '#lib/server/modules/people/index.ts';
import { may, type Scope } from '#lib/server/platform/access/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { ImportId } from './import-run.ts';
import {
	selectDiagnostics,
	selectRun,
	selectRuns,
	type ImportReportView,
	type ImportView
} from './import-run.store.ts';

const mostShown = 50;

/** The newest imports first; undefined for who may not see them. */
export async function listImports(scope: Scope): Promise<readonly ImportView[] | undefined> {
	return may(scope.actor, administer) ? selectRuns(scope, mostShown) : undefined;
}

/** One import with its grouped problems; missing and forbidden are alike undefined. */
export async function getImport(
	scope: Scope,
	importId: ImportId
): Promise<ImportReportView | undefined> {
	return may(scope.actor, administer) ? selectRun(scope, importId) : undefined;
}

/** All problems of an import, for the download. */
export async function listImportDiagnostics(
	scope: Scope,
	importId: ImportId
): Promise<readonly Diagnostic[] | undefined> {
	return may(scope.actor, administer) ? selectDiagnostics(scope, importId) : undefined;
}
