import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Skills of each item, as a sparse matrix of SciPy keeps them (`save_npz`: a zip of NumPy arrays, rows compressed). */
export function readQMatrix(file: string): readonly (readonly string[])[] {
	const parts = unzip(readFileSync(file));
	const columns = numbersOf(parts.get('indices.npy'));
	const starts = numbersOf(parts.get('indptr.npy'));
	return Array.from({ length: starts.length - 1 }, (_, row) =>
		Array.from(columns.slice(starts[row] ?? 0, starts[row + 1] ?? 0), String)
	);
}

const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** The files of a zip by name, read through its directory, which alone always tells their length. */
function unzip(bytes: Buffer): ReadonlyMap<string, Buffer> {
	const files = new Map<string, Buffer>();
	const end = endOf(bytes);
	let at = bytes.readUInt32LE(end + 16);
	for (let n = 0; n < bytes.readUInt16LE(end + 10); n++) {
		if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('a zip with a broken directory');
		const [name, extra, note] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
		files.set(bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)), contentOf(bytes, at));
		at += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0);
	}
	return files;
}

function endOf(bytes: Buffer): number {
	for (let at = bytes.length - 22; at >= 0; at--) if (bytes.readUInt32LE(at) === END) return at;
	throw new Error('not a zip');
}

function contentOf(bytes: Buffer, entry: number): Buffer {
	const [packed, local] = [bytes.readUInt32LE(entry + 20), bytes.readUInt32LE(entry + 42)];
	const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
	const content = bytes.subarray(from, from + packed);
	return bytes.readUInt16LE(entry + 10) === 0 ? content : inflateRawSync(content);
}

/** A NumPy array of whole numbers of four bytes. */
function numbersOf(array: Buffer | undefined): Int32Array {
	if (array === undefined) throw new Error('an array of the matrix is missing');
	const length = array[6] === 1 ? array.readUInt16LE(8) : array.readUInt32LE(8);
	const start = (array[6] === 1 ? 10 : 12) + length;
	if (!array.toString('latin1', 10, start).includes("'<i4'")) throw new Error('not of four bytes');
	return Int32Array.from({ length: (array.length - start) / 4 }, (_, i) =>
		array.readInt32LE(start + 4 * i)
	);
}
