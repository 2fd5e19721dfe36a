/**
 * Sound and film carry notes about where, when and by whom they were recorded. These functions take the notes out and leave
 * the recording as it is: boxes of the ISO base media format (14496-12) become `free` boxes of the same length, so that no
 * offset moves; ID3 tags of an MP3 are cut off. Pure: they return new bytes.
 */

/** Boxes that hold boxes on the way to notes, and boxes that are notes. */
const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']);
const notes = new Set(['udta', 'meta', 'uuid', 'ilst', 'loci']);

const textAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);

/** The length of the box at an offset with its header; 0 where there is none. */
function boxAt(bytes: Buffer, at: number, end: number): { size: number; header: number } | null {
	if (at + 8 > end) return null;
	const short = bytes.readUInt32BE(at);
	if (short !== 1) return { size: short === 0 ? end - at : short, header: 8 };
	if (at + 16 > end) return null;
	const long = bytes.readBigUInt64BE(at + 8);
	return long > BigInt(end) ? null : { size: Number(long), header: 16 };
}

function blankBoxes(bytes: Buffer, from: number, end: number): void {
	let at = from;
	for (let box = boxAt(bytes, at, end); box; box = boxAt(bytes, at, end)) {
		const next = at + box.size;
		if (box.size < box.header || next > end) return;
		const kind = textAt(bytes, at + 4);
		if (notes.has(kind)) {
			bytes.write('free', at + 4, 'latin1');
			bytes.fill(0, at + box.header, next);
		} else if (holders.has(kind)) blankBoxes(bytes, at + box.header, next);
		at = next;
	}
}

/** MP4, M4A, QuickTime: user data and metadata boxes become empty space. */
export function stripBoxes(media: Uint8Array): Uint8Array {
	const bytes = Buffer.from(media);
	blankBoxes(bytes, 0, bytes.length);
	return bytes;
}

/** Length of an ID3v2 tag at the front, whose size is written in seven bits a byte. */
function frontTag(bytes: Buffer): number {
	if (bytes.length < 10 || bytes.toString('latin1', 0, 3) !== 'ID3') return 0;
	const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0);
	return 10 + size + ((bytes[5] ?? 0) & 0x10 ? 10 : 0);
}

/** MP3: the tags before and after the sound are cut off. */
export function stripTags(sound: Uint8Array): Uint8Array {
	const bytes = Buffer.from(sound);
	const start = frontTag(bytes);
	const hasEndTag =
		bytes.length >= 128 &&
		bytes.toString('latin1', bytes.length - 128, bytes.length - 125) === 'TAG';
	return bytes.subarray(Math.min(start, bytes.length), bytes.length - (hasEndTag ? 128 : 0));
}

/** How the notes of each kind are taken out; kinds that are not here carry none we know of. */
const strippers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
	'video/mp4': stripBoxes,
	'video/quicktime': stripBoxes,
	'audio/mp4': stripBoxes,
	'audio/x-m4a': stripBoxes,
	'audio/mpeg': stripTags
};

/** A recording without the notes about it. */
export const stripMedia = (mediaType: string, bytes: Uint8Array): Uint8Array =>
	strippers[mediaType]?.(bytes) ?? bytes;
