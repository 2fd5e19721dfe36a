import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, Scope } from '../../platform/access/index.ts';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { Failure, Result } from '../../platform/result.ts';
import {
	answerCompany,
	answerWishes,
	askForOther,
	sayCompany,
	saveWishes,
	takeBackCompany
} from './index.ts';
import { lockCompany } from './company.store.ts';
import { actorsOf, addTestWeek, outsidersOf, testId, type TestWeek } from './testing.ts';
import { listRanked, lockWishLists } from './wish.store.ts';

let app: TestApp;
let others: readonly Actor[];
const turnedAway = { ok: false, error: { code: 'organiser.not-found' } };

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	others = await outsidersOf(app);
});
afterAll(() => app.close());

const saving = (week: TestWeek, ...places: readonly number[]) => ({
	weekId: week.weekId,
	learnerId: week.learnerIds[0],
	list: places.map((n) => week.offerIds[n] ?? testId<TestWeek['offerIds'][0]>()),
	seenAt: null
});
const send = <T>(actor: Actor, ask: (scope: Scope) => Promise<Result<T, Failure<string>>>) =>
	app.change(actor, ask);

async function kept({ weekId, learnerIds: [learnerId] }: TestWeek) {
	return app.changeAll(app.communityId, 'a test looks', async (scope) => {
		const [list] = await lockWishLists(scope, weekId, [learnerId]);
		return { list, ranked: await listRanked(scope, weekId, learnerId) };
	});
}

const learnerSays = (week: TestWeek, ...places: readonly number[]) =>
	send(actorsOf(app, week).learner, (scope) => saveWishes(scope, saving(week, ...places)));
const adultSays = (week: TestWeek, seenAt: Date | null, ...places: readonly number[]) =>
	send(actorsOf(app, week).teacher, (scope) =>
		saveWishes(scope, { ...saving(week, ...places), seenAt })
	);
const answering = (week: TestWeek, answer: 'agree' | 'talk', words: string | null = null) => ({
	weekId: week.weekId,
	'learnerIds[]': [week.learnerIds[0]],
	answer,
	words,
	seenAt: null
});

