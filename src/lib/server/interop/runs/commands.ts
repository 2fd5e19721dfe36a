import * as v from 'valibot';
import { administer } from '#lib/server/modules/people/index.ts';
import { may, type Scope } from '#lib/server/platform/access/index.ts';
import { recordDecision } from '#lib/server/platform/audit/index.ts';
import { idField } from '#lib/server/platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '#lib/server/platform/result.ts';
import type { ImportId } from './import-run.ts';
import { insertRun, moveRun, selectRun, type NewImportRun } from './import-run.store.ts';

export const importInput = v.object({ importId: idField<ImportId>() });
type ImportInput = v.InferOutput<typeof importInput>;

type NotFound = Failure<'import.not-found'>;

/** Notes that a file has come and is being checked. Errors: `import.not-found` for who may not. */
export async function startImport(
	scope: Scope,
	run: NewImportRun
): Promise<Result<ImportInput, NotFound>> {
	if (!may(scope.actor, administer)) return fail('import.not-found');
	await insertRun(scope, run);
	await recordDecision(scope, {
		action: 'import.start',
		learnerId: null,
		object: { type: 'import', id: run.importId }
	});
	return ok({ importId: run.importId });
}

async function move(
	scope: Scope,
	{ importId }: ImportInput,
	to: 'applying' | 'cancelled'
): Promise<Result<ImportInput, Failure<'import.not-found' | 'import.too-late'>>> {
	if (!may(scope.actor, administer)) return fail('import.not-found');
	if (!(await selectRun(scope, importId))) return fail('import.not-found');
	if (!(await moveRun(scope, importId, to))) return fail('import.too-late');
	await recordDecision(scope, {
		action: to === 'applying' ? 'import.apply' : 'import.cancel',
		learnerId: null,
		object: { type: 'import', id: importId }
	});
	return ok({ importId });
}

/** Says yes to what the preview shows. Errors: `import.too-late` unless it waits for that word. */
export const applyImport = (scope: Scope, input: ImportInput) => move(scope, input, 'applying');

/** Stops an import at any time before it has come in; nothing of it stays. Errors: `import.too-late` after that. */
export const cancelImport = (scope: Scope, input: ImportInput) => move(scope, input, 'cancelled');
