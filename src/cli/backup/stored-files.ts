import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const PIECE_BYTES = 768 * 1024;

/** Parts of the data folder that a backup carries; the passwords of this very database are not among them. */
const CARRIED = ['files', 'keys'];
const LEFT_OUT = /^keys\/database(-server)?\.json/;

/** Paths of everything outside the database that belongs in a backup, with `/` between the parts. */
export function listStoredFiles(dataFolder: string): readonly string[] {
	return CARRIED.map((part) => join(dataFolder, part))
		.filter((folder) => existsSync(folder))
		.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => relative(dataFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !LEFT_OUT.test(path))
		.sort();
}

/** True for a path that a backup may write: inside a carried part, never around it. */
export function mayHold(path: string): boolean {
	const parts = path.split('/');
	const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
	return (
		isPlain && CARRIED.includes(parts[0] ?? '') && !/[\\\0]/.test(path) && !LEFT_OUT.test(path)
	);
}

/** A file's contents in base64 pieces. A file erased since it was listed has none. */
export async function* filePieces(path: string): AsyncGenerator<string> {
	if (!existsSync(path)) return;
	for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
		yield Buffer.from(chunk).toString('base64');
	}
}
