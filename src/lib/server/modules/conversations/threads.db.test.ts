import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, PersonActor } from '../../platform/access/index.ts';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { strangerActor } from '../evidence/testing.ts';
import {
	closeReport,
	endSafeguardingLead,
	listReports,
	nameSafeguardingLead,
	openTalk,
	restoreMessage,
	takeBackMessage,
	type MessageId,
	type OpenSubject,
	type ReportId,
	type SubjectId
} from './index.ts';
import { addCast, homeTalk, testId, type Cast } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

const notFound = { ok: false, error: { code: 'conversations.not-found' } };
const system = (): Actor => ({
	kind: 'system',
	communityId: app.communityId,
	reason: 'a test'
});

async function say(actor: Actor, { home }: Cast, words: string, id = testId<MessageId>()) {
	const input = { ...home, id, words };
	return app.change(actor, (scope) => homeTalk.sayInThread(scope, input));
}
const read = (actor: Actor, { home }: Cast) =>
	app.read(actor, (scope) => homeTalk.getThread(scope, { kind: 'home', id: home.subjectId }));
const wordsSeen = async (actor: Actor, cast: Cast) =>
	(await read(actor, cast))?.messages.map(({ words }) => words);

describe('the home thread', () => {
	test('is one for learner, family and teachers, in the order of saying', async () => {
		const cast = await addCast(app);
		expect(await say(cast.teacher, cast, 'How was the river?')).toMatchObject({ ok: true });
		expect(await say(cast.mother, cast, 'Wet.')).toMatchObject({ ok: true });
		expect(await say(cast.learner, cast, 'And brown.')).toMatchObject({ ok: true });
		const all = ['How was the river?', 'Wet.', 'And brown.'];
		for (const actor of [cast.learner, cast.mother, cast.father, cast.teacher]) {
			expect(await wordsSeen(actor, cast)).toEqual(all);
		}
		const seen = await read(cast.father, cast);
		expect(seen?.messages.map(({ authorKind }) => authorKind)).toEqual([
			'teaches',
			'family-of',
			null
		]);
		expect(seen?.readers.map(({ called }) => called)).toEqual([
			'Aunt',
			'Father',
			'Mother',
			'Teacher'
		]);
	});

	test('a repeated send says it once', async () => {
		const cast = await addCast(app);
		const id = testId<MessageId>();
		await say(cast.mother, cast, 'Once', id);
		expect(await say(cast.mother, cast, 'Once', id)).toMatchObject({ ok: true });
		expect(await wordsSeen(cast.learner, cast)).toEqual(['Once']);
		const log = await app.read(cast.learner, (scope) =>
			listDecisionsAbout(scope, cast.learner.personId)
		);
		expect(log.filter(({ action }) => action === 'conversations.say')).toHaveLength(1);
	});

	test('eight who write at once lose nothing, and nothing stays unseen by the counter', async () => {
		const cast = await addCast(app);
		const numbers = Array.from({ length: 8 }, (_, i) => `message ${i}`);
		await Promise.all(numbers.map((words) => say(cast.mother, cast, words)));
		const seen = await read(cast.learner, cast);
		expect(seen?.unseen).toBe(8);
		expect(new Set(seen?.messages.map(({ words }) => words))).toEqual(new Set(numbers));
	});

	test('knows what is new for each, until they looked', async () => {
		const cast = await addCast(app);
		await say(cast.teacher, cast, 'one');
		await say(cast.mother, cast, 'two');
		expect((await read(cast.mother, cast))?.unseen).toBe(1);
		const look = () =>
			app.changeAll(app.communityId, 'a test', (scope) =>
				homeTalk.getThread(
					{ ...scope, actor: cast.mother },
					{ kind: 'home', id: cast.home.subjectId },
					{ marksSeen: true }
				)
			);
		expect((await look())?.messages.map(({ isNew }) => isNew)).toEqual([true, false]);
		expect((await look())?.unseen).toBe(0);
		await say(cast.learner, cast, 'three');
		const homes = await app.read(cast.mother, (scope) =>
			homeTalk.getThread(
				scope,
				{ kind: 'home', id: cast.home.subjectId },
				{ homesOf: [cast.learner.personId] }
			)
		);
		expect(homes?.homes).toEqual([
			{ learnerId: cast.learner.personId, called: 'Aroha', unseen: 1 }
		]);
		expect((await read(cast.father, cast))?.unseen).toBe(3);
	});

	test('lists threads with their newest message', async () => {
		const cast = await addCast(app);
		await say(cast.teacher, cast, 'hello');
		const lines = await app.read(cast.mother, (scope) => homeTalk.listThreads(scope));
		expect(lines).toMatchObject([
			{ kind: 'home', learnerName: 'Aroha', lastAuthor: 'Teacher', lastWords: 'hello', unseen: 1 }
		]);
		const onlyNew = { onlyNew: true };
		expect(await app.read(cast.teacher, (scope) => homeTalk.listThreads(scope, onlyNew))).toEqual(
			[]
		);
	});
});

