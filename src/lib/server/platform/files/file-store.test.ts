import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from './file-store.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'locus-files-'))));
afterAll(() => rm(folder, { recursive: true }));

test('bytes come back as they were, and the same bytes are one file', async () => {
	const store = openFileStore(folder);
	const digest = await store.keep(Buffer.from('kererū'));
	expect(await store.keep(Buffer.from('kererū'))).toBe(digest);
	expect((await store.read(digest)).toString()).toBe('kererū');
	expect(await readdir(join(folder, digest.slice(0, 2)))).toHaveLength(1);
});

test('only a digest is an address', () => {
	expect(() => openFileStore(folder).read('../../etc/passwd')).toThrow(TypeError);
});

test('the sweep takes what nobody names, old drafts included, and leaves what is new or known', async () => {
	const store = openFileStore(folder);
	const kept = await store.keep(Buffer.from('kept'));
	const lost = await store.keep(Buffer.from('lost'));
	await writeFile(join(folder, kept.slice(0, 2), 'draft.tmp'), 'half');
	const known = new Set([kept]);
	expect(await store.sweep(known, new Date(0))).toBe(0);
	await store.sweep(known, new Date(Date.now() + 60_000));
	await expect(store.read(lost)).rejects.toMatchObject({ code: 'ENOENT' });
	expect((await store.read(kept)).toString()).toBe('kept');
	expect(await readdir(join(folder, kept.slice(0, 2)))).toHaveLength(1);
});
