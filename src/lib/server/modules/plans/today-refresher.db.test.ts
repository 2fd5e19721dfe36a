import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '../../platform/access/index.ts';
import { fixedClock } from '../../platform/clock/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type OutcomeId, type PersonId, type Uuid } from '../../platform/ids.ts';
import type { ItemId } from '../curriculum/index.ts';
import { recordExternal } from '../evidence/index.ts';
import {
	addLearners,
	addStrand,
	adultActor,
	learnerActor,
	strangerActor
} from '../evidence/testing.ts';
import { findRefresher } from '../learner-model/index.ts';
import { findToday, planOwnIdea } from './index.ts';

let app: TestApp;
let aroha: PersonId;
let outcomes: readonly OutcomeId[];
const learnt = new Date('2025-03-03T09:00:00Z').getTime();
const tuesday = new Date('2026-03-03T09:00:00Z');
const id = <Id extends Uuid>(): Id => newUuid<Id>(tuesday);

beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock: fixedClock(tuesday) });
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		[aroha = id<PersonId>()] = await addLearners(scope, ['Aroha']);
		outcomes = (await addStrand(scope, 'Fractions', ['share', 'add'])).outcomeIds;
		await recordExternal(
			scope,
			Array.from({ length: 8 }, (_, n) => ({
				learner_id: aroha,
				kind: 'response' as const,
				at: new Date(learnt + n * 60_000),
				place: 'online' as const,
				source: 'test',
				outcome_ids: outcomes.slice(0, 1),
				item_id: newUuid<ItemId>(new Date(learnt)),
				result: 'right' as const
			}))
		);
	});
});
afterAll(() => app.close());

const wording = { band: '8-11', locale: 'en' } as const;
const due = (actor: Actor) => app.read(actor, (scope) => findRefresher(scope, aroha));
const today = (actor: Actor, outcomeId: OutcomeId | null) =>
	app.read(actor, (scope) => findToday(scope, aroha, { ...wording, outcomeId }));
const plan = (words: string) =>
	app.change(learnerActor(app.communityId, aroha), (scope) =>
		planOwnIdea(scope, { id: id(), learnerId: aroha, words, place: null })
	);

test('what was secure a year ago is due a refresh, in the learner’s words', async () => {
	const learner = learnerActor(app.communityId, aroha);
	expect(await due(learner)).toBe(outcomes[0]);
	const found = await today(learner, await due(learner));
	expect(found).toEqual({
		steps: [],
		replies: [],
		refresher: { outcomeId: outcomes[0], words: 'I can share' }
	});
});

test('at most one of three things to do next is a refresher, and it is the last', async () => {
	const learner = learnerActor(app.communityId, aroha);
	for (const words of ['one', 'two', 'three']) expect((await plan(words)).ok).toBe(true);
	const words = async (outcomeId: OutcomeId | null) =>
		(await today(learner, outcomeId)).steps.map((step) => step.words);
	const [first = id<OutcomeId>()] = outcomes;
	const all = await words(null);
	expect(all.toSorted()).toEqual(['one', 'three', 'two']);
	expect(await words(first)).toEqual(all.slice(0, 2));
	expect(await words(id<OutcomeId>())).toEqual(all);
});

test('nothing is refreshed on a day without school', async () => {
	const sunday = new Date('2026-03-08T09:00:00Z');
	const [outcomeId = id<OutcomeId>()] = outcomes;
	const found = await app.read(learnerActor(app.communityId, aroha), (scope) =>
		findToday({ ...scope, now: sunday }, aroha, { ...wording, outcomeId })
	);
	expect(found.refresher).toBeNull();
	expect(found.steps).toHaveLength(3);
});

test('nobody sees the refresher or the steps of a learner who is not theirs', async () => {
	const [outcomeId = id<OutcomeId>()] = outcomes;
	const others = [
		strangerActor(app.communityId),
		adultActor(app.communityId, 'mentors', aroha),
		adultActor(app.communityId, 'teaches', id<PersonId>())
	];
	for (const other of others) {
		expect(await due(other)).toBeNull();
		expect(await today(other, outcomeId)).toEqual({ steps: [], replies: [], refresher: null });
	}
});
