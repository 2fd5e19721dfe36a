import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId } from '../../platform/ids.ts';
import { takeCensus } from './census.store.ts';
import { actorOf, addClass, addPerson } from './testing.ts';

let app: TestApp;
let teacherId: PersonId;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
	teacherId = await addPerson(app, { username: 'rewi', role: 'teacher' });
	const learnerId = await addPerson(app, { username: 'wi', role: 'learner' });
	await addClass(app, [teacherId], [learnerId]);
});
afterAll(() => app.close());

test('leaders and the office count who is here; nobody else does', async () => {
	const someone = newUuid<PersonId>(app.clock.now());
	for (const role of ['leader', 'administrator'] as const) {
		expect(await app.read(actorOf(app, role, someone), takeCensus)).toEqual({
			people: { teacher: 1, learner: 1 },
			classes: 1,
			withFamily: 0
		});
	}
	expect(await app.read(actorOf(app, 'teacher', teacherId), takeCensus)).toBeNull();
	const system = { kind: 'system', communityId: app.communityId, reason: 'test' } as const;
	expect(await app.read(system, takeCensus)).toBeNull();
});
