import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Actor } from '../../../platform/access/index.ts';
import { plainPictures, replaceSecret, type SignInPicture } from '../../../platform/auth/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type GroupId, type PersonId } from '../../../platform/ids.ts';
import { listClasses, mayKeepOpen } from '../class.store.ts';
import { actorOf, addClass, addPerson } from '../testing.ts';
import { issueCards } from './issue-cards.ts';
import { issuePicture } from './issue-picture.ts';
import { closePictureWindow, openPictureWindow } from './picture-windows.ts';

let instant = new Date('2026-11-25T00:00:00Z');
const minutesLater = (minutes: number) => {
	instant = new Date(instant.getTime() + minutes * 60_000);
};

let app: TestApp;
let teacherId: PersonId;
let child: PersonId;
let older: PersonId;
let stranger: PersonId;
let tauhou: GroupId;
let elsewhere: GroupId;
beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock: { now: () => instant } });
	teacherId = await addPerson(app, { username: 'marama', role: 'teacher' });
	child = await addPerson(app, { username: 'kahu', role: 'learner', grade: '01' });
	older = await addPerson(app, { username: 'wi', role: 'learner', grade: '09' });
	stranger = await addPerson(app, { username: 'aki', role: 'learner', grade: '01' });
	tauhou = await addClass(app, [teacherId], [child, older]);
	elsewhere = await addClass(app, [], [stranger]);
});
afterAll(() => app.close());
// Tries and windows of one test are over before the next.
beforeEach(() => minutesLater(120));

const teacher = () => actorOf(app, 'teacher', teacherId, 'teaches', [child, older]);
const office = () => actorOf(app, 'administrator', newUuid<PersonId>(instant));
const origin = { headers: new Headers(), address: '192.0.2.1' };
const missing = { ok: false, error: { code: 'people.not-found' } };

const open = (actor: Actor, groupId = tauhou) =>
	app.change(actor, (scope) => openPictureWindow(scope, { groupId }, app.auth.windowCodes));

async function openWindow(groupId = tauhou) {
	const opened = await open(office(), groupId);
	if (!opened.ok) throw new Error('the office may');
	return opened.value.code;
}

const secret: readonly SignInPicture[] = ['waka', 'moon', 'fern'];
async function givePictures(personId: PersonId) {
	const plain = plainPictures(secret);
	const entry = { communityId: app.communityId, personId, kind: 'picture' as const, plain };
	await app.auth.local('write', (tx) =>
		replaceSecret(tx, { ...entry, madeBy: null, expiresAt: null }, instant)
	);
}

async function touch(code: string, personId: PersonId, pictures = secret) {
	const window = await app.auth.findWindow(code);
	if (!window) throw new Error('the window is open');
	return app.auth.signInWithPictures({ window, personId, pictures }, origin.headers);
}

async function sessionsOf(personId: PersonId) {
	const owner = new pg.Client(app.owner);
	await owner.connect();
	const { rows } = await owner.query<{ hours: number }>(
		`select round(extract(epoch from s."expiresAt" - s."createdAt") / 3600)::int as hours
		from auth.session s join auth."user" u on u.id = s."userId" where u."personId" = $1`,
		[personId]
	);
	await owner.end();
	return rows.map(({ hours }) => hours);
}

describe('picture windows', () => {
	test('a teacher sees and opens the windows of their own classes, the office all', async () => {
		const names = async (actor: Actor) =>
			(await app.read(actor, (scope) => listClasses(scope))).map(({ groupId }) => groupId);
		expect(await names(teacher())).toEqual([tauhou]);
		expect((await names(office())).sort()).toEqual([tauhou, elsewhere].sort());
		const opened = await open(teacher());
		expect(opened).toMatchObject({ ok: true, value: { code: expect.stringMatching(/^\w{6}$/) } });
		expect(await open(teacher(), elsewhere)).toMatchObject(missing);
	});

	test('nobody else opens or closes one: an aide, family, the child, another community, the system', async () => {
		const strangers: readonly Actor[] = [
			actorOf(app, 'support', teacherId, 'supports', [child]),
			actorOf(app, 'family', newUuid<PersonId>(instant), 'family-of', [child]),
			actorOf(app, 'learner', child),
			actorOf(app, 'teacher', newUuid<PersonId>(instant), 'teaches', [child]),
			{ ...office(), communityId: await foundTestCommunity(app) },
			{ kind: 'system', communityId: app.communityId, reason: 'test' }
		];
		for (const actor of strangers) {
			expect(await open(actor)).toMatchObject(missing);
			const closed = await app.change(actor, (scope) =>
				closePictureWindow(scope, { groupId: tauhou })
			);
			expect(closed).toMatchObject(missing);
		}
	});

	test('TS6 it closes by itself, by its teacher, and by the next one', async () => {
		const first = await openWindow();
		const second = await openWindow();
		expect(await app.auth.findWindow(first)).toBeNull();
		expect(await app.auth.findWindow(` ${second.toLowerCase()} `)).toMatchObject({
			groupId: tauhou
		});
		minutesLater(20);
		expect(await app.auth.findWindow(second)).toBeNull();
		const third = await openWindow();
		await app.change(teacher(), (scope) => closePictureWindow(scope, { groupId: tauhou }));
		expect(await app.auth.findWindow(third)).toBeNull();
	});

	test('TS2 it is over when whoever opened it no longer teaches there', async () => {
		const may = (groupId: GroupId, adultId: PersonId) =>
			app.read(office(), (scope) => mayKeepOpen(scope, groupId, adultId));
		expect(await may(tauhou, teacherId)).toBe(true);
		expect(await may(elsewhere, teacherId)).toBe(false);
		expect(await may(tauhou, child)).toBe(false);
	});
});

