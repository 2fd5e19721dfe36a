import { error } from '@sveltejs/kit';
import { findFile } from '#lib/server/modules/portfolio/index.ts';
import { serveFile, type FileId } from '#lib/server/platform/files/index.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import type { RequestHandler } from './$types';

/** A file of a work, for whoever may see that work; missing and forbidden answer alike. `?small` gives the one for lists. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const fileId = idInAddress<FileId>(params.fileId, locals.app.clock.now());
	const file = await locals.read((scope) => findFile(scope, fileId));
	if (!file) error(404);
	return serveFile(file, {
		store: locals.app.files,
		headers: request.headers,
		isSmall: url.searchParams.has('small')
	});
};
