import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { openDatabase } from './database.ts';
import { isServerAway } from './server-away.ts';

test('a server that is away is told from a statement that is wrong', () => {
	const withCode = (code: string) => Object.assign(new Error('x'), { code });
	for (const code of ['ECONNREFUSED', 'ENOENT', '57P01'])
		expect(isServerAway(withCode(code))).toBe(true);
	expect(isServerAway(new Error('Connection terminated unexpectedly'))).toBe(true);
	for (const wrong of [withCode('42601'), withCode('23505'), new Error('no'), null, 'ENOENT'])
		expect(isServerAway(wrong)).toBe(false);
});

test('a database that nobody serves is answered as the edge wants', async () => {
	class Away extends Error {}
	const database = openDatabase({
		connection: { host: join(tmpdir(), 'nobody-listens-here'), database: 'none' },
		log: createLog(() => undefined),
		whenAway: () => {
			throw new Away();
		}
	});
	await expect(database.inLocal({ mode: 'read' }, async () => null)).rejects.toThrow(Away);
	await database.close();
});
