import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createRandom } from '#engines/kernel/index.ts';
import { belief, createModel, replay, shippedParameters } from '#engines/learner-model/index.ts';
import { simulateGraph } from '#engines/learner-model/simulate-graph.ts';
import { simulateLearners } from '#engines/learner-model/simulate-learners.ts';
import { createTestApp, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, toId, type OutcomeId, type PersonId } from '../../../platform/ids.ts';
import type { ItemId } from '../../curriculum/index.ts';
import { listEngineEvents, recordExternal, type EvidenceId } from '../../evidence/index.ts';
import { addStrand, adultActor, learnerActor } from '../../evidence/testing.ts';
import { insertPeople } from '../../people/index.ts';
import { learnerBeliefs, trainCommunity } from '../index.ts';
import type { TrainedModelId } from '../learner-model.tables.ts';
import { currentModel } from '../states.ts';
import { listTrained } from '../training/training.store.ts';
import { isJudge } from '../training/training.ts';
import { beginTraining } from './begin-training.ts';
import { finishTraining } from './finish-training.ts';

let app: TestApp;
/** A second later at each look. */
let seconds = 0;
let outcomes: readonly OutcomeId[];
const at = new Date('2026-03-02T09:00:00Z');

/** A simulated school, large enough to learn from. */
const graph = simulateGraph(10, 3);
const { ids: skills } = graph;
const world = { seed: 7, graph, answers: 90, itemsPerSkill: 4 };
const simulated = simulateLearners({ ...world, learners: 220 });
/** Fixed keys, since they say which learners judge. */
const learnerIds = simulated.map((_, n) =>
	toId<PersonId>(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
);
const itemIds = new Map<string, ItemId>();
const itemOf = (item: string) => {
	const id =
		itemIds.get(item) ??
		toId<ItemId>(`01900000-0000-7000-9000-${String(itemIds.size).padStart(12, '0')}`);
	itemIds.set(item, id);
	return id;
};

beforeAll(async () => {
	// Ids order what is learnt from: the same ids, the same model, each time the test runs.
	app = await createTestApp(inject('database'), {
		clock: { now: () => new Date(Date.parse('2026-04-01T09:00:00Z') + 1_000 * seconds++) },
		randomBytes: repeatedBytes()
	});
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		({ outcomeIds: outcomes } = await addStrand(scope, 'Number', skills));
		await insertPeople(
			scope,
			learnerIds.map((personId, n) => ({
				personId,
				givenName: `Learner ${n}`,
				familyName: 'Test',
				called: `Learner ${n}`,
				birthDate: null,
				grade: '07',
				band: null,
				sourceId: null
			}))
		);
	});
});
afterAll(() => app.close());

function repeatedBytes(): (size: number) => Uint8Array {
	const random = createRandom(11);
	return (size) => Uint8Array.from({ length: size }, () => random.below(256));
}

const system = () => ({ kind: 'system', communityId: app.communityId, reason: 'a test' }) as const;

const minute = (n: number): Date => new Date(at.getTime() + n * 60_000);
/** Learners whose latest answers are of the same minute are learnt from in the order of their keys. */
const bytes = repeatedBytes();

const rowsOf = (n: number, from: number, to: number) =>
	(simulated[n]?.answers ?? []).slice(from, to).map((answer, i) => ({
		event_id: newUuid<EvidenceId>(minute(from + i), bytes),
		learner_id: learnerIds[n] ?? newUuid<PersonId>(at),
		kind: 'response' as const,
		at: minute(from + i),
		place: 'online' as const,
		source: 'test',
		outcome_ids: answer.skills.flatMap((skill) => outcomes[skills.indexOf(skill)] ?? []),
		item_id: itemOf(answer.item),
		result: answer.correct ? ('right' as const) : ('wrong' as const)
	}));

const answer = (learners: readonly number[], from: number, to: number) =>
	app.changeAll(app.communityId, 'a test', (scope) =>
		recordExternal(
			scope,
			learners.flatMap((n) => rowsOf(n, from, to))
		)
	);

const everyone = simulated.map((_, n) => n);

/** How many answers there are at first. */
const atFirst = 60;

const countAnswers = (from: number, to: number, learners = everyone) =>
	learners.reduce((sum, n) => sum + (simulated[n]?.answers.slice(from, to).length ?? 0), 0);

const trained = () => app.read(system(), (scope) => listTrained(scope, 'read'));

