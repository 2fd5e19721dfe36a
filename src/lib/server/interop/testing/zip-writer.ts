import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive under test; what is left out is as an honest tool would write it. */
export interface ZipEntry {
	readonly name: string | Uint8Array;
	readonly content?: string | Uint8Array;
	readonly method?: number;
	/** Unix mode in the external attributes; 0o120777 is a symbolic link. */
	readonly mode?: number;
	readonly flags?: number;
	/** What the headers claim, where it differs from the truth. */
	readonly claimedSize?: number;
	readonly claimedPackedSize?: number;
	readonly claimedCrc?: number;
}

const UTF8_NAME = 0x800;

/** Writes an archive byte by byte (PKWARE APPNOTE 4.3), so that a test can lie in any field. */
export function writeZip(entries: readonly ZipEntry[], claimedCount = entries.length): Buffer {
	const locals: Buffer[] = [];
	const centrals: Buffer[] = [];
	let offset = 0;
	for (const entry of entries) {
		const { head, name, packed } = prepare(entry);
		const local = Buffer.concat([u32(0x04034b50), head, u16(name.length), u16(0), name, packed]);
		const place = [u16(0), u16(0), u16(0), u32((entry.mode ?? 0o100644) * 2 ** 16), u32(offset)];
		centrals.push(
			Buffer.concat([u32(0x02014b50), u16(0x0314), head, u16(name.length), u16(0), ...place, name])
		);
		locals.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(centrals);
	const end = [u16(0), u16(0), u16(claimedCount), u16(claimedCount), u32(directory.length)];
	return Buffer.concat([...locals, directory, u32(0x06054b50), ...end, u32(offset), u16(0)]);
}

function prepare(entry: ZipEntry) {
	const content = Buffer.from(entry.content ?? '');
	const method = entry.method ?? 8;
	const packed = method === 8 ? deflateRawSync(content) : content;
	const flags = (entry.flags ?? 0) | UTF8_NAME;
	const head = Buffer.concat([
		u16(20),
		u16(flags),
		u16(method),
		u16(0),
		u16(0x5a21),
		u32(entry.claimedCrc ?? crc32(content)),
		u32(entry.claimedPackedSize ?? packed.length),
		u32(entry.claimedSize ?? content.length)
	]);
	return { head, name: Buffer.from(entry.name), packed };
}

function u16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16LE(value);
	return bytes;
}

function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value >>> 0);
	return bytes;
}
