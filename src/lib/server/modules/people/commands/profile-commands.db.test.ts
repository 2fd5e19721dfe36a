import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PersonActor } from '../../../platform/access/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type PersonId, type Uuid } from '../../../platform/ids.ts';
import { listProfile } from '../queries.ts';
import { actorOf, addPerson } from '../testing.ts';
import {
	addProfileItem,
	changeProfileItem,
	removeProfileItem,
	restoreProfileItem
} from './profile-commands.ts';
import { saveSettings } from './save-settings.ts';

let app: TestApp;
let wi: PersonId;
let other: PersonId;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
	wi = await addPerson(app, { username: 'wi', role: 'learner', grade: '09' });
	other = await addPerson(app, { username: 'moana', role: 'learner', grade: '09' });
});
afterAll(() => app.close());

const learner = (personId = wi) => actorOf(app, 'learner', personId);
const missing = { ok: false, error: { code: 'people.not-found' } };
const draft = { kind: 'interest', words: 'Eels', audience: 'teachers' } as const;

async function written(): Promise<Uuid> {
	const id = newUuid<Uuid>(app.clock.now());
	await app.change(learner(), (scope) => addProfileItem(scope, { id, ...draft }));
	return id;
}

const seen = async (actor: PersonActor) =>
	(await app.read(actor, (scope) => listProfile(scope, wi)))?.map(({ itemId }) => itemId) ?? null;

test('a learner writes, changes, takes away and brings back their own words', async () => {
	const itemId = await written();
	const again = await app.change(learner(), (scope) =>
		addProfileItem(scope, { id: itemId, ...draft })
	);
	expect(again.ok).toBe(true);
	const change = { itemId, words: 'Eels at night', audience: 'me' } as const;
	expect((await app.change(learner(), (scope) => changeProfileItem(scope, change))).ok).toBe(true);
	await app.change(learner(), (scope) => removeProfileItem(scope, { itemId }));
	expect(await seen(learner())).not.toContain(itemId);
	const stale = await app.change(learner(), (scope) => changeProfileItem(scope, change));
	expect(stale).toMatchObject(missing);
	await app.change(learner(), (scope) => restoreProfileItem(scope, { itemId }));
	expect(await seen(learner())).toContain(itemId);
});

test('nobody writes it for them: another learner, a teacher, family, another community', async () => {
	const itemId = await written();
	const elsewhere = await foundTestCommunity(app);
	const strangers: readonly PersonActor[] = [
		learner(other),
		actorOf(app, 'teacher', other, 'teaches', [wi]),
		actorOf(app, 'family', other, 'family-of', [wi]),
		{ ...learner(), communityId: elsewhere }
	];
	for (const actor of strangers) {
		const change = { itemId, words: 'Not mine', audience: 'me' } as const;
		for (const result of [
			await app.change(actor, (scope) => changeProfileItem(scope, change)),
			await app.change(actor, (scope) => removeProfileItem(scope, { itemId })),
			await app.change(actor, (scope) => restoreProfileItem(scope, { itemId }))
		])
			expect(result).toMatchObject(missing);
	}
	const id = newUuid<Uuid>(app.clock.now());
	const adult = actorOf(app, 'teacher', other);
	expect(await app.change(adult, (scope) => addProfileItem(scope, { id, ...draft }))).toMatchObject(
		missing
	);
});

test('each item goes as far as its audience', async () => {
	const itemId = await written();
	expect(await seen(actorOf(app, 'teacher', other, 'teaches', [wi]))).toContain(itemId);
	expect(await seen(actorOf(app, 'family', other, 'family-of', [wi]))).not.toContain(itemId);
	expect(await seen(actorOf(app, 'mentor', other, 'mentors', [wi]))).not.toContain(itemId);
	expect(await seen(learner(other))).toBeNull();
});

test('settings are the person’s own, written over as often as they like', async () => {
	const settings = {
		locale: 'mi',
		theme: 'dark',
		contrast: null,
		textSize: 'l',
		spacing: null,
		font: null,
		tint: null,
		motion: null,
		readsAloud: true
	} as const;
	for (const theme of ['dark', 'light'] as const)
		await app.change(learner(), (scope) => saveSettings(scope, { ...settings, theme }));
	const system = { kind: 'system', communityId: app.communityId, reason: 'test' } as const;
	await expect(app.change(system, (scope) => saveSettings(scope, settings))).rejects.toThrow();
});
