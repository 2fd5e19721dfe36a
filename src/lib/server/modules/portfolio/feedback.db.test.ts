import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import { readAtOnce } from '../../platform/db/at-once.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { listEvidence, type EvidenceId } from '../evidence/index.ts';
import { addStrand } from '../evidence/testing.ts';
import {
	answerFeedback,
	feedbackToUse,
	giveFeedback,
	judgeWork,
	listFeedbackWaiting,
	reviseWork,
	withdrawRequest,
	type ArtefactId,
	type FeedbackId
} from './index.ts';
import { addAs, askAs, askOf, cast, giveAs, id, mustSee, notFound, revision } from './testing.ts';

let app: TestApp;
let outcomes: readonly OutcomeId[];

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	outcomes = (
		await app.changeAll(app.communityId, 'a test', (scope) =>
			addStrand(scope, 'Ratio', ['compare', 'scale'])
		)
	).outcomeIds;
});
afterAll(() => app.close());

describe('feedback', () => {
	test('asked, given, used in a revision: each side sees what waits for it', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner, { audience: 'everyone-with-me' });
		const { requestId } = await askAs(app, all, artefactId, all.mentor, all.teacher);
		const waiting = await app.read(all.mentor, (scope) => listFeedbackWaiting(scope));
		expect(waiting).toMatchObject([{ requestId, artefactId, wantsToKnow: 'Is it clear?' }]);
		expect(await app.read(all.family, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		const { feedbackId, result } = await giveAs(app, all.mentor, artefactId, requestId);
		expect(result.ok).toBe(true);
		expect(await app.read(all.mentor, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		const listToUse = () =>
			app.read(all.learner, (scope) =>
				readAtOnce(scope.tx, { toUse: feedbackToUse(scope, all.learnerId) })
			);
		const { toUse } = await listToUse();
		expect(toUse).toMatchObject([{ feedbackId, authorName: 'Nikau', isAsked: true }]);
		const next = revision(artefactId, 1, feedbackId);
		await app.change(all.learner, (scope) => reviseWork(scope, next));
		expect((await mustSee(app, all.mentor, all.learnerId, artefactId)).feedback).toMatchObject([
			{ response: 'changed', responseRevision: 2, responseWords: 'I said what it means.' }
		]);
		expect(await listToUse()).toEqual({ toUse: [] });
	});

	test('unasked is marked so; somebody else’s question is not mine to answer', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		const { requestId } = await askAs(app, all, artefactId, all.teacher);
		expect((await giveAs(app, all.family, artefactId)).result.ok).toBe(true);
		expect((await giveAs(app, all.family, artefactId, requestId)).result).toMatchObject(notFound);
		const { feedback, requests } = await mustSee(app, all.learner, all.learnerId, artefactId);
		expect(feedback.map((one) => one.requestId)).toEqual([null]);
		expect(requests.map(({ isAnswered }) => isAnswered)).toEqual([false]);
	});

	test('nobody whom the audience leaves out gives any, nor the learner to themself', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner, { audience: 'teachers' });
		for (const actor of [all.learner, all.family, all.mentor, ...all.outsiders]) {
			expect((await giveAs(app, actor, artefactId)).result).toMatchObject(notFound);
		}
		expect((await askAs(app, all, artefactId, all.family)).result).toMatchObject({
			ok: false,
			error: { code: 'portfolio.cannot-ask' }
		});
	});

	test('nobody asks in the learner’s place', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		for (const actor of [all.family, all.mentor, ...all.outsiders])
			expect((await askOf(app, actor, artefactId, [all.teacher])).result).toMatchObject(notFound);
		expect(await app.read(all.teacher, (scope) => listFeedbackWaiting(scope))).toEqual([]);
	});

	test('a question that was taken back waits for nobody', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		const { requestId } = await askAs(app, all, artefactId, all.teacher);
		for (const actor of [all.teacher, ...all.outsiders]) {
			expect(
				await app.change(actor, (scope) => withdrawRequest(scope, { requestId }))
			).toMatchObject(notFound);
		}
		await app.change(all.learner, (scope) => withdrawRequest(scope, { requestId }));
		expect(await app.read(all.teacher, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		expect((await giveAs(app, all.teacher, artefactId, requestId)).result).toMatchObject(notFound);
	});

	test('the learner answers, and only they', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		const { feedbackId } = await giveAs(app, all.teacher, artefactId);
		const answer = { feedbackId, response: 'talk', words: 'Which one?' } as const;
		for (const actor of [all.teacher, all.family, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => answerFeedback(scope, answer))).toMatchObject(
				notFound
			);
		}
		await app.change(all.learner, (scope) => answerFeedback(scope, answer));
		expect((await mustSee(app, all.teacher, all.learnerId, artefactId)).feedback).toMatchObject([
			{ response: 'talk', responseWords: 'Which one?' }
		]);
	});

	test('empty feedback is refused', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		const empty = { requestId: undefined, level: undefined, 'outcomeIds[]': [] };
		const result = await app.change(all.teacher, (scope) =>
			giveFeedback(scope, {
				...empty,
				id: id<FeedbackId>(),
				artefactId,
				worksWell: null,
				question: null,
				nextStep: null
			})
		);
		expect(result).toMatchObject({ ok: false, error: { code: 'portfolio.feedback-empty' } });
	});
});

describe('a judgement', () => {
	const judgement = (artefactId: ArtefactId) => ({
		id: id<EvidenceId>(),
		artefactId,
		level: 'alone' as const,
		'outcomeIds[]': [],
		words: 'Builds the ratios himself.'
	});
	test('becomes evidence of the work’s outcomes; below rung 3 it is the yes to showing it so', async () => {
		const all = await cast(app, 2);
		const artefactId = await addAs(app, all.learner, { 'outcomeIds[]': outcomes.slice(0, 1) });
		await app.change(all.teacher, (scope) => judgeWork(scope, judgement(artefactId)));
		const events = await app.read(all.learner, (scope) => listEvidence(scope, all.learnerId));
		expect(events).toMatchObject([
			{ kind: 'artefact-judgement', level: 1, place: 'community', outcomeIds: outcomes.slice(0, 1) }
		]);
		const { judgements } = await mustSee(app, all.family, all.learnerId, artefactId);
		expect(judgements).toMatchObject([{ authorName: 'Hine', level: 1 }]);
		const log = await app.read(all.learner, (scope) =>
			listDecisionsAbout(scope, all.learnerId, { objectId: artefactId })
		);
		expect(log.find(({ kind }) => kind === 'demonstration')).toMatchObject({
			decided: 'together',
			action: 'portfolio.judge-work'
		});
	});

	test('comes from those who teach or support alone, and is about something', async () => {
		const all = await cast(app);
		const named = await addAs(app, all.learner, {
			'outcomeIds[]': [...outcomes],
			audience: 'everyone-with-me'
		});
		for (const actor of [all.learner, all.family, all.mentor, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => judgeWork(scope, judgement(named)))).toMatchObject(
				notFound
			);
		}
		const bare = await addAs(app, all.learner);
		expect(
			await app.change(all.teacher, (scope) => judgeWork(scope, judgement(bare)))
		).toMatchObject({ ok: false, error: { code: 'portfolio.no-outcome' } });
	});
});
