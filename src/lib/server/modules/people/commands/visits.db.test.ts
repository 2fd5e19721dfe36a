import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { doorLimits, forgetDoors } from '../../../platform/auth/index.ts';
import { createTestApp, type TestApp } from '../../../platform/db/testing.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { actorOf, addPerson } from '../testing.ts';
import { endVisits, issueCode } from './issue-code.ts';

let instant = new Date('2026-11-25T00:00:00Z');
let app: TestApp;
let teacherId: PersonId;
let learnerId: PersonId;
const password = 'eels swim at night';
beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock: { now: () => instant } });
	teacherId = await addPerson(app, { username: 'rewi', role: 'teacher', password });
	learnerId = await addPerson(app, { username: 'wi', role: 'learner', grade: '09', password });
});
afterAll(() => app.close());
beforeEach(() => {
	instant = new Date(instant.getTime() + 3_600_000);
});

const from = (address: string) => ({ headers: new Headers(), address });
const home = from('192.0.2.7');
const signIn = (username: string, word = password, origin = home) =>
	app.auth.signInWithPassword(username, word, origin);
const shut = { error: { code: 'sign-in.too-many-tries' } };

async function asOwner<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[]) {
	const owner = new pg.Client(app.owner);
	await owner.connect();
	// Row-level security binds the owner too.
	await owner.query(`set locus.community = '${app.communityId}'`);
	const { rows } = await owner.query<T>(sql, [...values]);
	await owner.end();
	return rows;
}

test('TS5 a visit lasts as long as the role allows, and keeps neither address nor device', async () => {
	expect(await signIn('Rewi')).toMatchObject({ ok: true, value: { personId: teacherId } });
	const sessions = await asOwner(
		`select round(extract(epoch from "expiresAt" - "createdAt") / 3600)::int as hours,
		"ipAddress" as address, "userAgent" as agent, length(token) as letters from auth.session`,
		[]
	);
	// 32 letters and digits: 190 bits.
	expect(sessions).toEqual([{ hours: 10, address: '', agent: '', letters: 32 }]);
});

test('TS5 ten wrong passwords shut the door from there, not for the person elsewhere', async () => {
	for (let n = 0; n < doorLimits.password.tries; n++) {
		expect(await signIn('wi', 'no')).toMatchObject({ error: { code: 'sign-in.wrong' } });
	}
	expect(await signIn('wi')).toMatchObject(shut);
	expect(await signIn('WI ')).toMatchObject(shut);
	expect((await signIn('wi', password, from('198.51.100.1'))).ok).toBe(true);
	instant = new Date(instant.getTime() + doorLimits.password.minutes * 60_000);
	expect((await signIn('wi')).ok).toBe(true);
});

test('a whole school behind one address is not shut out by a few who forgot', async () => {
	for (let n = 0; n < doorLimits.code.tries; n++)
		await app.auth.signInWithCode('nobody', 'AAAAA-AAAAA', home);
	expect(await app.auth.signInWithCode('nobody', 'AAAAA-AAAAA', home)).toMatchObject(shut);
	const wi = await app.auth.signInWithCode('wi', 'AAAAA-AAAAA', home);
	expect(wi).toMatchObject({ error: { code: 'sign-in.code-wrong' } });
});

test('a missing account and a wrong password answer alike', async () => {
	const wrong = { error: { code: 'sign-in.wrong', field: 'password' } };
	expect(await signIn('wi', 'no')).toMatchObject(wrong);
	expect(await signIn('who', 'no')).toMatchObject(wrong);
});

test('somebody who left finds the door shut', async () => {
	const gone = await addPerson(app, { username: 'gone', role: 'learner', password });
	await asOwner(`update person set status = 'left' where person_id = $1`, [gone]);
	expect(await signIn('gone')).toMatchObject({ error: { code: 'sign-in.wrong' } });
});

test('the log of a learner speaks of that learner, and of no adult', async () => {
	const office = actorOf(app, 'administrator', teacherId);
	for (const personId of [learnerId, teacherId]) {
		await app.change(office, (scope) => issueCode(scope, { personId }));
		await app.change(office, (scope) => endVisits(scope, { personId }));
	}
	const rows = await asOwner<{ object_id: string; learner_id: string | null }>(
		`select object_id, learner_id from decision where action like 'people.%'`,
		[]
	);
	expect(rows).toHaveLength(4);
	for (const { object_id, learner_id } of rows)
		expect(learner_id).toBe(object_id === learnerId ? learnerId : null);
});

test('TP4 what no door needs any more is gone in the night', async () => {
	await app.auth.signInWithPassword('wi', 'no', home);
	const office = actorOf(app, 'administrator', teacherId);
	await app.change(office, (scope) => issueCode(scope, { personId: learnerId }));
	const rows = async () => {
		const [counted] = await asOwner<{ tries: number; codes: number; visits: number }>(
			`select (select count(*)::int from local.sign_in_attempt) as tries,
			(select count(*)::int from local.sign_in_secret) as codes,
			(select count(*)::int from auth.session) as visits`,
			[]
		);
		return counted;
	};
	const after = async (night: Date) => {
		await app.auth.local('write', (tx) => forgetDoors(tx, night));
		return rows();
	};
	const nextNight = await after(new Date(instant.getTime() + 86_400_000));
	expect(nextNight?.tries).toBe(0);
	expect(nextNight?.codes).toBeGreaterThan(0);
	// Visits end by the machine's own clock, which the library reads; by then all have.
	const lastNight = await after(new Date('9000-01-01T00:00:00Z'));
	expect(lastNight).toEqual({ tries: 0, codes: 0, visits: 0 });
});
