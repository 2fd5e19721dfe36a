import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the bytes of files live; their meaning is in `stored_file`. */
export interface FileStore {
	/** Keeps bytes safely and returns their digest, which is their address. Keeping the same bytes twice is one file. */
	keep(bytes: Uint8Array): Promise<string>;
	read(digest: string): Promise<Buffer>;
	/** Removes files that no digest in `known` names and that are older than `before`; returns how many. */
	sweep(known: ReadonlySet<string>, before: Date): Promise<number>;
}

const digestPattern = /^[0-9a-f]{64}$/;

/** A file on disk survives a power cut only when both it and its folder have been flushed. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
	const folder = dirname(path);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const draft = `${path}.${randomUUID()}.tmp`;
	const file = await open(draft, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(draft, path);
	const handle = await open(folder, 'r');
	await handle.sync().catch(() => undefined); // Windows cannot flush a folder, and does not need to.
	await handle.close();
}

/** A content-addressed store below `folder`, two letters a folder. */
export function openFileStore(folder: string): FileStore {
	function pathOf(digest: string): string {
		if (!digestPattern.test(digest)) throw new TypeError('not a digest');
		return join(folder, digest.slice(0, 2), digest.slice(2));
	}
	return {
		async keep(bytes) {
			const digest = createHash('sha256').update(bytes).digest('hex');
			const path = pathOf(digest);
			const isThere = await stat(path).then(
				(found) => found.size === bytes.byteLength,
				() => false
			);
			// A file nobody names any more may be about to be swept: whoever keeps it again makes it new.
			if (isThere) await utimes(path, new Date(), new Date());
			else await writeDurably(path, bytes);
			return digest;
		},
		read: (digest) => readFile(pathOf(digest)),
		async sweep(known, before) {
			let removed = 0;
			for (const start of await readdir(folder).catch(() => [])) {
				for (const rest of await readdir(join(folder, start))) {
					const path = join(folder, start, rest);
					// A draft of a crashed write has a longer name, so it is never known and goes as well.
					if (known.has(start + rest) || (await stat(path)).mtime >= before) continue;
					await rm(path);
					removed += 1;
				}
			}
			return removed;
		}
	};
}
