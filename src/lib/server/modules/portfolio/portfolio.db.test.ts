import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, PersonActor } from '../../platform/access/index.ts';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../platform/db/testing.ts';
import type { FileId, StoredFile } from '../../platform/files/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { addStrand } from '../evidence/testing.ts';
import type { Audience } from '../people/index.ts';
import {
	addReflection,
	addWork,
	answerAudience,
	changeAudience,
	endRemovedWork,
	findFile,
	getWork,
	latestSharedWork,
	listAudiencesWaiting,
	listFeedbackWaiting,
	listRemovedWork,
	listWork,
	removeWork,
	restoreWork,
	reviseWork,
	type AddWorkInput,
	type ArtefactId,
	type ReflectionId
} from './index.ts';
import {
	addAs,
	askAs,
	cast,
	giveAs,
	id,
	mustSee,
	notFound,
	revision,
	seen,
	work,
	type Cast
} from './testing.ts';

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

describe('adding', () => {
	test('a work is there at once, once, with its reflection, and two decisions are written down', async () => {
		const { learner, learnerId } = await cast(app);
		const input = work({ 'outcomeIds[]': [...outcomes], reflection: 'I knew it by feel.' });
		for (let sent = 0; sent < 2; sent += 1) {
			expect(await app.change(learner, (scope) => addWork(scope, input))).toMatchObject({
				ok: true,
				value: { artefactId: input.id, audience: 'teachers-and-family', wished: null }
			});
		}
		const { works } = await app.read(learner, (scope) => listWork(scope, learnerId));
		expect(works).toMatchObject([{ title: input.title, revision: 1, asked: 0, unused: 0 }]);
		const found = await mustSee(app, learner, learnerId, input.id);
		expect(found.outcomes.map(({ words }) => words)).toEqual(['I can compare', 'I can scale']);
		expect(found.reflections.map(({ words }) => words)).toEqual(['I knew it by feel.']);
		const log = await app.read(learner, (scope) =>
			listDecisionsAbout(scope, learnerId, { objectId: input.id })
		);
		expect(log.map(({ kind, decided }) => [kind, decided]).sort()).toEqual([
			['audience', 'learner'],
			['demonstration', 'learner']
		]);
	});

	test('nothing to show, a day that has not come and outcomes of nobody are refused', async () => {
		const { learner } = await cast(app);
		const tries: readonly (readonly [Partial<AddWorkInput>, string])[] = [
			[{ words: null }, 'portfolio.nothing-to-show'],
			// SAFETY: a day in the form that `SchoolDay` brands.
			[{ madeOn: '2999-01-01' as SchoolDay }, 'portfolio.day-ahead'],
			[{ 'outcomeIds[]': [id<OutcomeId>()] }, 'portfolio.not-found']
		];
		for (const [more, code] of tries) {
			const input = work(more);
			const result = await app.change(learner, (scope) => addWork(scope, input));
			expect(result).toMatchObject({ ok: false, error: { code } });
		}
	});

	test('adults and people without a learner role add none', async () => {
		const { teacher, family, outsiders } = await cast(app);
		for (const actor of [teacher, family, ...outsiders.slice(0, 1)]) {
			const input = work();
			expect(await app.change(actor, (scope) => addWork(scope, input))).toMatchObject(notFound);
		}
	});
});

describe('who sees a work', () => {
	const reach: Readonly<Record<Audience, readonly (keyof Cast)[]>> = {
		me: ['learner'],
		teachers: ['learner', 'teacher'],
		'teachers-and-family': ['learner', 'teacher', 'family'],
		'everyone-with-me': ['learner', 'teacher', 'family', 'mentor']
	};
	test.each(Object.entries(reach))(
		'%s: page, list, latest and files agree',
		async (audience, open) => {
			const all = await cast(app);
			const file: StoredFile = {
				fileId: id<FileId>(),
				ownerId: all.learnerId,
				digest: 'a'.repeat(64),
				smallDigest: 'b'.repeat(64),
				mediaType: 'image/webp',
				bytes: 10,
				width: 4,
				height: 3,
				name: 'gear.webp'
			};
			const artefactId = await addAs(app, all.learner, {
				// SAFETY: the keys of a total record over Audience.
				audience: audience as Audience,
				files: [file]
			});
			const people = ['learner', 'teacher', 'family', 'mentor'] as const;
			const actors = [
				...people.map((who) => [all[who], open.includes(who)] as const),
				...all.outsiders.map((actor) => [actor, false] as const)
			];
			for (const [actor, isOpen] of actors) {
				const found = await app.read(actor, async (scope) => ({
					page: (await getWork(scope, all.learnerId, artefactId)) !== null,
					list: (await listWork(scope, all.learnerId)).works.length === 1,
					latest: (await latestSharedWork(scope, [all.learnerId])).length === 1,
					file: (await findFile(scope, file.fileId)) !== null
				}));
				expect(found).toEqual({ page: isOpen, list: isOpen, latest: isOpen, file: isOpen });
			}
		}
	);

	test('a limited relationship opens nothing, and no other community does', async () => {
		const { learner, learnerId, family } = await cast(app);
		const artefactId = await addAs(app, learner, { audience: 'everyone-with-me' });
		const limited: PersonActor = {
			...family,
			relations: family.relations.map((one) => ({ ...one, limits: ['contact-only'] }))
		};
		expect(await seen(app, limited, learnerId, artefactId)).toBeNull();
		const elsewhere = await foundTestCommunity(app);
		expect(
			await seen(app, { ...learner, communityId: elsewhere }, learnerId, artefactId)
		).toBeNull();
	});

	test('a file that hangs on no work is nobody’s to fetch', async () => {
		const { learner } = await cast(app);
		expect(await app.read(learner, (scope) => findFile(scope, id<FileId>()))).toBeNull();
	});
});

