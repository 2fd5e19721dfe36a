import { error, redirect } from '@sveltejs/kit';
import { describeKind } from '#lib/server/interop/index.ts';
import {
	importKinds,
	importRunner,
	isImportKind,
	listImports,
	recogniseImport,
	removeImportFiles,
	saveImportFiles,
	startImport,
	type ImportId,
	type ImportKind
} from '#lib/server/interop/runs/index.ts';

import { administer } from '#lib/server/modules/people/index.ts';
import { may } from '#lib/server/platform/access/index.ts';
import { refuse } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import { saidAt } from './said-at.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const runs = await locals.read(listImports);
	if (!runs) error(404);
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	return {
		importId: newUuid(locals.app.clock.now()),
		kinds: importKinds.map((kind) => ({ value: kind, text: describeKind(kind, locals.locale) })),
		runs: runs.map((run) => ({
			...run,
			kindWords: describeKind(run.kind, locals.locale),
			startedAt: saidAt(run.startedAt, locals.locale, timeZone)
		}))
	};
};

/** What the person said it is, else what the first file looks like. */
async function kindOf(said: unknown, first: File): Promise<ImportKind | null> {
	if (isImportKind(said)) return said;
	return recogniseImport(first.name, new Uint8Array(await first.slice(0, 64).arrayBuffer()));
}

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const actor = locals.actor();
		// Nobody else may fill the disk: the file is written before the command runs.
		if (!may(actor, administer)) return refuse({ code: 'import.not-found' }, {});
		const form = await request.formData();
		const files = form.getAll('files').filter((each) => each instanceof File && each.size > 0);
		const [first] = files.filter((each) => each instanceof File);
		if (!first) return refuse({ code: 'import.no-file', field: 'files' }, {});
		const kind = await kindOf(form.get('kind'), first);
		if (!kind) return refuse({ code: 'import.not-recognised', field: 'files' }, {});
		const given = form.get('importId');
		const importId = isUuid(given) ? toId<ImportId>(given) : newUuid<ImportId>(new Date());
		const sources = files.flatMap((file) =>
			file instanceof File ? [{ name: file.name, content: file.stream() }] : []
		);
		const { dataFolder } = locals.app.config;
		const fileDigest = await saveImportFiles(dataFolder, importId, sources);
		const fileName =
			files.length === 1 ? first.name.slice(0, 200) : `${first.name.slice(0, 190)} …`;
		const run = { importId, kind, fileName, fileDigest };
		const started = await locals.change((scope) => startImport(scope, run));
		if (!started.ok) {
			await removeImportFiles(dataFolder, importId);
			return refuse(started.error, {});
		}
		const timeZone = locals.signedIn?.timeZone ?? 'UTC';
		const job = { actor, importId, kind, timeZone, locale: locals.locale };
		// Goes on after the answer; its page shows how far it is.
		void importRunner(locals.app).check(job);
		redirect(303, `/settings/imports/${importId}`);
	}
};
