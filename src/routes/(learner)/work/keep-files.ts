import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { mostFiles } from '#lib/server/modules/portfolio/index.ts';
import {
	fileLimits,
	receiveFiles,
	type StoredFile,
	type UploadError
} from '#lib/server/platform/files/index.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import type { Result } from '#lib/server/platform/result.ts';

/** What the page tells the browser, so that a film that is too long is refused before it is sent. */
export const uploadLimits = { bytes: fileLimits.otherBytes, files: mostFiles };

/** A command's fields and the files of the form; what a browser sends for "no file" is left out. */
export const withFiles = <const E extends v.ObjectEntries>(schema: v.ObjectSchema<E, undefined>) =>
	v.object({
		...schema.entries,
		'files[]': v.pipe(
			v.optional(v.array(v.union([v.instance(File), v.literal('')])), []),
			v.transform((sent) =>
				sent.filter((file): file is File => file !== '' && (file.name !== '' || file.size > 0))
			),
			v.maxLength(mostFiles, 'portfolio.too-many-files')
		)
	});

/** Keeps the files of a form for the signed-in person, before the command's transaction opens. */
export function keepFiles(
	{ locals }: RequestEvent,
	files: readonly File[]
): Promise<Result<readonly StoredFile[], UploadError>> {
	const now = locals.app.clock.now();
	return receiveFiles(files, {
		store: locals.app.files,
		ownerId: locals.actor().personId,
		newId: () => newUuid(now),
		field: 'files[]'
	});
}