describe('the rung for audiences', () => {
	test('rung 1: what nobody offered waits for a teacher’s yes', async () => {
		const all = await cast(app, 1);
		const artefactId = await addAs(app, all.learner, { audience: 'everyone-with-me' });
		expect(await mustSee(app, all.learner, all.learnerId, artefactId)).toMatchObject({
			audience: 'teachers-and-family',
			wishedAudience: 'everyone-with-me'
		});
		const waiting = await app.read(all.teacher, (scope) => listAudiencesWaiting(scope));
		expect(waiting.map((one) => one.artefactId)).toEqual([artefactId]);
		expect(await app.read(all.family, (scope) => listAudiencesWaiting(scope))).toEqual([]);
		const answer = {
			artefactId,
			wished: 'everyone-with-me',
			answer: 'agree',
			words: null
		} as const;
		for (const actor of [all.learner, all.family, all.mentor, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => answerAudience(scope, answer))).toMatchObject(
				notFound
			);
		}
		await app.change(all.teacher, (scope) => answerAudience(scope, answer));
		expect((await mustSee(app, all.mentor, all.learnerId, artefactId)).wishedAudience).toBeNull();
		expect(await app.change(all.teacher, (scope) => answerAudience(scope, answer))).toMatchObject({
			ok: false,
			error: { code: 'portfolio.stale' }
		});
	});

	test('a no needs a reason, which the learner reads, and changes nothing else', async () => {
		const all = await cast(app, 2);
		const artefactId = await addAs(app, all.learner, { audience: 'teachers' });
		await app.change(all.learner, (scope) =>
			changeAudience(scope, { artefactId, audience: 'everyone-with-me' })
		);
		const no = { artefactId, wished: 'everyone-with-me', answer: 'decline' } as const;
		expect(
			await app.change(all.teacher, (scope) => answerAudience(scope, { ...no, words: null }))
		).toMatchObject({ ok: false, error: { code: 'portfolio.words-missing' } });
		await app.change(all.teacher, (scope) =>
			answerAudience(scope, { ...no, words: 'Ruby is in the photo. Ask her first.' })
		);
		expect(await mustSee(app, all.learner, all.learnerId, artefactId)).toMatchObject({
			audience: 'teachers',
			wishedAudience: null,
			audienceAnswer: { words: 'Ruby is in the photo. Ask her first.', by: 'Hine' }
		});
	});

	test('rung 3: at once; and nobody else changes it', async () => {
		const all = await cast(app, 3);
		const artefactId = await addAs(app, all.learner, { audience: 'everyone-with-me' });
		for (const actor of [all.teacher, all.family, ...all.outsiders]) {
			expect(
				await app.change(actor, (scope) => changeAudience(scope, { artefactId, audience: 'me' }))
			).toMatchObject(notFound);
		}
		await app.change(all.learner, (scope) => changeAudience(scope, { artefactId, audience: 'me' }));
		expect(await seen(app, all.teacher, all.learnerId, artefactId)).toBeNull();
	});
});

describe('revisions', () => {
	test('are kept, happen once, and refuse what was written from an old one', async () => {
		const { learner, learnerId, teacher, outsiders } = await cast(app);
		const artefactId = await addAs(app, learner);
		const next = revision(artefactId, 1);
		for (let sent = 0; sent < 2; sent += 1) {
			expect(await app.change(learner, (scope) => reviseWork(scope, next))).toMatchObject({
				ok: true,
				value: { revision: 2 }
			});
		}
		const stale = revision(artefactId, 1);
		expect(await app.change(learner, (scope) => reviseWork(scope, stale))).toMatchObject({
			ok: false,
			error: { code: 'portfolio.stale' }
		});
		for (const actor of [teacher, ...outsiders]) {
			const other = revision(artefactId, 2);
			expect(await app.change(actor, (scope) => reviseWork(scope, other))).toMatchObject(notFound);
		}
		const { revisions } = await mustSee(app, learner, learnerId, artefactId);
		expect(revisions.map((one) => [one.revision, one.words, one.changeWords])).toEqual([
			[1, 'Front 46 or 34.', null],
			[2, next.words, 'I said what it means.']
		]);
	});

	test('the new words are what search finds, blind to macrons', async () => {
		const { learner, learnerId } = await cast(app);
		const artefactId = await addAs(app, learner, { title: 'Ngā manu o te awa' });
		const find = async (search: string) =>
			(await app.read(learner, (scope) => listWork(scope, learnerId, { search }))).works.length;
		expect([await find('nga MANU'), await find('ngaa'), await find('pedals')]).toEqual([1, 1, 0]);
		await app.change(learner, (scope) => reviseWork(scope, revision(artefactId, 1)));
		expect([await find('pedals'), await find('Front 46')]).toEqual([1, 0]);
	});
});