describe('an adult who may only write to the learner', () => {
	test('writes at home and reads the learner’s words, but nothing that school and family say', async () => {
		const cast = await addCast(app);
		await say(cast.mother, cast, 'We moved house.');
		await say(cast.teacher, cast, 'Aroha made a map.');
		expect(await say(cast.aunt, cast, 'Happy birthday!')).toMatchObject({ ok: true });
		await say(cast.learner, cast, 'Thank you!');
		const seen = ['Happy birthday!', 'Thank you!'];
		expect(await wordsSeen(cast.aunt, cast)).toEqual(seen);
		const thread = await read(cast.aunt, cast);
		expect(thread).toMatchObject({ isLimited: true, unseen: 1, total: 2 });
		expect(thread?.readers.map(({ called }) => called)).toEqual(['Aunt', 'Teacher']);
		const [line] = await app.read(cast.aunt, (scope) => homeTalk.listThreads(scope));
		expect(line).toMatchObject({ lastWords: 'Thank you!', unseen: 1 });
		expect(await wordsSeen(cast.mother, cast)).toHaveLength(4);
	});

	test('sees no goal and no work to talk about', async () => {
		const cast = await addCast(app);
		const open: OpenSubject = {
			learnerId: cast.learner.personId,
			title: 'My goal',
			openTo: ['family-of', 'teaches'],
			alsoOpenTo: [cast.mentor.personId]
		};
		const goalId = testId<SubjectId>();
		const may = new Set([cast.learner, cast.mother, cast.teacher, cast.mentor]);
		const talk = openTalk({
			goal: (scope) =>
				Promise.resolve(
					new Map([...may].some((one) => one === scope.actor) ? [[goalId, open]] : [])
				),
			artefact: () => Promise.resolve(new Map()),
			proposal: () => Promise.resolve(new Map())
		});
		const sayOn = (actor: Actor) =>
			app.change(actor, (scope) =>
				talk.sayInThread(scope, {
					id: testId(),
					kind: 'goal',
					subjectId: goalId,
					words: 'About it'
				})
			);
		expect(await sayOn(cast.mentor)).toMatchObject({ ok: true });
		for (const actor of [cast.aunt, cast.uncle, strangerActor(app.communityId), system()]) {
			expect(await sayOn(actor)).toMatchObject(notFound);
			const subject = { kind: 'goal', id: goalId } as const;
			expect(await app.read(actor, (scope) => talk.getThread(scope, subject))).toBeNull();
		}
		const seen = await app.read(cast.learner, (scope) =>
			talk.getThread(scope, { kind: 'goal', id: goalId })
		);
		expect(seen?.title).toBe('My goal');
		expect(seen?.readers.map(({ called }) => called)).toEqual([
			'Father',
			'Mother',
			'Mentor',
			'Teacher'
		]);
		const titles = async (actor: Actor) =>
			(await app.read(actor, (scope) => talk.listThreads(scope))).map(({ title }) => title);
		expect(await titles(cast.mother)).toEqual(['My goal']);
		expect(await titles(cast.aunt)).toEqual([]);
	});
});

describe('may not', () => {
	test('a stranger, a mentor, the cut off, another learner and the system neither read nor write', async () => {
		const cast = await addCast(app);
		const other = await addCast(app);
		await say(cast.teacher, cast, 'among us');
		const actors: readonly Actor[] = [
			strangerActor(app.communityId),
			cast.mentor,
			cast.uncle,
			other.learner,
			other.mother,
			other.teacher,
			system()
		];
		for (const actor of actors) {
			expect(await say(actor, cast, 'me too')).toMatchObject(notFound);
			expect(await read(actor, cast)).toBeNull();
		}
		expect(await wordsSeen(cast.learner, cast)).toEqual(['among us']);
	});
});

describe('taking back', () => {
	test('the author takes a message away and brings it back; nobody else does', async () => {
		const cast = await addCast(app);
		const messageId = testId<MessageId>();
		await say(cast.mother, cast, 'Oops', messageId);
		const take = (actor: Actor) =>
			app.change(actor, (scope) => takeBackMessage(scope, { messageId }));
		for (const actor of [cast.learner, cast.teacher, strangerActor(app.communityId), system()]) {
			expect(await take(actor)).toMatchObject(notFound);
		}
		expect(await take(cast.mother)).toMatchObject({ ok: true });
		expect(await take(cast.mother)).toMatchObject({ ok: true });
		expect(await read(cast.learner, cast)).toMatchObject({ messages: [], unseen: 0, total: 0 });
		const back = (actor: Actor) =>
			app.change(actor, (scope) => restoreMessage(scope, { messageId }));
		expect(await back(cast.learner)).toMatchObject(notFound);
		expect(await back(cast.mother)).toMatchObject({ ok: true });
		expect(await wordsSeen(cast.learner, cast)).toEqual(['Oops']);
	});
});

