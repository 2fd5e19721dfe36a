import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { belief, createModel, replay, shippedParameters } from '#engines/learner-model/index.ts';
import type { Actor } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { countingStatements } from '../../platform/db/statements.ts';
import { newUuid, type OutcomeId, type PersonId } from '../../platform/ids.ts';
import {
	listEngineEvents,
	recordExternal,
	withdrawEvidence,
	type EvidenceId
} from '../evidence/index.ts';
import {
	addLearners,
	addStrand,
	adultActor,
	learnerActor,
	strangerActor
} from '../evidence/testing.ts';
import type { ItemId } from '../curriculum/index.ts';
import {
	beliefsOfMany,
	explainBelief,
	learnerBeliefs,
	refreshSnapshot,
	refreshSnapshots
} from './index.ts';

let app: TestApp;
let aroha: PersonId;
let ben: PersonId;
let outcomes: readonly OutcomeId[];
let first: OutcomeId;

const minute = 60_000;
const start = new Date('2026-03-02T09:00:00Z').getTime();

function answers(learnerId: PersonId, outcomeId: OutcomeId, results: string, from = 0) {
	return [...results].map((result, i) => ({
		learner_id: learnerId,
		kind: 'response' as const,
		at: new Date(start + (from + i) * minute),
		place: 'online' as const,
		source: 'test',
		outcome_ids: [outcomeId],
		item_id: newUuid<ItemId>(new Date(start)),
		result: result === '1' ? ('right' as const) : ('wrong' as const)
	}));
}

const system = (): Actor => ({
	kind: 'system',
	communityId: app.communityId,
	reason: 'a test'
});

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		[aroha = newUuid(scope.now), ben = newUuid(scope.now)] = await addLearners(scope, [
			'Aroha',
			'Ben'
		]);
		outcomes = (await addStrand(scope, 'Fractions', ['share', 'compare', 'add'])).outcomeIds;
		first = outcomes[0] ?? newUuid<OutcomeId>(scope.now);
		await recordExternal(scope, answers(aroha, first, '110111'));
		await recordExternal(scope, answers(ben, first, '0000'));
	});
});
afterAll(() => app.close());

const beliefsAs = (actor: Actor, learnerId: PersonId) =>
	app.read(actor, (scope) => learnerBeliefs(scope, learnerId));

describe('who may see beliefs', () => {
	test('the learner, and those who teach, support or raise them', async () => {
		for (const actor of [
			learnerActor(app.communityId, aroha),
			adultActor(app.communityId, 'teaches', aroha),
			adultActor(app.communityId, 'supports', aroha),
			adultActor(app.communityId, 'family-of', aroha),
			system()
		]) {
			expect((await beliefsAs(actor, aroha)).has(first)).toBe(true);
		}
	});

	test('nobody else: another learner, a mentor, a teacher of another class', async () => {
		for (const actor of [
			learnerActor(app.communityId, ben),
			adultActor(app.communityId, 'mentors', aroha),
			adultActor(app.communityId, 'teaches', ben),
			strangerActor(app.communityId)
		]) {
			expect((await beliefsAs(actor, aroha)).size).toBe(0);
			expect(await app.read(actor, (scope) => explainBelief(scope, aroha, first))).toBeNull();
			const many = await app.read(actor, (scope) => beliefsOfMany(scope, [aroha]));
			expect(many.size).toBe(0);
		}
	});
});

