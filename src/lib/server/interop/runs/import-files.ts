import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from '../text/index.ts';
import type { ImportId } from './import-run.ts';

/** A name without folders or signs that mean something to a file system; its ending stays. */
const safeName = (name: string, n: number): string =>
	`${String(n).padStart(3, '0')}-${basename(name)
		.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
		.slice(-120)}`;
const nameWithout = (stored: string): string => stored.slice(4);

const folderOf = (dataFolder: string, importId: ImportId) => join(dataFolder, 'imports', importId);

/** Streams files into the data folder; returns the digest of them all. */
export async function saveImportFiles(
	dataFolder: string,
	importId: ImportId,
	files: readonly { readonly name: string; readonly content: AsyncIterable<Uint8Array> }[]
): Promise<string> {
	const folder = folderOf(dataFolder, importId);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const digest = createHash('sha256');
	for (const [n, { name, content }] of files.entries()) {
		const tap = new Transform({
			transform(piece, _encoding, done) {
				digest.update(piece);
				done(null, piece);
			}
		});
		await pipeline(content, tap, createWriteStream(join(folder, safeName(name, n))));
	}
	return digest.digest('hex');
}

/** The files of an import, in the order they came; null when they are gone. */
export async function readImportFiles(
	dataFolder: string,
	importId: ImportId
): Promise<readonly SourceFile[] | null> {
	const folder = folderOf(dataFolder, importId);
	const names = await readdir(folder).catch(() => null);
	return (
		names?.toSorted().map((name) => ({
			name: nameWithout(name),
			content: createReadStream(join(folder, name))
		})) ?? null
	);
}

export const removeImportFiles = (dataFolder: string, importId: ImportId): Promise<void> =>
	rm(folderOf(dataFolder, importId), { recursive: true, force: true });

const keptMs = 7 * 24 * 3_600_000;

/** Removes files that were left behind: by a process that was ended, or by an import nobody came back to for a week. */
export async function sweepImportFiles(dataFolder: string, now: Date): Promise<void> {
	const root = join(dataFolder, 'imports');
	for (const name of await readdir(root).catch(() => [])) {
		const { mtimeMs } = await stat(join(root, name));
		if (now.getTime() - mtimeMs > keptMs) await rm(join(root, name), { recursive: true });
	}
}
