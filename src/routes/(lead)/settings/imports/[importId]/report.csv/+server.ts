import { error } from '@sveltejs/kit';
import { describeDiagnostic, diagnosticsAsCsv, downloadHeader } from '#lib/server/interop/index.ts';
import { listImportDiagnostics, type ImportId } from '#lib/server/interop/runs/index.ts';
import { isUuid, toId } from '#lib/server/platform/ids.ts';
import type { RequestHandler } from './$types';

/** Every problem of an import, as a spreadsheet opens it. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!isUuid(params.importId)) error(404);
	const importId = toId<ImportId>(params.importId);
	const diagnostics = await locals.read((scope) => listImportDiagnostics(scope, importId));
	if (!diagnostics) error(404);
	const { locale } = locals;
	const rows = diagnosticsAsCsv(diagnostics, downloadHeader(locale), (each) =>
		describeDiagnostic(each, locale)
	);
	return new Response([...rows].join(''), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="report-${importId}.csv"`
		}
	});
};
