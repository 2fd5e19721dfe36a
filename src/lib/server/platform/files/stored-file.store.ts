import type { Scope } from '../access/index.ts';
import type { Id, PersonId } from '../ids.ts';

export type FileId = Id<'file'>;

export type FileTables = {
	stored_file: {
		community_id: string;
		file_id: FileId;
		owner_id: PersonId;
		digest: string;
		small_digest: string | null;
		media_type: string;
		bytes: number;
		width: number | null;
		height: number | null;
		name: string;
		created_at: Date;
	};
};

/** What is known of a kept file. */
export interface StoredFile {
	readonly fileId: FileId;
	readonly ownerId: PersonId;
	readonly digest: string;
	/** The small version for lists; pictures alone have one. */
	readonly smallDigest: string | null;
	readonly mediaType: string;
	readonly bytes: number;
	readonly width: number | null;
	readonly height: number | null;
	readonly name: string;
}

const db = (scope: Scope) => scope.tx.$extendTables<FileTables>();

/** Notes files whose bytes are in the store already; a repeated send changes nothing. */
export async function insertStoredFiles(scope: Scope, files: readonly StoredFile[]): Promise<void> {
	if (files.length === 0) return;
	await db(scope)
		.insertInto('stored_file')
		.values(
			files.map((file) => ({
				community_id: scope.communityId,
				file_id: file.fileId,
				owner_id: file.ownerId,
				digest: file.digest,
				small_digest: file.smallDigest,
				media_type: file.mediaType,
				bytes: file.bytes,
				width: file.width,
				height: file.height,
				name: file.name,
				created_at: scope.now
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The digests of all files of this community: what else lies in the store belongs to nobody. */
export async function listDigests(scope: Scope): Promise<readonly string[]> {
	const rows = await db(scope)
		.selectFrom('stored_file')
		.select(['digest', 'small_digest'])
		.where('community_id', '=', scope.communityId)
		.execute();
	return rows.flatMap((row) => [row.digest, row.small_digest ?? []].flat());
}