describe('training on a community’s own answers', () => {
	test('waits until there is enough to learn from', async () => {
		await answer(everyone.slice(0, 10), 0, 5);
		expect(await trainCommunity(app, app.communityId)).toEqual({
			end: 'not-begun',
			why: 'learner-model.too-little-evidence'
		});
		expect(await trained()).toEqual([]);
	});

	test('is begun and ended by the system alone', async () => {
		const learner = learnerIds[0] ?? newUuid<PersonId>(at);
		const losses = { shipped: 1, current: 1, candidate: 0 };
		for (const actor of [
			learnerActor(app.communityId, learner),
			adultActor(app.communityId, 'teaches', learner),
			adultActor(app.communityId, 'family-of', learner)
		]) {
			const refused = { ok: false, error: { code: 'learner-model.not-found' } };
			expect(
				await app.change(actor, (scope) => beginTraining(scope, { isForced: true }))
			).toMatchObject(refused);
			const end = { modelId: newUuid<TrainedModelId>(at), parameters: shippedParameters, losses };
			expect(await app.change(actor, (scope) => finishTraining(scope, end))).toMatchObject(refused);
		}
		const unknown = { modelId: newUuid<TrainedModelId>(at), parameters: shippedParameters, losses };
		expect(await app.change(system(), (scope) => finishTraining(scope, unknown))).toMatchObject({
			ok: false,
			error: { code: 'learner-model.stale' }
		});
	});

	test('stopped between two steps it goes on from there, and the better model comes into use', async () => {
		await answer(everyone.slice(0, 10), 5, atFirst);
		await answer(everyone.slice(10), 0, atFirst);
		const stop = new AbortController();
		const told: number[] = [];
		const first = await trainCommunity(app, app.communityId, {
			stop: stop.signal,
			told: (done) => {
				told.push(done);
				stop.abort();
			}
		});
		expect(first).toEqual({ end: 'stopped' });
		const answers = countAnswers(0, atFirst);
		const row = {
			state: 'training',
			answers,
			learners: 220,
			wentOnFrom: null,
			afreshAnswers: answers
		};
		expect(await trained()).toMatchObject([row]);
		const rest = await trainCommunity(app, app.communityId, { told: (done) => told.push(done) });
		expect(told).toEqual([1, 2, 3, 4]);
		expect(rest.end).toBe('in-use');
		if (rest.end !== 'in-use') return;
		expect(rest.isGoingOn).toBe(false);
		expect(rest.losses.candidate).toBeLessThan(rest.losses.shipped);
		expect(rest.answers + rest.judged).toBe(answers);
		expect(rest.judged).toBeGreaterThan(0);
	});

	test('every belief is then what replay with the new parameters gives', async () => {
		const { model } = await app.read(system(), currentModel);
		expect(model.version).toContain('trained');
		const asked = learnerIds[3] ?? newUuid<PersonId>(at);
		const events = await app.read(system(), (scope) => listEngineEvents(scope, asked));
		const shown = await app.read(system(), (scope) => learnerBeliefs(scope, asked));
		const now = Math.floor(app.clock.now().getTime() / 1000);
		const fresh = createModel(shippedParameters, chain());
		let moved = 0;
		for (const [outcomeId, { probability, modelVersion }] of shown) {
			expect(modelVersion).toBe(model.version);
			const own = belief(model, replay(model, events).state, outcomeId, now).now.probability;
			expect(probability).toBeCloseTo(own, 5);
			const before = belief(fresh, replay(fresh, events).state, outcomeId, now).now.probability;
			moved = Math.max(moved, Math.abs(before - own));
		}
		expect(moved).toBeGreaterThan(0.01);
	});

	test('goes on from the new answers alone; killed in between, it goes on from there', async () => {
		const [base] = await trained();
		await answer(everyone, atFirst, Infinity);
		const stop = new AbortController();
		const told: number[] = [];
		const first = await trainCommunity(app, app.communityId, {
			stop: stop.signal,
			told: (done) => {
				told.push(done);
				stop.abort();
			}
		});
		expect(first).toEqual({ end: 'stopped' });
		const [open] = await trained();
		expect(open).toMatchObject({ wentOnFrom: base?.modelId, afreshAnswers: base?.answers });
		const begun = await app.change(system(), (scope) => beginTraining(scope, { isForced: false }));
		expect(begun).toMatchObject({ ok: true, value: { modelId: open?.modelId } });
		if (begun.ok) expect(begun.value.stages).toHaveLength(1);
		const rest = await trainCommunity(app, app.communityId, { told: (done) => told.push(done) });
		expect(told).toEqual([1, 2, 3, 4]);
		expect(rest.end).toBe('in-use');
		if (rest.end !== 'in-use') return;
		expect(rest.isGoingOn).toBe(true);
		const fresh = everyone.filter((n) => !isJudge(learnerIds[n] ?? newUuid<PersonId>(at)));
		expect(rest.answers).toBe(countAnswers(atFirst, Infinity, fresh));
		expect(rest.losses.candidate).toBeLessThan(rest.losses.current);
	});

	test('rests while little is new; one that is no better changes nothing', async () => {
		expect(await trainCommunity(app, app.communityId)).toMatchObject({
			why: 'learner-model.little-is-new'
		});
		// Going over the same answers helps a few times more, then no longer.
		const ends: string[] = [];
		let before = await app.read(system(), currentModel);
		while (ends.length < 8 && ends.at(-1) !== 'not-better') {
			before = await app.read(system(), currentModel);
			ends.push((await trainCommunity(app, app.communityId, { isForced: true })).end);
		}
		expect(ends.at(-1)).toBe('not-better');
		const all = await trained();
		expect(all.filter(({ state }) => state === 'in-use')).toHaveLength(1);
		const after = await app.read(system(), currentModel);
		expect(after.version).toBe(before.version);
	});

	test('an answer that came in late makes an interrupted training begin afresh', async () => {
		const stop = new AbortController();
		const told = () => stop.abort();
		const options = { isForced: true, stop: stop.signal, told };
		expect((await trainCommunity(app, app.communityId, options)).end).toBe('stopped');
		const [open] = await trained();
		const [late] = rowsOf(0, 0, 1);
		if (!late) throw new Error('no answer');
		const early = new Date('2020-01-01T00:00:00Z');
		await app.changeAll(app.communityId, 'a test', (scope) =>
			recordExternal(scope, [{ ...late, event_id: newUuid<EvidenceId>(early, bytes), at: early }])
		);
		const begun = await app.change(system(), (scope) => beginTraining(scope, { isForced: true }));
		expect(begun).toMatchObject({ ok: true, value: { stages: [] } });
		const [fresh] = await trained();
		expect(fresh?.modelId).not.toBe(open?.modelId);
	});
});

const chain = () => ({
	ids: outcomes,
	precedes: outcomes.slice(1).map((to, i) => [outcomes[i] ?? to, to] as const)
});