describe('saving wishes', () => {
	test('each save is the whole list; the last one wins, the same again changes nothing', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		expect(await learnerSays(week, 0)).toMatchObject({ value: { state: 'in-force', count: 1 } });
		expect(await learnerSays(week, 2, 0)).toMatchObject({ value: { isLate: false, count: 2 } });
		const first = await kept(week);
		expect(first.ranked).toEqual([week.offerIds[2], week.offerIds[0]]);
		await learnerSays(week, 2, 0);
		expect(await kept(week)).toEqual(first);
		await learnerSays(week);
		expect((await kept(week)).ranked).toEqual([]);
	});

	test('a list that a device kept is sent only where no other was said meanwhile', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		const base = (...places: readonly number[]) => ({ base: saving(week, ...places).list });
		const keptSays = (from: ReturnType<typeof base>, ...places: readonly number[]) =>
			send(actorsOf(app, week).learner, (scope) =>
				saveWishes(scope, { ...saving(week, ...places), ...from })
			);
		expect(await keptSays(base(), 0)).toMatchObject({ ok: true });
		await learnerSays(week, 1);
		expect(await keptSays(base(0), 0, 2)).toMatchObject({ error: { code: 'organiser.stale' } });
		expect((await kept(week)).ranked).toEqual([week.offerIds[1]]);
		// The same list again says nothing new, whatever it was made from: it may have arrived, and the answer not.
		expect(await keptSays(base(0), 1)).toMatchObject({ ok: true });
		expect(await keptSays(base(1), 1, 2)).toMatchObject({ value: { count: 2 } });
	});

	test('the decision counts once for the ladder, however often the list is changed', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		for (const places of [[0], [0, 1], [1, 0]]) await learnerSays(week, ...places);
		const decisions = await app.read(actorsOf(app, week).learner, (scope) =>
			listDecisionsAbout(scope, week.learnerIds[0])
		);
		const saves = decisions.filter(({ action }) => action === 'organiser.save-wishes');
		expect(saves).toHaveLength(3);
		expect(saves.filter(({ kind }) => kind !== null)).toMatchObject([
			{ kind: 'time', decided: 'learner', rung: 4 }
		]);
	});

	test('at rung 2 the list waits for an adult, whose yes it needs again after a change', async () => {
		const week = await addTestWeek(app, { rung: 2 });
		const { teacher } = actorsOf(app, week);
		expect(await learnerSays(week, 1)).toMatchObject({ value: { state: 'waiting' } });
		const yes = await send(teacher, (scope) => answerWishes(scope, answering(week, 'agree')));
		expect(yes).toEqual({ ok: true, value: { answered: 1, changed: 0 } });
		expect((await kept(week)).list).toMatchObject({
			state: 'in-force',
			answered_by: week.teacherId
		});
		expect(await learnerSays(week, 1, 2)).toMatchObject({ value: { state: 'waiting' } });
		expect((await kept(week)).list?.answered_by).toBeNull();
	});

	test('at rung 2 an adult’s list waits for the learner', async () => {
		const week = await addTestWeek(app, { rung: 2 });
		const { learner, teacher } = actorsOf(app, week);
		expect(await adultSays(week, null, 0)).toMatchObject({ value: { state: 'waiting' } });
		const own = (scope: Scope) => answerWishes(scope, answering(week, 'agree'));
		expect(await send(teacher, own)).toEqual(turnedAway);
		expect(await send(learner, own)).toMatchObject({ value: { answered: 1 } });
		expect((await kept(week)).list?.state).toBe('in-force');
	});

	test('at rung 1 a learner’s pick counts at once', async () => {
		const week = await addTestWeek(app, { rung: 1 });
		expect(await learnerSays(week, 1)).toMatchObject({ value: { state: 'in-force' } });
	});

	test('at rung 3 it counts at once; after “let’s talk” it needs both', async () => {
		const week = await addTestWeek(app, { rung: 3 });
		const { teacher } = actorsOf(app, week);
		expect(await learnerSays(week, 1)).toMatchObject({ value: { state: 'in-force' } });
		const mute = answering(week, 'talk');
		expect(await send(teacher, (scope) => answerWishes(scope, mute))).toMatchObject({
			error: { code: 'organiser.words-missing' }
		});
		const talk = answering(week, 'talk', 'Is there time for reading?');
		await send(teacher, (scope) => answerWishes(scope, talk));
		expect((await kept(week)).list).toMatchObject({ state: 'talk', words: talk.words });
		expect(await learnerSays(week, 1, 2)).toMatchObject({ value: { state: 'waiting' } });
	});

	test('at rung 4 nobody asks to talk about it', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		await learnerSays(week, 1);
		const talk = answering(week, 'talk', 'Why?');
		expect(
			await send(actorsOf(app, week).teacher, (scope) => answerWishes(scope, talk))
		).toMatchObject({ error: { code: 'organiser.stale' } });
	});

	test('at rung 0 an adult says them; the learner does not overwrite, but asks for something else', async () => {
		const week = await addTestWeek(app, { rung: 0, band: '5-7' });
		const { learner } = actorsOf(app, week);
		expect(await adultSays(week, null, 0)).toMatchObject({ value: { state: 'in-force' } });
		expect(await learnerSays(week, 1)).toMatchObject({
			error: { code: 'organiser.adult-decides' }
		});
		const { weekId, learnerIds } = week;
		const other = { weekId, learnerId: learnerIds[0], words: 'The river' };
		await send(learner, (scope) => askForOther(scope, other));
		expect((await kept(week)).list).toMatchObject({ state: 'in-force', other_words: 'The river' });
		await adultSays(week, null, 1);
		expect((await kept(week)).list).toMatchObject({ other_asked_at: null, other_words: null });
	});

	test('an adult who has not seen what the learner said since loses nothing of theirs', async () => {
		const week = await addTestWeek(app, { rung: 1 });
		const before = new Date(Date.now() - 60_000);
		await learnerSays(week, 2);
		const stale = { error: { code: 'organiser.stale' } };
		expect(await adultSays(week, null, 0)).toMatchObject(stale);
		expect(await adultSays(week, before, 0)).toMatchObject(stale);
		expect((await kept(week)).ranked).toEqual([week.offerIds[2]]);
		expect((await adultSays(week, new Date(Date.now() + 1000), 0)).ok).toBe(true);
	});

	test('an answer to a list that was changed since the page was made leaves it waiting', async () => {
		const week = await addTestWeek(app, { rung: 2 });
		await learnerSays(week, 2);
		const old = { ...answering(week, 'agree'), seenAt: new Date(Date.now() - 60_000) };
		expect(
			await send(actorsOf(app, week).teacher, (scope) => answerWishes(scope, old))
		).toMatchObject({ error: { code: 'organiser.stale' } });
		expect((await kept(week)).list?.state).toBe('waiting');
	});

	test('after the time for wishes it is kept, and called late', async () => {
		const week = await addTestWeek(app, { rung: 4, wishHours: -1 });
		expect(await learnerSays(week, 0)).toMatchObject({ value: { isLate: true, count: 1 } });
		expect((await kept(week)).ranked).toEqual([week.offerIds[0]]);
	});

	test('what is not offered to this age, or too much, is refused beside the list', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		const code = (is: string) => ({ error: { code: is, field: 'list' } });
		expect(await learnerSays(week, 3)).toMatchObject(code('organiser.not-open'));
		expect(await learnerSays(week, 9)).toMatchObject(code('organiser.not-open'));
		const many = await addTestWeek(app, { rung: 4 });
		await app.changeAll(app.communityId, 'fewer wishes', (scope) =>
			scope.tx
				.$extendTables<{
					site_week: { community_id: string; week_id: string; most_wishes: number };
				}>()
				.updateTable('site_week')
				.set({ most_wishes: 2 })
				.where('community_id', '=', app.communityId)
				.where('week_id', '=', many.weekId)
				.execute()
		);
		expect(await learnerSays(many, 0, 1, 2)).toMatchObject(code('organiser.too-many-wishes'));
		expect((await kept(many)).ranked).toEqual([]);
	});

	test('two saves at once end in one of them, whole', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		await Promise.all([learnerSays(week, 0, 1), learnerSays(week, 2), learnerSays(week, 1, 2, 0)]);
		const { ranked } = await kept(week);
		const wholes = [[0, 1], [2], [1, 2, 0]].map((list) => list.map((n) => week.offerIds[n]));
		expect(wholes).toContainEqual(ranked);
	});
});

