import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestApp, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type OutcomeId } from '../../../platform/ids.ts';
import type { CurriculumTables, StrandId } from '../../curriculum/index.ts';
import { numberItem } from '../../curriculum/items/testing.ts';
import { addLearners, addStrand, learnerActor } from '../../evidence/testing.ts';
import type { PeopleTables } from '../../people/index.ts';
import { findCheck } from '../check.store.ts';
import { startCheck, type CheckId } from '../index.ts';
import { addItemsFor } from '../testing.ts';

let app: TestApp;
let strandId: StrandId;
let outcomes: readonly OutcomeId[];
const ageOf = (outcomeId: OutcomeId | undefined) =>
	5 + Math.floor(outcomes.findIndex((id) => id === outcomeId) / 2);

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		const words = Array.from({ length: 24 }, (_, n) => `step ${n}`);
		({ strandId, outcomeIds: outcomes } = await addStrand(scope, 'Number', words));
		for (const outcomeId of outcomes) {
			await addItemsFor(scope, outcomeId, [{ ...numberItem('12'), id: `${outcomeId}-1` }]);
			await scope.tx
				.$extendTables<CurriculumTables>()
				.updateTable('adopted_outcome')
				.set({ age_from: ageOf(outcomeId), age_to: ageOf(outcomeId) + 1 })
				.where('community_id', '=', scope.communityId)
				.where('outcome_id', '=', outcomeId)
				.execute();
		}
	});
});
afterAll(() => app.close());

async function ageOfFirstQuestion(grade: string): Promise<number> {
	const learnerId = await app.changeAll(app.communityId, 'a test', async (scope) => {
		const [added = newUuid(scope.now)] = await addLearners(scope, [`In ${grade}`]);
		await scope.tx
			.$extendTables<PeopleTables>()
			.updateTable('person')
			.set({ grade })
			.where('community_id', '=', scope.communityId)
			.where('person_id', '=', added)
			.execute();
		return added;
	});
	const me = learnerActor(app.communityId, learnerId);
	const id = newUuid<CheckId>(app.clock.now());
	await app.change(me, (scope) => startCheck(scope, { id, strandId }));
	const check = await app.read(me, (scope) => findCheck(scope, learnerId, id, 'read'));
	return ageOf(check?.waiting?.outcomeId);
}

test('the first question of a check is about what is learnt at the learner’s age', async () => {
	for (const [grade, age] of [
		['KG', 5],
		['04', 9],
		['10', 15]
	] as const) {
		expect(Math.abs((await ageOfFirstQuestion(grade)) - age)).toBeLessThanOrEqual(2);
	}
});
