import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addLearners, learnerActor } from './modules/evidence/testing.ts';
import { learnerBeliefs } from './modules/learner-model/index.ts';
import { createTestApp, type TestApp } from './platform/db/testing.ts';
import { countingStatements } from './platform/db/statements.ts';
import { newUuid, type PersonId } from './platform/ids.ts';
import { warmUp } from './warm-up.ts';

let app: TestApp;
let learner: PersonId;

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		[learner = newUuid(scope.now)] = await addLearners(scope, ['Aroha']);
	});
});
afterAll(() => app.close());

const statementsOfAPage = () =>
	countingStatements(async (statements) => {
		await app.read(learnerActor(app.communityId, learner), (scope) =>
			learnerBeliefs(scope, learner)
		);
		return statements.count;
	});

test('after the warm-up the first page costs as little as the second', async () => {
	await warmUp(app);
	expect(await statementsOfAPage()).toBe(1);
	expect(await statementsOfAPage()).toBe(1);
});

test('a database that is away does not keep the pages from starting', async () => {
	const away = await createTestApp(inject('database'));
	await away.close();
	await expect(warmUp(away)).resolves.toBeUndefined();
});