describe('company', () => {
	const pairOf = ({ learnerIds: [learnerId, otherId] }: TestWeek) => ({ learnerId, otherId });
	const said = ({ learnerIds: [learnerId] }: TestWeek) =>
		app.changeAll(app.communityId, 'a test looks', (scope) => lockCompany(scope, learnerId));

	test('waits at rung 2, counts when answered, is said once and can be taken back', async () => {
		const week = await addTestWeek(app, { rung: 2 });
		const { learner, teacher } = actorsOf(app, week);
		const pair = pairOf(week);
		for (let n = 0; n < 2; n++) {
			expect(await send(learner, (scope) => sayCompany(scope, pair))).toMatchObject({
				value: { state: 'waiting' }
			});
		}
		const agree = { ...pair, answer: 'agree' } as const;
		expect(await send(learner, (scope) => answerCompany(scope, agree))).toEqual(turnedAway);
		await send(teacher, (scope) => answerCompany(scope, agree));
		expect(await said(week)).toMatchObject([{ state: 'in-force', answered_by: week.teacherId }]);
		const talk = { ...pair, answer: 'talk' } as const;
		expect(await send(teacher, (scope) => answerCompany(scope, talk))).toMatchObject({
			error: { code: 'organiser.stale' }
		});
		await send(learner, (scope) => takeBackCompany(scope, pair));
		expect(await said(week)).toEqual([]);
	});

	test('only others of one’s own groups can be named', async () => {
		const week = await addTestWeek(app, { rung: 4 });
		const elsewhere = await addTestWeek(app);
		const { learner } = actorsOf(app, week);
		const [learnerId] = week.learnerIds;
		for (const otherId of [elsewhere.learnerIds[0], week.teacherId, learnerId]) {
			const pair = { learnerId, otherId };
			expect(await send(learner, (scope) => sayCompany(scope, pair))).toEqual(turnedAway);
		}
		expect(await said(week)).toEqual([]);
	});
});

test('whoever stands in no relation to the learner is refused, and nothing changes', async () => {
	const week = await addTestWeek(app, { rung: 2 });
	const { learner, family } = actorsOf(app, week);
	const [learnerId, otherId] = week.learnerIds;
	await learnerSays(week, 1);
	await send(learner, (scope) => sayCompany(scope, { learnerId, otherId }));
	const before = await kept(week);
	const asks: readonly ((scope: Scope) => Promise<Result<unknown, Failure<string>>>)[] = [
		(scope) => saveWishes(scope, { ...saving(week, 0), seenAt: new Date() }),
		(scope) => answerWishes(scope, answering(week, 'agree')),
		(scope) => askForOther(scope, { weekId: week.weekId, learnerId, words: null }),
		(scope) => sayCompany(scope, { learnerId, otherId: week.learnerIds[2] }),
		(scope) => takeBackCompany(scope, { learnerId, otherId }),
		(scope) => answerCompany(scope, { learnerId, otherId, answer: 'agree' })
	];
	for (const actor of [...others, family]) {
		for (const ask of asks) expect(await send(actor, ask), String(ask)).toEqual(turnedAway);
	}
	expect(await kept(week)).toEqual(before);
});

test('a week of another site is not there', async () => {
	const week = await addTestWeek(app, { rung: 4 });
	const { weekId } = await addTestWeek(app);
	const { learner } = actorsOf(app, week);
	const input = { ...saving(week, 0), weekId };
	expect(await send(learner, (scope) => saveWishes(scope, input))).toEqual(turnedAway);
	const other = { weekId, learnerId: week.learnerIds[0], words: null };
	expect(await send(learner, (scope) => askForOther(scope, other))).toEqual(turnedAway);
});

test('one list that is not mine refuses the whole answer', async () => {
	const week = await addTestWeek(app, { rung: 2 });
	const elsewhere = await addTestWeek(app, { rung: 2 });
	await learnerSays(week, 1);
	const both = [week.learnerIds[0], elsewhere.learnerIds[0]];
	const input = { ...answering(week, 'agree'), 'learnerIds[]': both };
	expect(await send(actorsOf(app, week).teacher, (scope) => answerWishes(scope, input))).toEqual(
		turnedAway
	);
	expect((await kept(week)).list?.state).toBe('waiting');
});