describe('signing in by pictures', () => {
	test('TS5 the right pictures in their order begin a short visit', async () => {
		await givePictures(child);
		const code = await openWindow();
		const wrong = await touch(code, child, ['moon', 'waka', 'fern']);
		expect(wrong).toMatchObject({ error: { code: 'sign-in.picture-wrong' } });
		expect(await touch(code, child)).toMatchObject({ ok: true, value: { personId: child } });
		expect(await sessionsOf(child)).toEqual([2]);
	});

	test('TS6 five tries per ten minutes, and a new picture gives new ones', async () => {
		await givePictures(child);
		const code = await openWindow();
		for (let n = 0; n < 5; n++) await touch(code, child, ['drum', 'drum', 'drum']);
		const shut = { error: { code: 'sign-in.picture-too-many-tries' } };
		expect(await touch(code, child)).toMatchObject(shut);
		minutesLater(1);
		const issued = await app.change(teacher(), (scope) => issuePicture(scope, { personId: child }));
		if (!issued.ok) throw new Error('a teacher may');
		expect(await sessionsOf(child)).toEqual([]);
		expect((await touch(code, child, issued.value.pictures)).ok).toBe(true);
	});

	test('TS6 eight tries at once are five', async () => {
		await givePictures(child);
		const code = await openWindow();
		const tries = Array.from({ length: 8 }, () => touch(code, child, ['drum', 'kite', 'drum']));
		const codes = (await Promise.all(tries)).map((each) => (each.ok ? 'in' : each.error.code));
		expect(codes.filter((each) => each === 'sign-in.picture-wrong')).toHaveLength(5);
	});

	test('another class’s child and an older learner find the window shut', async () => {
		await givePictures(stranger);
		await givePictures(older);
		const code = await openWindow();
		const closed = { error: { code: 'sign-in.window-closed' } };
		expect(await touch(code, stranger)).toMatchObject(closed);
		expect(await touch(code, older)).toMatchObject(closed);
	});

	test('pictures are given by a child’s own teacher or the office, to young children alone', async () => {
		const give = (actor: Actor, personId: PersonId) =>
			app.change(actor, (scope) => issuePicture(scope, { personId }));
		expect(await give(teacher(), stranger)).toMatchObject(missing);
		expect(await give(actorOf(app, 'learner', child), child)).toMatchObject(missing);
		const aunt = actorOf(app, 'family', newUuid<PersonId>(instant), 'family-of', [child]);
		expect(await give(aunt, child)).toMatchObject(missing);
		const system = { kind: 'system', communityId: app.communityId, reason: 'test' } as const;
		expect(await give(system, child)).toMatchObject(missing);
		expect(await give(teacher(), older)).toMatchObject({ error: { code: 'people.not-young' } });
		expect((await give(office(), stranger)).ok).toBe(true);
	});
});

describe('cards', () => {
	const make = (actor: Actor, personIds: readonly PersonId[], groupId = tauhou) =>
		app.change(actor, (scope) => issueCards(scope, { groupId, 'personIds[]': [...personIds] }));

	test('TS6 a card opens only inside a window of the child’s class', async () => {
		const made = await make(teacher(), [child, older]);
		if (!made.ok) throw new Error('a teacher may');
		const [card] = made.value.filter(({ personId }) => personId === child);
		expect(made.value.map(({ kind }) => kind).sort()).toEqual(['card', 'code']);
		const useIt = () => app.auth.signInWithCard(card?.code ?? '', origin);
		expect(await useIt()).toMatchObject({ error: { code: 'sign-in.card-window' } });
		await openWindow(elsewhere);
		expect(await useIt()).toMatchObject({ error: { code: 'sign-in.card-window' } });
		await openWindow();
		expect(await useIt()).toMatchObject({ ok: true, value: { personId: child } });
		await make(teacher(), [child]);
		expect(await useIt()).toMatchObject({ error: { code: 'sign-in.card-wrong' } });
	});

	test('an older learner’s code is typed once, with the username', async () => {
		const made = await make(teacher(), [older]);
		if (!made.ok) throw new Error('a teacher may');
		const [{ username, code } = { username: '', code: '' }] = made.value;
		const signedIn = await app.auth.signInWithCode(username, code, origin);
		expect(signedIn).toMatchObject({ ok: true, value: { personId: older } });
	});

	test('nobody makes cards for another’s learners, or none', async () => {
		expect(await make(teacher(), [stranger])).toMatchObject(missing);
		expect(await make(teacher(), [stranger], elsewhere)).toMatchObject(missing);
		expect(await make(actorOf(app, 'learner', child), [child])).toMatchObject(missing);
		const system = { kind: 'system', communityId: app.communityId, reason: 'test' } as const;
		expect(await make(system, [child])).toMatchObject(missing);
		expect(await make(teacher(), [])).toMatchObject({
			error: { code: 'people.nobody-chosen' }
		});
	});
});