describe('reflections and taking away', () => {
	test('a reflection is the learner’s, once', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		const input = { id: id<ReflectionId>(), artefactId, words: 'It took eleven goes.' };
		for (const actor of [all.teacher, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => addReflection(scope, input))).toMatchObject(
				notFound
			);
		}
		for (let sent = 0; sent < 2; sent += 1) {
			await app.change(all.learner, (scope) => addReflection(scope, input));
		}
		const { reflections } = await mustSee(app, all.teacher, all.learnerId, artefactId);
		expect(reflections.map(({ words }) => words)).toEqual(['It took eleven goes.']);
	});

	test('what is taken away is gone for everyone, waits for nobody, and comes back within thirty days', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		const { requestId } = await askAs(app, all, artefactId, all.teacher);
		for (const actor of [all.teacher, all.family, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => removeWork(scope, { artefactId }))).toMatchObject(
				notFound
			);
		}
		await app.change(all.learner, (scope) => removeWork(scope, { artefactId }));
		expect(await seen(app, all.learner, all.learnerId, artefactId)).toBeNull();
		expect(await seen(app, all.teacher, all.learnerId, artefactId)).toBeNull();
		expect(await app.read(all.teacher, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		expect((await giveAs(app, all.teacher, artefactId, requestId)).result).toMatchObject(notFound);
		const removed = await app.read(all.learner, (scope) => listRemovedWork(scope, all.learnerId));
		expect(removed.map((one) => one.artefactId)).toEqual([artefactId]);
		expect(await app.read(all.teacher, (scope) => listRemovedWork(scope, all.learnerId))).toEqual(
			[]
		);
		await app.change(all.learner, (scope) => restoreWork(scope, { artefactId }));
		expect(await seen(app, all.teacher, all.learnerId, artefactId)).not.toBeNull();
	});

	test('after thirty days the system ends it, and nothing else', async () => {
		const all = await cast(app);
		const gone = await addAs(app, all.learner, { reflection: 'It took eleven goes.' });
		const kept = await addAs(app, all.learner);
		await askAs(app, all, gone, all.teacher);
		await giveAs(app, all.teacher, gone);
		await app.change(all.learner, (scope) => removeWork(scope, { artefactId: gone }));
		const later = new Date(Date.now() + 31 * 86_400_000);
		const endAs = (actor: Actor, now: Date) =>
			app.change(actor, (scope) => endRemovedWork({ ...scope, now }));
		const system = { kind: 'system', communityId: app.communityId, reason: 'a test' } as const;
		for (const actor of [all.learner, all.teacher, ...all.outsiders]) {
			expect(await endAs(actor, later)).toMatchObject(notFound);
		}
		expect(await endAs(system, new Date())).toMatchObject({ ok: true });
		const before = await app.read(all.learner, (scope) => listRemovedWork(scope, all.learnerId));
		expect(before).toHaveLength(1);
		await endAs(system, later);
		expect(await app.read(all.learner, (scope) => listRemovedWork(scope, all.learnerId))).toEqual(
			[]
		);
		expect(await seen(app, all.teacher, all.learnerId, kept)).not.toBeNull();
	});

	test('after thirty days it stays away', async () => {
		const all = await cast(app);
		const artefactId = await addAs(app, all.learner);
		await app.change(all.learner, (scope) => removeWork(scope, { artefactId }));
		const later = new Date(Date.now() + 31 * 86_400_000);
		const result = await app.change(all.learner, (scope) =>
			restoreWork({ ...scope, now: later }, { artefactId })
		);
		expect(result).toMatchObject(notFound);
	});
});

test('lists go on by key and filter by place', async () => {
	const { learner, learnerId } = await cast(app);
	const added: ArtefactId[] = [];
	for (const place of ['home', 'school', 'home'] as const) {
		added.push(await addAs(app, learner, { place }));
	}
	const page = (more: object) => app.read(learner, (scope) => listWork(scope, learnerId, more));
	const first = await page({ limit: 2 });
	expect(first.works).toHaveLength(2);
	expect(first.olderThan).toBe(first.works[1]?.artefactId);
	expect((await page({ limit: 2, before: first.olderThan })).works).toHaveLength(1);
	expect((await page({ place: 'home' })).works).toHaveLength(2);
});
