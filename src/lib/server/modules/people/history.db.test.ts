import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { PersonId, Uuid } from '../../platform/ids.ts';
import { newUuid } from '../../platform/ids.ts';
import { ok } from '../../platform/result.ts';
import { addProfileItem } from './commands/profile-commands.ts';
import { issuePicture } from './commands/issue-picture.ts';
import { getHistory } from './history.ts';
import { recordAccess } from './people.store.ts';
import { actorOf, addClass, addPerson } from './testing.ts';

let app: TestApp;
let teacherId: PersonId;
let child: PersonId;
let other: PersonId;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
	teacherId = await addPerson(app, { username: 'marama', role: 'teacher' });
	child = await addPerson(app, { username: 'kahu', role: 'learner', grade: '01' });
	other = await addPerson(app, { username: 'aki', role: 'learner', grade: '01' });
	await addClass(app, [teacherId], [child]);
	const teacher = actorOf(app, 'teacher', teacherId, 'teaches', [child]);
	await app.change(teacher, (scope) => issuePicture(scope, { personId: child }));
	for (const what of ['plan', 'plan', 'map'] as const) {
		await app.change(teacher, async (scope) => {
			await recordAccess(scope, teacherId, child, what);
			return ok(null);
		});
	}
	const item = { id: newUuid<Uuid>(app.clock.now()), kind: 'interest' as const, words: 'Eels' };
	await app.change(actorOf(app, 'learner', child), (scope) =>
		addProfileItem(scope, { ...item, audience: 'me' })
	);
});
afterAll(() => app.close());

const historyFor = (actor: Actor, learnerId = child) =>
	app.read(actor, (scope) => getHistory(scope, learnerId, { timeZone: 'UTC' }));

test('TP6 a learner sees every adult who opened their things, and what was changed', async () => {
	const history = await historyFor(actorOf(app, 'learner', child));
	expect(history?.opened).toMatchObject([{ called: 'marama', what: ['map', 'plan'] }]);
	expect(history?.changes).toMatchObject([
		{ action: 'people.add-profile-item', isMine: true },
		{ action: 'people.issue-picture', called: 'marama', isMine: false }
	]);
});

test('TP6 family sees who looked, and nothing of what the learner keeps to themself', async () => {
	const history = await historyFor(
		actorOf(app, 'family', newUuid<PersonId>(app.clock.now()), 'family-of', [child])
	);
	expect(history?.opened).toHaveLength(1);
	expect(history?.changes.map(({ action }) => action)).toEqual(['people.issue-picture']);
});

test('nobody else sees it: teacher, office, another learner, another family', async () => {
	const someone = newUuid<PersonId>(app.clock.now());
	for (const actor of [
		actorOf(app, 'teacher', teacherId, 'teaches', [child]),
		actorOf(app, 'administrator', someone),
		actorOf(app, 'learner', other),
		actorOf(app, 'family', someone, 'family-of', [other])
	])
		expect(await historyFor(actor)).toBeNull();
});