describe('reports', () => {
	const leadOf = (cast: Cast): PersonActor => ({ ...cast.teacher, relations: [] });
	const reports = (actor: Actor) => app.read(actor, (scope) => listReports(scope));

	async function reported(actor: Actor, cast: Cast) {
		const messageId = testId<MessageId>();
		await say(cast.father, cast, 'Do not tell your mother.', messageId);
		const id = testId<ReportId>();
		const result = await app.change(actor, (scope) =>
			homeTalk.reportMessage(scope, { id, messageId, words: 'I do not like this.' })
		);
		return { result, messageId, reportId: id };
	}

	test('go to the leaders while nobody is named, then to the lead alone', async () => {
		const cast = await addCast(app);
		const leader: PersonActor = {
			...leadOf(await addCast(app)),
			memberships: [{ role: 'leader', siteId: null }]
		};
		const { result, messageId, reportId } = await reported(cast.learner, cast);
		expect(result).toMatchObject({ ok: true });
		expect(await reports(leader)).toMatchObject([
			{ author: 'Father', reportedBy: 'Aroha', message: 'Do not tell your mother.' }
		]);
		const lead = leadOf(cast);
		expect(await reports(lead)).toEqual([]);
		await app.change(system(), (scope) => nameSafeguardingLead(scope, lead));
		expect(await reports(leader)).toEqual([]);
		await app.change(cast.father, (scope) => takeBackMessage(scope, { messageId }));
		expect(await reports(lead)).toMatchObject([
			{ message: 'Do not tell your mother.', isTakenBack: true }
		]);
		const close = (actor: Actor) =>
			app.change(actor, (scope) => closeReport(scope, { reportId, words: 'We talked.' }));
		for (const actor of [leader, cast.learner, cast.father, system()]) {
			expect(await close(actor)).toMatchObject(notFound);
		}
		expect(await close(lead)).toMatchObject({ ok: true });
		expect(await close(lead)).toMatchObject({
			ok: false,
			error: { code: 'conversations.closed-already' }
		});
		await app.change(system(), (scope) => endSafeguardingLead(scope, lead));
		expect(await reports(lead)).toEqual([]);
	});

	test('leave no trace where the family reads, and need a message one can see', async () => {
		const cast = await addCast(app);
		const { messageId } = await reported(cast.learner, cast);
		const log = await app.read(cast.learner, (scope) =>
			listDecisionsAbout(scope, cast.learner.personId)
		);
		expect(log.map(({ action }) => action)).toEqual(['conversations.say']);
		const report = (actor: Actor) =>
			app.change(actor, (scope) =>
				homeTalk.reportMessage(scope, { id: testId(), messageId, words: null })
			);
		for (const actor of [cast.aunt, cast.uncle, cast.mentor, strangerActor(app.communityId)]) {
			expect(await report(actor)).toMatchObject(notFound);
		}
		expect(await report(cast.mother)).toMatchObject({ ok: true });
	});

	test('about a lead go to the leaders, and nobody reads what is reported about themself', async () => {
		const cast = await addCast(app);
		const leader: PersonActor = {
			...leadOf(await addCast(app)),
			memberships: [{ role: 'leader', siteId: null }]
		};
		await app.change(system(), (scope) => nameSafeguardingLead(scope, cast.teacher));
		const messageId = testId<MessageId>();
		await say(cast.teacher, cast, 'Stay behind alone.', messageId);
		const reportId = testId<ReportId>();
		await app.change(cast.learner, (scope) =>
			homeTalk.reportMessage(scope, { id: reportId, messageId, words: null })
		);
		const close = (actor: Actor) =>
			app.change(actor, (scope) => closeReport(scope, { reportId, words: 'Looked into.' }));
		const ids = async (actor: Actor) => (await reports(actor)).map((report) => report.reportId);
		expect(await ids(cast.teacher)).not.toContain(reportId);
		expect(await close(cast.teacher)).toMatchObject(notFound);
		expect(await ids(leader)).toEqual([reportId]);
		expect(await close(leader)).toMatchObject({ ok: true });
		await app.change(system(), (scope) => endSafeguardingLead(scope, cast.teacher));
	});

	test('only the office or the set-up names a lead', async () => {
		const cast = await addCast(app);
		for (const actor of [cast.teacher, cast.learner, strangerActor(app.communityId)]) {
			for (const command of [nameSafeguardingLead, endSafeguardingLead]) {
				expect(await app.change(actor, (scope) => command(scope, cast.teacher))).toMatchObject(
					notFound
				);
			}
		}
		expect(
			await app.change(system(), (scope) => nameSafeguardingLead(scope, { personId: testId() }))
		).toMatchObject(notFound);
	});
});
