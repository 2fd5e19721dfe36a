import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor } from '../../platform/access/index.ts';
import { readAtOnce } from '../../platform/db/at-once.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { strangerActor } from '../evidence/testing.ts';
import {
	answerHelp,
	learnerNews,
	listHelpWaiting,
	raiseHelp,
	takeBackHelp,
	undoAnswerHelp,
	type MessageId,
	type SignalId
} from './index.ts';
import { addCast, homeTalk, testId, type Cast } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

const notFound = { ok: false, error: { code: 'conversations.not-found' } };
const system = (): Actor => ({ kind: 'system', communityId: app.communityId, reason: 'a test' });

const raise = (actor: Actor, id = testId<SignalId>(), kind: 'stuck' | 'ready' = 'stuck') =>
	app.change(actor, (scope) => raiseHelp(scope, { id, kind, words: 'Why 7?' }));
const answer = (actor: Actor, signalId: SignalId, words: string | null = null) =>
	app.change(actor, (scope) => answerHelp(scope, { signalId, words }));
const takeBack = (actor: Actor, signalId: SignalId) =>
	app.change(actor, (scope) => takeBackHelp(scope, { signalId }));
const undo = (actor: Actor, signalId: SignalId) =>
	app.change(actor, (scope) => undoAnswerHelp(scope, { signalId }));
const waiting = (actor: Actor) => app.read(actor, (scope) => listHelpWaiting(scope));
const news = async (cast: Cast) =>
	(await app.read(cast.learner, (scope) => readAtOnce(scope.tx, { news: learnerNews(scope) })))
		.news;

describe('a raised hand', () => {
	test('is seen by the teacher, answered by a person, and the learner sees who it was', async () => {
		const cast = await addCast(app);
		const id = testId<SignalId>();
		expect(await raise(cast.learner, id)).toMatchObject({ ok: true, value: { isNew: true } });
		expect(await waiting(cast.teacher)).toMatchObject([
			{ signalId: id, learnerName: 'Aroha', kind: 'stuck', words: 'Why 7?' }
		]);
		expect(await news(cast)).toMatchObject({ help: [{ signalId: id, answeredBy: null }] });
		expect(await answer(cast.teacher, id, 'Count on from 4.')).toMatchObject({ ok: true });
		expect(await waiting(cast.teacher)).toEqual([]);
		expect(await news(cast)).toMatchObject({
			help: [{ answeredBy: 'Teacher', answer: 'Count on from 4.' }]
		});
	});

	test('is up once, however often the button is pressed', async () => {
		const cast = await addCast(app);
		const pressed = await Promise.all([1, 2, 3, 4].map(() => raise(cast.learner)));
		const made = pressed.filter((result) => result.ok && result.value.isNew);
		expect(made).toHaveLength(1);
		expect(await waiting(cast.teacher)).toHaveLength(1);
	});

	test('goes down by its owner, and up again', async () => {
		const cast = await addCast(app);
		const id = testId<SignalId>();
		await raise(cast.learner, id);
		expect(await takeBack(cast.learner, id)).toMatchObject({ ok: true });
		expect(await takeBack(cast.learner, id)).toMatchObject({ ok: true });
		expect(await waiting(cast.teacher)).toEqual([]);
		expect(await answer(cast.teacher, id)).toMatchObject({
			ok: false,
			error: { code: 'conversations.taken-back' }
		});
		expect(await raise(cast.learner)).toMatchObject({ ok: true, value: { isNew: true } });
	});

	test('is answered once; the answer can be undone by its author while no other hand is up', async () => {
		const cast = await addCast(app);
		const id = testId<SignalId>();
		await raise(cast.learner, id);
		await answer(cast.teacher, id);
		expect(await answer(cast.teacher, id)).toMatchObject({ ok: true });
		const colleague = { ...cast.teacher, personId: cast.mentor.personId };
		const already = { ok: false, error: { code: 'conversations.answered-already' } };
		expect(await answer(colleague, id)).toMatchObject(already);
		expect(await takeBack(cast.learner, id)).toMatchObject(already);
		expect(await undo(colleague, id)).toMatchObject(notFound);
		expect(await undo(cast.teacher, id)).toMatchObject({ ok: true });
		expect(await waiting(cast.teacher)).toMatchObject([{ signalId: id }]);
		await answer(cast.teacher, id);
		await raise(cast.learner);
		expect(await undo(cast.teacher, id)).toMatchObject({
			ok: false,
			error: { code: 'conversations.hand-is-up' }
		});
	});

	test('is no list for others: family, mentors, strangers, other learners and the system see and touch nothing', async () => {
		const cast = await addCast(app);
		const other = await addCast(app);
		const id = testId<SignalId>();
		await raise(cast.learner, id);
		const actors: readonly Actor[] = [
			cast.mother,
			cast.aunt,
			cast.mentor,
			other.teacher,
			other.learner,
			strangerActor(app.communityId),
			system()
		];
		for (const actor of actors) {
			expect(await waiting(actor)).toEqual([]);
			expect(await answer(actor, id)).toMatchObject(notFound);
			expect(await takeBack(actor, id)).toMatchObject(notFound);
			expect(await undo(actor, id)).toMatchObject(notFound);
		}
		for (const actor of [cast.mother, cast.teacher, strangerActor(app.communityId), system()]) {
			expect(await raise(actor)).toMatchObject(notFound);
		}
		expect(await waiting(cast.teacher)).toHaveLength(1);
	});
});

describe('news for a learner', () => {
	test('are the threads in which others wrote since they looked', async () => {
		const cast = await addCast(app);
		const say = (actor: Actor, words: string) =>
			app.change(actor, (scope) =>
				homeTalk.sayInThread(scope, { ...cast.home, id: testId<MessageId>(), words })
			);
		await say(cast.learner, 'Mine');
		expect((await news(cast)).threads).toEqual([]);
		await say(cast.mother, 'First');
		await say(cast.teacher, 'Second');
		expect((await news(cast)).threads).toMatchObject([
			{ kind: 'home', unseen: 2, from: 'Teacher', words: 'Second' }
		]);
		await app.changeAll(app.communityId, 'a test', (scope) =>
			homeTalk.getThread(
				{ ...scope, actor: cast.learner },
				{ kind: 'home', id: cast.home.subjectId },
				{ marksSeen: true }
			)
		);
		expect((await news(cast)).threads).toEqual([]);
	});
});
