import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PersonActor } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId } from '../../platform/ids.ts';
import { defaultRungs, placeRungs, setDefaultRungs, shippedRungs } from './index.ts';

let app: TestApp;
beforeAll(async () => (app = await createTestApp(inject('database'))));
afterAll(() => app.close());

const holder = (
	role: 'administrator' | 'leader' | 'teacher' | 'family' | 'learner'
): PersonActor => ({
	kind: 'person',
	communityId: app.communityId,
	personId: newUuid<PersonId>(new Date()),
	memberships: [{ role, siteId: null }],
	relations: [],
	band: role === 'learner' ? '12-18' : null
});
const wanted = { band: '12-18' as const, ...shippedRungs['12-18'], goal: 3 as const };
const now = () => app.read(holder('administrator'), (scope) => defaultRungs(scope));

test('who decides at the start is set by an administrator alone', async () => {
	for (const role of ['leader', 'teacher', 'family', 'learner'] as const) {
		const refused = await app.change(holder(role), (scope) => setDefaultRungs(scope, wanted));
		expect(refused).toMatchObject({ error: { code: 'agency.not-found' } });
	}
	expect((await now())['12-18']).toEqual(shippedRungs['12-18']);
	const set = await app.change(holder('administrator'), (scope) => setDefaultRungs(scope, wanted));
	expect(set).toMatchObject({ ok: true, value: { changed: 1 } });
	expect((await now())['12-18'].goal).toBe(3);
	expect((await now())['8-11']).toEqual(shippedRungs['8-11']);
});

test('no person places a rung for a learner: that takes an agreement', async () => {
	for (const role of ['administrator', 'leader', 'teacher', 'family', 'learner'] as const) {
		const actor = holder(role);
		const refused = await app.change(actor, (scope) =>
			placeRungs(scope, [
				{
					learnerId: actor.personId,
					kind: 'goal',
					rung: 4,
					since: scope.now,
					why: '',
					agreedBy: []
				}
			])
		);
		expect(refused).toMatchObject({ error: { code: 'agency.not-found' } });
	}
});
