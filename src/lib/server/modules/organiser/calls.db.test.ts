import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, Scope } from '../../platform/access/index.ts';
import { addDays, type SchoolDay } from '../../platform/clock/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { present } from '../../platform/invariant.ts';
import type { Failure, Result } from '../../platform/result.ts';
import { listStanding, lockCall } from './call.store.ts';
import { lockPair } from './company.store.ts';
import {
	addIntention,
	answerObjection,
	callLearners,
	endApart,
	keepApart,
	lookBack,
	objectToCall,
	removeIntention,
	restoreApart,
	restoreCall,
	restoreIntention,
	withdrawCall,
	type CallId,
	type IntentionId,
	type PairId
} from './index.ts';
import { lockIntention } from './intention.store.ts';
import { actorsOf, addTestWeek, outsidersOf, testId, type TestWeek } from './testing.ts';

let app: TestApp;
let others: readonly Actor[];
const turnedAway = { ok: false, error: { code: 'organiser.not-found' } };
const stale = { ok: false, error: { code: 'organiser.stale' } };
type Ask<T = unknown> = (scope: Scope) => Promise<Result<T, Failure<string>>>;

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	others = await outsidersOf(app);
});
afterAll(() => app.close());

const send = <T>(actor: Actor, ask: Ask<T>) => app.change(actor, ask);
const look = <T>(work: (scope: Scope) => Promise<T>) =>
	app.changeAll(app.communityId, 'a test looks', work);

const calling = (week: TestWeek, kind: 'call' | 'must' = 'call') => ({
	weekId: week.weekId,
	offerId: week.offerIds[0],
	'learnerIds[]': [week.learnerIds[0], week.learnerIds[1]],
	kind,
	urgency: 'soon' as const,
	reason: 'You asked for help with halves.',
	weeks: 2
});

async function called(kind: 'call' | 'must' = 'call'): Promise<TestWeek & { callId: CallId }> {
	const week = await addTestWeek(app);
	await send(actorsOf(app, week).teacher, (scope) => callLearners(scope, calling(week, kind)));
	const { startsOn: from, offerIds, learnerIds } = week;
	const which = { offerId: offerIds[0], learnerIds: [learnerIds[0]], from, until: from };
	const [first] = await look((scope) => listStanding(scope, which));
	return { ...week, callId: present(first, 'the learner was called').call_id };
}
const callOf = (callId: CallId) => look((scope) => lockCall(scope, callId));

describe('calling', () => {
	test('asks each of several once, for the weeks said, however often it is sent', async () => {
		const week = await addTestWeek(app);
		const { teacher } = actorsOf(app, week);
		const ask = (scope: Scope) => callLearners(scope, calling(week));
		const [one, two] = await Promise.all([send(teacher, ask), send(teacher, ask)]);
		const counts = [one, two].map((sent) => sent.ok && [sent.value.called, sent.value.already]);
		expect(counts).toContainEqual([2, 0]);
		expect(counts).toContainEqual([0, 2]);
		const { startsOn, offerIds, learnerIds } = week;
		const on = (days: number) => {
			const day = addDays(startsOn, days);
			const which = { offerId: offerIds[0], learnerIds: [...learnerIds], from: day, until: day };
			return look((scope) => listStanding(scope, which));
		};
		expect(
			[await on(-1), await on(0), await on(13), await on(14)].map((rows) => rows.length)
		).toEqual([0, 2, 2, 0]);
	});

	test('a learner who is not mine, an offer of another site: nobody is called', async () => {
		const week = await addTestWeek(app);
		const elsewhere = await addTestWeek(app);
		const { teacher } = actorsOf(app, week);
		const wrong = [
			{ ...calling(week), 'learnerIds[]': [week.learnerIds[0], elsewhere.learnerIds[0]] },
			{ ...calling(week), offerId: elsewhere.offerIds[0] },
			{ ...calling(week), weekId: elsewhere.weekId }
		];
		for (const input of wrong) {
			expect(await send(teacher, (scope) => callLearners(scope, input))).toEqual(turnedAway);
		}
	});

	test('can be withdrawn and taken up again', async () => {
		const week = await called();
		const { teacher } = actorsOf(app, week);
		const { callId } = week;
		await send(teacher, (scope) => withdrawCall(scope, { callId }));
		expect(await callOf(callId)).toMatchObject({ withdrawn_by: week.teacherId });
		await send(teacher, (scope) => restoreCall(scope, { callId }));
		expect(await callOf(callId)).toMatchObject({ withdrawn_at: null, withdrawn_by: null });
	});
});

