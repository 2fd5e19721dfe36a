import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fixedClock } from '../../platform/clock/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type OutcomeId, type PersonId } from '../../platform/ids.ts';
import { markOutcomes, type ItemId } from '../curriculum/index.ts';
import { someone } from '../curriculum/testing.ts';
import { listEvidence, recordExternal, withdrawEvidence } from '../evidence/index.ts';
import { addLearners, addStrand, adultActor, learnerActor } from '../evidence/testing.ts';
import { findRefresher, getFreshMap } from './index.ts';

let app: TestApp;
let aroha: PersonId;
let outcomes: readonly OutcomeId[];
const learnt = new Date('2025-03-03T09:00:00Z').getTime();

beforeAll(async () => {
	app = await createTestApp(inject('database'), {
		clock: fixedClock(new Date('2026-03-02T09:00:00Z'))
	});
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		[aroha = newUuid(scope.now)] = await addLearners(scope, ['Aroha']);
		const words = ['share', 'compare', 'add', 'multiply'];
		outcomes = (await addStrand(scope, 'Fractions', words)).outcomeIds;
		await recordExternal(
			scope,
			outcomes.flatMap((outcomeId, nth) =>
				Array.from({ length: nth < 3 ? 8 : 4 }, (_, n) => ({
					learner_id: aroha,
					kind: 'response' as const,
					at: new Date(learnt + (nth * 10 + n) * 60_000),
					place: 'online' as const,
					source: 'test',
					outcome_ids: [outcomeId],
					item_id: newUuid<ItemId>(new Date(learnt)),
					result: nth < 3 ? ('right' as const) : ('wrong' as const)
				}))
			)
		);
	});
});
afterAll(() => app.close());

const fresh = (minutesPerDay: number, daysOff: readonly number[] = []) =>
	app.read(learnerActor(app.communityId, aroha), (scope) =>
		getFreshMap(scope, aroha, '12-18', async () => ({
			minutesPerDay,
			daysOff: new Set(daysOff)
		}))
	);

test('a year later what was secure is due again, as much as the minutes hold; the rest waits', async () => {
	const all = await fresh(60);
	expect(all?.strands[0]?.counts['due-a-refresh']).toBeGreaterThan(0);
	const due = all?.refreshers.today.length ?? 0;
	expect(due).toBeGreaterThan(0);
	const one = await fresh(3);
	expect(one?.refreshers).toMatchObject({
		minutesToday: 3,
		today: all?.refreshers.today.slice(0, 1)
	});
	expect((one?.refreshers.waiting ?? 0) + 1).toBe((all?.refreshers.waiting ?? 0) + due);
});

test('nothing is asked on a day off', async () => {
	const off = await fresh(60, [0, 1]);
	expect(off?.refreshers).toMatchObject({ today: [], minutesToday: 0 });
	expect(off?.refreshers.waiting).toBeGreaterThan(0);
});

test('nobody sees the refreshers of a learner who is not theirs', async () => {
	const limits = async () => ({ minutesPerDay: 60, daysOff: new Set<number>() });
	for (const other of [
		adultActor(app.communityId, 'mentors', aroha),
		adultActor(app.communityId, 'teaches', newUuid<PersonId>(new Date(learnt)))
	]) {
		expect(await app.read(other, (scope) => getFreshMap(scope, aroha, '12-18', limits))).toBeNull();
	}
});

interface ByHeart {
	readonly learnerId: PersonId;
	readonly word: OutcomeId;
}

/** Somebody of the school says what of an outcome. */
async function say(word: OutcomeId, isByHeart: boolean): Promise<void> {
	const shown = { 'shown[]': [word], 'byHeart[]': isByHeart ? [word] : [] };
	await app.change(someone(app.communityId, 'teacher'), (scope) => markOutcomes(scope, shown));
}

/** Mere was asked for a word once. */
async function askOnce(day: string, result: 'right' | 'wrong'): Promise<ByHeart> {
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const [learnerId = newUuid<PersonId>(scope.now)] = await addLearners(scope, ['Mere']);
		const added = await addStrand(scope, `Words ${learnerId}`, ['say hello']);
		const [word = newUuid<OutcomeId>(scope.now)] = added.outcomeIds;
		const asked = {
			learner_id: learnerId,
			kind: 'response' as const,
			at: new Date(`${day}T09:00:00Z`),
			place: 'online' as const,
			source: 'test',
			outcome_ids: [word],
			item_id: newUuid<ItemId>(new Date(learnt)),
			result
		};
		await recordExternal(scope, [asked]);
		return { learnerId, word };
	});
}

/** The same for a word that is to be known by heart. */
async function askByHeart(day: string, result: 'right' | 'wrong'): Promise<ByHeart> {
	const asked = await askOnce(day, result);
	await say(asked.word, true);
	return asked;
}

const today = ({ learnerId }: ByHeart) =>
	app.read(learnerActor(app.communityId, learnerId), async (scope) => {
		const limits = async () => ({ minutesPerDay: 3, daysOff: new Set<number>() });
		const map = await getFreshMap(scope, learnerId, '8-11', limits);
		return { refreshers: map?.refreshers, first: await findRefresher(scope, learnerId) };
	});

test('a fact that was recalled comes back when its schedule says so, not before', async () => {
	const due = await askByHeart('2026-02-25', 'right');
	expect(await today(due)).toEqual({
		refreshers: { today: [due.word], minutesToday: 1, waiting: 0 },
		first: due.word
	});
	const known = await askByHeart('2026-03-01', 'right');
	expect(await today(known)).toMatchObject({ refreshers: { today: [] }, first: null });
});

test('a fact that was forgotten comes back the next day; taken back, it never was asked', async () => {
	const forgot = await askByHeart('2026-03-01', 'wrong');
	expect((await today(forgot)).first).toBe(forgot.word);
	await app.change(learnerActor(app.communityId, forgot.learnerId), async (scope) => {
		const [asked] = await listEvidence(scope, forgot.learnerId);
		return withdrawEvidence(scope, {
			id: newUuid(scope.now),
			learnerId: forgot.learnerId,
			eventId: asked?.eventId ?? newUuid(scope.now),
			words: null
		});
	});
	expect(await today(forgot)).toMatchObject({ refreshers: { today: [] }, first: null });
});

test('a mark counts at the next look, and so does taking it away', async () => {
	const asked = await askOnce('2026-02-25', 'right');
	expect((await today(asked)).first).toBeNull();
	await say(asked.word, true);
	expect((await today(asked)).first).toBe(asked.word);
	await say(asked.word, false);
	expect((await today(asked)).first).toBeNull();
});
