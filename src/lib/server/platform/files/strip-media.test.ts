import { expect, test } from 'vitest';
import { stripBoxes, stripMedia, stripTags } from './strip-media.ts';

function box(kind: string, ...content: readonly Buffer[]): Buffer {
	const inside = Buffer.concat(content);
	const header = Buffer.alloc(8);
	header.writeUInt32BE(inside.length + 8, 0);
	header.write(kind, 4, 'latin1');
	return Buffer.concat([header, inside]);
}
const words = (text: string) => Buffer.from(text, 'latin1');

test('TS11 a film loses the place where it was taken, and nothing moves', () => {
	const place = words('+41.28+174.77/');
	const film = Buffer.concat([
		box('ftyp', words('isom')),
		box(
			'moov',
			box('mvhd', words('header')),
			box('udta', box('xyz ', place)),
			box('trak', box('tkhd', words('track')), box('udta', words('iPad of Noa')))
		),
		box('mdat', words('udta is only a word in here')),
		box('uuid', words('0123456789abcdef maker'))
	]);
	const clean = Buffer.from(stripBoxes(film));
	expect(clean).toHaveLength(film.length);
	for (const gone of ['174.77', 'Noa', 'maker']) expect(clean.includes(gone)).toBe(false);
	for (const kept of ['isom', 'header', 'track', 'udta is only a word in here']) {
		expect(clean.indexOf(kept)).toBe(film.indexOf(kept));
	}
});

test('a film with a broken box is left as it is, without end', () => {
	const broken = Buffer.from(box('moov', words('x')));
	broken.writeUInt32BE(0xffffff, 0);
	expect(Buffer.from(stripBoxes(broken)).equals(broken)).toBe(true);
	expect(stripBoxes(Buffer.alloc(20))).toHaveLength(20);
});

test('TS11 a sound loses its tags, front and back', () => {
	const tag = Buffer.concat([words('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 5]), words('Noa B')]);
	const sound = Buffer.concat([tag, words('sound'), words('TAG'), Buffer.alloc(125)]);
	expect(Buffer.from(stripTags(sound)).toString()).toBe('sound');
	expect(Buffer.from(stripTags(words('sound'))).toString()).toBe('sound');
});

test('other kinds stay as they are', () => {
	const bytes = words('%PDF-1.7');
	expect(stripMedia('application/pdf', bytes)).toBe(bytes);
});