describe('an objection', () => {
	test('by the learner or their family is answered once, in words', async () => {
		for (const by of ['learner', 'family'] as const) {
			const week = await called('must');
			const { callId } = week;
			const actors = actorsOf(app, week);
			const objecting = { callId, words: 'I can swim already.' };
			await send(actors[by], (scope) => objectToCall(scope, objecting));
			expect(await callOf(callId)).toMatchObject({ is_must: true, objection: objecting.words });
			const answer = { callId, words: 'Then show it on Monday.', outcome: 'stays' } as const;
			await send(actors.teacher, (scope) => answerObjection(scope, answer));
			expect(await callOf(callId)).toMatchObject({ answer: answer.words, withdrawn_at: null });
			const again = { ...answer, words: 'No.' };
			expect(await send(actors.teacher, (scope) => answerObjection(scope, again))).toEqual(stale);
			const anew = { callId, words: 'But why?' };
			expect(await send(actors[by], (scope) => objectToCall(scope, anew))).toEqual(stale);
		}
	});

	test('can end the call', async () => {
		const week = await called('must');
		const { callId } = week;
		const { learner, teacher } = actorsOf(app, week);
		await send(learner, (scope) => objectToCall(scope, { callId, words: 'I can swim.' }));
		const answer = { callId, words: 'You are right.', outcome: 'withdrawn' } as const;
		await send(teacher, (scope) => answerObjection(scope, answer));
		expect(await callOf(callId)).toMatchObject({ withdrawn_by: week.teacherId });
	});

	test('that was never made is not answered', async () => {
		const week = await called();
		const answer = { callId: week.callId, words: 'No.', outcome: 'stays' } as const;
		const { teacher } = actorsOf(app, week);
		expect(await send(teacher, (scope) => answerObjection(scope, answer))).toEqual(stale);
	});

	test('is not the teacher’s to make, nor the family’s to answer', async () => {
		const week = await called();
		const { callId } = week;
		const { learner, teacher, family } = actorsOf(app, week);
		const objecting = { callId, words: 'No.' };
		expect(await send(teacher, (scope) => objectToCall(scope, objecting))).toEqual(turnedAway);
		await send(learner, (scope) => objectToCall(scope, objecting));
		const answer = { ...objecting, outcome: 'withdrawn' } as const;
		for (const actor of [learner, family]) {
			expect(await send(actor, (scope) => answerObjection(scope, answer))).toEqual(turnedAway);
			expect(await send(actor, (scope) => withdrawCall(scope, { callId }))).toEqual(turnedAway);
		}
	});
});

describe('keeping apart', () => {
	const keeping = ({ learnerIds: [learnerId, otherId] }: TestWeek, id = testId<PairId>()) => ({
		id,
		learnerId,
		otherId,
		reason: 'They asked for it.'
	});

	test('holds until it is ended, and can be taken up again', async () => {
		const week = await addTestWeek(app);
		const { teacher } = actorsOf(app, week);
		const pair = keeping(week);
		for (let n = 0; n < 2; n++) await send(teacher, (scope) => keepApart(scope, pair));
		const now = () => look((scope) => lockPair(scope, pair.id));
		expect(await now()).toMatchObject({ ended_at: null, reason: pair.reason });
		await send(teacher, (scope) => endApart(scope, { pairId: pair.id }));
		expect((await now())?.ended_at).not.toBeNull();
		await send(teacher, (scope) => restoreApart(scope, { pairId: pair.id }));
		expect((await now())?.ended_at).toBeNull();
	});

	test('is for learners of one site, by an adult who works with either; never by the learner', async () => {
		const week = await addTestWeek(app);
		const elsewhere = await addTestWeek(app);
		const { learner, teacher, family } = actorsOf(app, week);
		const [learnerId] = week.learnerIds;
		const across = { ...keeping(week), otherId: elsewhere.learnerIds[0] };
		expect(await send(teacher, (scope) => keepApart(scope, across))).toEqual(turnedAway);
		const alone = { ...keeping(week), otherId: learnerId };
		expect(await send(teacher, (scope) => keepApart(scope, alone))).toEqual(turnedAway);
		const pair = keeping(week);
		await send(teacher, (scope) => keepApart(scope, pair));
		const pairId = pair.id;
		for (const actor of [learner, family, ...others]) {
			expect(await send(actor, (scope) => keepApart(scope, keeping(week)))).toEqual(turnedAway);
			expect(await send(actor, (scope) => endApart(scope, { pairId }))).toEqual(turnedAway);
			expect(await send(actor, (scope) => restoreApart(scope, { pairId }))).toEqual(turnedAway);
		}
	});
});

