import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { findHeldOutSets } from './held-out-sets.ts';

const folder = mkdtempSync(join(tmpdir(), 'held-out-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(file: string, content: string | Buffer): void {
	const path = join(folder, 'held-out', file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
}

/** An array as NumPy writes it. */
function npy(numbers: readonly number[]): Buffer {
	const header = `{'descr': '<i4', 'fortran_order': False, 'shape': (${numbers.length},), }\n`;
	const start = Buffer.alloc(10);
	start.write('\x93NUMPY\x01\x00', 'latin1');
	start.writeUInt16LE(header.length, 8);
	const values = Buffer.alloc(4 * numbers.length);
	numbers.forEach((number, n) => values.writeInt32LE(number, 4 * n));
	return Buffer.concat([start, Buffer.from(header), values]);
}

/** A zip of deflated files. */
function zip(files: Readonly<Record<string, Buffer>>): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(files)) {
		const packed = deflateRawSync(content);
		const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)];
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(name.length, 26);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(at, 42);
		locals.push(local, Buffer.from(name), packed);
		entries.push(entry, Buffer.from(name));
		at += 30 + name.length + packed.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(files).length, 10);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...locals, ...entries, end]);
}

const HEADER = 'user_id\titem_id\ttimestamp\tcorrect\tskill_id\n';
/** Item 0 has the skills 2 and 5, item 1 none, item 2 the skill 7. */
const matrix = zip({ 'indices.npy': npy([2, 5, 7]), 'indptr.npy': npy([0, 2, 2, 3]) });

test('a set whose files are all there is read by learner, with the skills of each item and no made-up times', () => {
	put('assistments09/q_mat.npz', matrix);
	put(
		'assistments09/preprocessed_data_train.csv',
		`${HEADER}4\t0\t0\t1\t9\n4\t2\t0\t0\t3\n8\t1\t0\t1\t1\n`
	);
	put('assistments09/preprocessed_data_test.csv', `${HEADER}5\t2\t0\t1\t3\n`);
	const [load] = findHeldOutSets(folder).sets;
	expect(load?.().splits).toEqual([
		{
			name: 'ASSISTments 2009',
			train: [
				[
					{ item: '0', skills: ['2', '5'], correct: true, at: undefined },
					{ item: '2', skills: ['7'], correct: false, at: undefined }
				],
				[{ item: '1', skills: [], correct: true, at: undefined }]
			],
			test: [[{ item: '2', skills: ['7'], correct: true, at: undefined }]]
		}
	]);
});

test('where only test learners are public, each is foreseen once, from others alone', () => {
	put('algebra05/q_mat.npz', matrix);
	const rows = Array.from({ length: 12 }, (_, learner) => `${learner}\t0\t${60 + learner}\t1\t9`);
	put('algebra05/preprocessed_data_test.csv', `${HEADER}${rows.join('\n')}\n`);
	const set = findHeldOutSets(folder)
		.sets.map((load) => load())
		.find(({ name }) => name.startsWith('Algebra'));
	const times = set?.splits.flatMap(({ test: foreseen }) => foreseen.flat().map(({ at }) => at));
	expect(times?.toSorted()).toEqual(Array.from({ length: 12 }, (_, n) => 60 + n));
	for (const { train, test: foreseen } of set?.splits ?? []) {
		expect(train.length + foreseen.length).toBe(12);
		expect(train.filter((learner) => foreseen.includes(learner))).toEqual([]);
	}
});

test('what is missing is named with its files and where they are public', () => {
	const { missing } = findHeldOutSets(folder);
	expect(
		missing.some((line) => line.includes('spanish') && line.includes('public repository'))
	).toBe(true);
	expect(missing.some((line) => line.startsWith('ASSISTments 2009'))).toBe(false);
});
