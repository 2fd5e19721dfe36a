import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findAccountOfPerson } from '../../platform/auth/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../platform/db/testing.ts';
import type { PersonId } from '../../platform/ids.ts';
import { addPerson } from './testing.ts';

let app: TestApp;
let kahu: PersonId;
let now = new Date('2026-03-02T09:00:00Z');

beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock: { now: () => now } });
	await foundTestCommunity(app);
	kahu = await addPerson(app, { username: 'kahu', role: 'learner', grade: '1' });
});
afterAll(() => app.close());

/** A visit as the account library keeps it, and the cookie of it. */
async function startVisit(token: string, until: string): Promise<Headers> {
	const { communityId, database } = app;
	await database.inLocal({ mode: 'write' }, async (tx) => {
		const account = await findAccountOfPerson(tx, communityId, kahu);
		await tx
			.$extendTables<{ 'auth.session': Record<string, string | Date> }>()
			.insertInto('auth.session')
			.values({
				id: token,
				token,
				userId: account?.userId ?? '',
				expiresAt: new Date(until),
				createdAt: now,
				updatedAt: now
			})
			.execute();
	});
	const signature = createHmac('sha256', app.config.secret).update(token).digest('base64');
	const value = encodeURIComponent(`${token}.${signature}`);
	return new Headers({ cookie: `locus.session_token=${value}` });
}

test('a request learns who acts from its cookie, until the visit ends', async () => {
	const headers = await startVisit('first', '2026-03-02T11:00:00Z');
	expect(await app.findSignedIn(headers)).toMatchObject({
		called: 'kahu',
		mustChangePassword: false,
		actor: { communityId: app.communityId, personId: kahu }
	});
	now = new Date('2026-03-02T11:00:00Z');
	expect(await app.findSignedIn(headers)).toBeNull();
});

test('nobody is asked about where no cookie is ours', async () => {
	expect(await app.findSignedIn(new Headers())).toBeNull();
	const cookie = 'locus.session_token=first.AAAA';
	expect(await app.findSignedIn(new Headers({ cookie }))).toBeNull();
});

test('many requests at once each see their own person, and nothing stays open', async () => {
	now = new Date('2026-03-02T12:00:00Z');
	const headers = await startVisit('second', '2026-03-02T14:00:00Z');
	const found = await Promise.all(Array.from({ length: 40 }, () => app.findSignedIn(headers)));
	expect(new Set(found.map((one) => one?.called))).toEqual(new Set(['kahu']));
	await new Promise((resolve) => setTimeout(resolve, 50));
	const { rows } = await app.database.pool.query(
		`select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in%'`
	);
	expect(rows).toEqual([{ open: 0 }]);
});
