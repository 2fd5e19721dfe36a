import { fail, ok, type Result } from '../result.ts';
import type { PersonId } from '../ids.ts';
import { acceptUpload, safeFileName, smallPicture, type UploadError } from './accept-upload.ts';
import type { FileStore } from './file-store.ts';
import type { FileId, StoredFile } from './stored-file.store.ts';

export interface Receiving {
	readonly store: FileStore;
	readonly ownerId: PersonId;
	readonly newId: () => FileId;
	/** The form field, for the refusal. */
	readonly field: string;
}

/**
 * Looks at every file of a form, keeps the good ones and says what is known of them; the first that cannot be taken refuses
 * all. What a form sends for "no file" is left out. Runs before the transaction, so that no picture is decoded inside one;
 * a file that no command then notes is swept later.
 */
export async function receiveFiles(
	files: readonly File[],
	{ store, ownerId, newId, field }: Receiving
): Promise<Result<readonly StoredFile[], UploadError>> {
	const kept: StoredFile[] = [];
	for (const file of files.filter(({ name, size }) => name !== '' || size > 0)) {
		const accepted = await acceptUpload(new Uint8Array(await file.arrayBuffer()));
		if (!accepted.ok) return fail(accepted.error.code, field);
		const { bytes, mediaType, width, height, isPicture } = accepted.value;
		kept.push({
			fileId: newId(),
			ownerId,
			digest: await store.keep(bytes),
			smallDigest: isPicture ? await store.keep(await smallPicture(bytes)) : null,
			mediaType,
			bytes: bytes.byteLength,
			width,
			height,
			name: safeFileName(file.name)
		});
	}
	return ok(kept);
}