describe('snapshots', () => {
	const whole = async () => {
		const events = await app.read(system(), (scope) => listEngineEvents(scope, aroha));
		const model = createModel(shippedParameters, {
			ids: outcomes,
			precedes: outcomes.slice(1).map((to, i) => [outcomes[i] ?? to, to] as const)
		});
		const at = Math.floor(app.clock.now().getTime() / 1000);
		return belief(model, replay(model, events).state, first, at).now.logit;
	};
	const shown = async () => {
		const found = (await beliefsAs(system(), aroha)).get(first)?.probability ?? 0;
		return Math.log(found / (1 - found));
	};
	const refresh = () =>
		app.changeAll(app.communityId, 'a test', (scope) => refreshSnapshot(scope, aroha, 1));

	test('with a tail after them give what the whole log gives', async () => {
		await refresh();
		expect(await shown()).toBeCloseTo(await whole(), 6);
		await app.changeAll(app.communityId, 'a test', (scope) =>
			recordExternal(scope, answers(aroha, first, '01', 100))
		);
		expect(await shown()).toBeCloseTo(await whole(), 6);
	});

	test('an event with an earlier key that came in late is not lost', async () => {
		await refresh();
		await app.changeAll(app.communityId, 'a test', (scope) =>
			recordExternal(scope, answers(aroha, first, '000', 20))
		);
		expect(await shown()).toBeCloseTo(await whole(), 6);
	});

	test('a withdrawal reaches behind them', async () => {
		await refresh();
		const before = await shown();
		const [event] = await app.read(system(), (scope) => listEngineEvents(scope, aroha));
		const done = await app.change(learnerActor(app.communityId, aroha), (scope) =>
			withdrawEvidence(scope, {
				id: scope.newId<EvidenceId>(),
				learnerId: aroha,
				// SAFETY: the engine's event carries the key of its row.
				eventId: (event?.id ?? '') as EvidenceId,
				words: null
			})
		);
		expect(done).toEqual({ ok: true, value: { isNew: true } });
		expect(await shown()).toBeCloseTo(await whole(), 6);
		expect(await shown()).not.toBeCloseTo(before, 6);
		await refresh();
		expect(await shown()).toBeCloseTo(await whole(), 6);
	});
});

describe('the job that keeps pages quick', () => {
	const refresh = (most: number) =>
		app.changeAll(app.communityId, 'a test', (scope) => refreshSnapshots(scope, most));

	test('takes learners whose log has grown or lost something, a few at a time, until none is left', async () => {
		const learners = await app.changeAll(app.communityId, 'a test', async (scope) => {
			const added = await addLearners(scope, ['Cai', 'Dina', 'Eru']);
			const [cai = ben, dina = ben] = added;
			await recordExternal(scope, answers(cai, first, '10'.repeat(15)));
			await recordExternal(scope, answers(dina, first, '01'.repeat(15)));
			return added;
		});
		expect(await refresh(1)).toBe(1);
		while ((await refresh(1)) > 0);
		expect(await refresh(50)).toBe(0);
		const [cai = ben] = learners;
		const before = (await beliefsAs(system(), cai)).get(first)?.probability;
		const [event] = await app.read(system(), (scope) => listEngineEvents(scope, cai));
		await app.change(learnerActor(app.communityId, cai), (scope) =>
			withdrawEvidence(scope, {
				id: scope.newId<EvidenceId>(),
				learnerId: cai,
				// SAFETY: the engine's event carries the key of its row.
				eventId: (event?.id ?? '') as EvidenceId,
				words: null
			})
		);
		const read = (await beliefsAs(system(), cai)).get(first)?.probability;
		expect(read).not.toBe(before);
		expect(await refresh(50)).toBe(1);
		expect((await beliefsAs(system(), cai)).get(first)?.probability).toBeCloseTo(read ?? 0, 6);
	});

	test('is the software’s own: nobody else starts it', async () => {
		await app.changeAll(app.communityId, 'a test', (scope) =>
			recordExternal(scope, answers(ben, first, '01'.repeat(15), 200))
		);
		for (const actor of [
			learnerActor(app.communityId, ben),
			adultActor(app.communityId, 'teaches', ben),
			strangerActor(app.communityId)
		]) {
			expect(await app.read(actor, (scope) => refreshSnapshots(scope))).toBe(0);
		}
		expect(await refresh(50)).toBe(1);
	});
});

test('a class is one statement, with and without snapshots', async () => {
	await beliefsAs(system(), aroha);
	const counted = await countingStatements(async (statements) => {
		await app.read(adultActor(app.communityId, 'teaches', aroha), (scope) =>
			beliefsOfMany(scope, [aroha, ben])
		);
		return statements.count;
	});
	expect(counted).toBe(1);
});

test('the reasons of a belief add up to what is shown', async () => {
	const why = await app.read(learnerActor(app.communityId, aroha), (scope) =>
		explainBelief(scope, aroha, first)
	);
	expect(why?.reasons.length).toBeGreaterThan(2);
	const sum = why?.reasons.reduce((total, { points }) => total + points, 50);
	expect(sum).toBe(why?.percent);
	expect(why?.percent).toBe(Math.round((why?.belief.probability ?? 0) * 100));
});