describe('planning my week', () => {
	const meaning = (week: TestWeek) => ({
		id: testId<IntentionId>(),
		learnerId: week.learnerIds[0],
		weekId: week.weekId,
		time: [week.startsOn] as [SchoolDay],
		words: 'Finish my map'
	});

	test('what I meant and what I did stand beside each other; it can go and come back', async () => {
		const week = await addTestWeek(app);
		const { learner } = actorsOf(app, week);
		const input = meaning(week);
		const intentionId = input.id;
		for (let n = 0; n < 2; n++) await send(learner, (scope) => addIntention(scope, input));
		const row = () => look((scope) => lockIntention(scope, intentionId));
		expect(await row()).toMatchObject({ words: 'Finish my map', actual: null });
		const back = { intentionId, actual: 'partly', words: 'The coast is missing.' } as const;
		await send(learner, (scope) => lookBack(scope, back));
		expect(await row()).toMatchObject({ actual: 'partly', actual_words: back.words });
		await send(learner, (scope) => removeIntention(scope, { intentionId }));
		expect((await row())?.removed_at).not.toBeNull();
		await send(learner, (scope) => restoreIntention(scope, { intentionId }));
		expect((await row())?.removed_at).toBeNull();
	});

	test('a day outside the week, a period of another site: not found', async () => {
		const week = await addTestWeek(app);
		const elsewhere = await addTestWeek(app);
		const { learner } = actorsOf(app, week);
		const after = addDays(week.startsOn, 7);
		const outside = { ...meaning(week), time: [after] as [SchoolDay] };
		expect(await send(learner, (scope) => addIntention(scope, outside))).toEqual(turnedAway);
		const theirs = { ...meaning(week), weekId: elsewhere.weekId };
		expect(await send(learner, (scope) => addIntention(scope, theirs))).toEqual(turnedAway);
	});

	test('is mine alone', async () => {
		const week = await addTestWeek(app);
		const { learner, teacher, family } = actorsOf(app, week);
		const input = meaning(week);
		const intentionId = input.id;
		await send(learner, (scope) => addIntention(scope, input));
		for (const actor of [teacher, family, ...others]) {
			const asks: readonly Ask[] = [
				(scope) => addIntention(scope, meaning(week)),
				(scope) => lookBack(scope, { intentionId, actual: 'not', words: null }),
				(scope) => removeIntention(scope, { intentionId }),
				(scope) => restoreIntention(scope, { intentionId })
			];
			for (const ask of asks) expect(await send(actor, ask), String(ask)).toEqual(turnedAway);
		}
		expect(await look((scope) => lockIntention(scope, intentionId))).toMatchObject({
			actual: null,
			removed_at: null
		});
	});
});

test('whoever stands in no relation to the learner is refused by every command about calls', async () => {
	const week = await called();
	const { callId } = week;
	const before = await callOf(callId);
	const asks: readonly Ask[] = [
		(scope) => callLearners(scope, calling(week)),
		(scope) => withdrawCall(scope, { callId }),
		(scope) => restoreCall(scope, { callId }),
		(scope) => objectToCall(scope, { callId, words: 'No.' }),
		(scope) => answerObjection(scope, { callId, words: 'Yes.', outcome: 'stays' })
	];
	for (const actor of others) {
		for (const ask of asks) expect(await send(actor, ask), String(ask)).toEqual(turnedAway);
	}
	expect(await callOf(callId)).toEqual(before);
});
