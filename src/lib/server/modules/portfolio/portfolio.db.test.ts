import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, RelationshipKind } from '../../platform/access/index.ts';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import { readAtOnce } from '../../platform/db/at-once.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../platform/db/testing.ts';
import type { FileId, StoredFile } from '../../platform/files/index.ts';
import { newUuid, type OutcomeId, type PersonId, type Uuid } from '../../platform/ids.ts';
import { placeRungs, type Rung } from '../agency/index.ts';
import { listEvidence, type EvidenceId } from '../evidence/index.ts';
import {
	addLearners,
	addStrand,
	adultActor,
	learnerActor,
	strangerActor
} from '../evidence/testing.ts';
import { insertRelationships, type Audience } from '../people/index.ts';
import {
	addReflection,
	addWork,
	answerAudience,
	answerFeedback,
	askFeedback,
	changeAudience,
	endRemovedWork,
	feedbackToUse,
	findFile,
	getWork,
	giveFeedback,
	judgeWork,
	latestSharedWork,
	listAudiencesWaiting,
	listFeedbackWaiting,
	listRemovedWork,
	listWork,
	removeWork,
	restoreWork,
	reviseWork,
	withdrawRequest,
	type AddWorkInput,
	type ArtefactId,
	type FeedbackId,
	type ReflectionId,
	type RequestId,
	type RevisionKey
} from './index.ts';

let app: TestApp;
let outcomes: readonly OutcomeId[];
const id = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

interface Cast {
	readonly learnerId: PersonId;
	readonly learner: PersonActor;
	readonly teacher: PersonActor;
	readonly family: PersonActor;
	readonly mentor: PersonActor;
	/** Each may not: nobody in a relationship, another learner, a teacher of that other learner. */
	readonly outsiders: readonly Actor[];
}

/** A learner at a rung for audiences and showing, with adults in each relationship, and people who are in none. */
async function cast(rung: Rung = 3): Promise<Cast> {
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const names = ['Aroha', 'Hine', 'Mere', 'Nikau', 'Tui'];
		const [learnerId = id<PersonId>(), ...rest] = await addLearners(scope, names);
		const [teacherId = learnerId, familyId = learnerId, mentorId = learnerId, otherId = learnerId] =
			rest;
		const adults: readonly (readonly [RelationshipKind, PersonId])[] = [
			['teaches', teacherId],
			['family-of', familyId],
			['mentors', mentorId]
		];
		await insertRelationships(
			scope,
			adults.map(([kind, adultId]) => ({
				kind,
				adultId,
				learnerId,
				groupId: null,
				startsAt: new Date('2026-01-01T00:00:00Z'),
				endsAt: null,
				limits: [],
				purpose: null,
				words: null
			}))
		);
		await placeRungs(
			scope,
			(['audience', 'demonstration'] as const).map((kind) => ({
				learnerId,
				kind,
				rung,
				since: scope.now,
				why: 'we agreed',
				agreedBy: []
			}))
		);
		const adult = (kind: RelationshipKind, personId: PersonId): PersonActor => ({
			...adultActor(app.communityId, kind, learnerId),
			personId
		});
		return {
			learnerId,
			learner: learnerActor(app.communityId, learnerId),
			teacher: adult('teaches', teacherId),
			family: adult('family-of', familyId),
			mentor: adult('mentors', mentorId),
			outsiders: [
				strangerActor(app.communityId),
				learnerActor(app.communityId, otherId),
				adultActor(app.communityId, 'teaches', otherId)
			]
		};
	});
}

const work = (more: Partial<AddWorkInput> = {}): AddWorkInput => ({
	id: id<ArtefactId>(),
	title: 'Every gear on the bike',
	words: 'Front 46 or 34.',
	alt: null,
	link: null,
	place: 'community',
	madeOn: undefined,
	audience: 'teachers-and-family',
	goalId: undefined,
	'outcomeIds[]': [],
	reflection: null,
	files: [],
	...more
});

async function addAs(actor: Actor, more: Partial<AddWorkInput> = {}): Promise<ArtefactId> {
	const input = work(more);
	const added = await app.change(actor, (scope) => addWork(scope, input));
	if (!added.ok) throw new Error(added.error.code);
	return input.id;
}

async function seen(actor: Actor, learnerId: PersonId, artefactId: ArtefactId) {
	return app.read(actor, (scope) => getWork(scope, learnerId, artefactId));
}

async function mustSee(actor: Actor, learnerId: PersonId, artefactId: ArtefactId) {
	const found = await seen(actor, learnerId, artefactId);
	if (!found) throw new Error('the work is not there');
	return found;
}

const askAs = ({ learner }: Cast, artefactId: ArtefactId, ...asked: readonly PersonActor[]) =>
	askOf(learner, artefactId, asked);

async function askOf(actor: Actor, artefactId: ArtefactId, asked: readonly PersonActor[]) {
	const requestId = id<RequestId>();
	const result = await app.change(actor, (scope) =>
		askFeedback(scope, {
			id: requestId,
			artefactId,
			'askedIds[]': asked.map(({ personId }) => personId),
			wantsToKnow: 'Is it clear?'
		})
	);
	return { requestId, result };
}

async function giveAs(actor: Actor, artefactId: ArtefactId, requestId?: RequestId) {
	const feedbackId = id<FeedbackId>();
	const result = await app.change(actor, (scope) =>
		giveFeedback(scope, {
			id: feedbackId,
			artefactId,
			requestId,
			worksWell: 'The order is right.',
			question: null,
			nextStep: 'Say it in pedal turns.',
			level: undefined,
			'outcomeIds[]': []
		})
	);
	return { feedbackId, result };
}

const revision = (artefactId: ArtefactId, from: number, becauseOf?: FeedbackId) => ({
	id: id<RevisionKey>(),
	artefactId,
	revision: from,
	words: 'One turn of the pedals turns the wheel 4.18 times.',
	alt: null,
	link: null,
	dropFiles: false,
	changed: 'I said what it means.',
	becauseOf,
	files: []
});

const notFound = { ok: false, error: { code: 'portfolio.not-found' } };

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
		const { learner, learnerId } = await cast();
		const input = work({ 'outcomeIds[]': [...outcomes], reflection: 'I knew it by feel.' });
		for (let sent = 0; sent < 2; sent += 1) {
			expect(await app.change(learner, (scope) => addWork(scope, input))).toMatchObject({
				ok: true,
				value: { artefactId: input.id, audience: 'teachers-and-family', wished: null }
			});
		}
		const { works } = await app.read(learner, (scope) => listWork(scope, learnerId));
		expect(works).toMatchObject([{ title: input.title, revision: 1, asked: 0, unused: 0 }]);
		const found = await mustSee(learner, learnerId, input.id);
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
		const { learner } = await cast();
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
		const { teacher, family, outsiders } = await cast();
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
			const all = await cast();
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
			const artefactId = await addAs(all.learner, {
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
		const { learner, learnerId, family } = await cast();
		const artefactId = await addAs(learner, { audience: 'everyone-with-me' });
		const limited: PersonActor = {
			...family,
			relations: family.relations.map((one) => ({ ...one, limits: ['contact-only'] }))
		};
		expect(await seen(limited, learnerId, artefactId)).toBeNull();
		const elsewhere = await foundTestCommunity(app);
		expect(await seen({ ...learner, communityId: elsewhere }, learnerId, artefactId)).toBeNull();
	});

	test('a file that hangs on no work is nobody’s to fetch', async () => {
		const { learner } = await cast();
		expect(await app.read(learner, (scope) => findFile(scope, id<FileId>()))).toBeNull();
	});
});

describe('the rung for audiences', () => {
	test('rung 1: what nobody offered waits for a teacher’s yes', async () => {
		const all = await cast(1);
		const artefactId = await addAs(all.learner, { audience: 'everyone-with-me' });
		expect(await mustSee(all.learner, all.learnerId, artefactId)).toMatchObject({
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
		expect((await mustSee(all.mentor, all.learnerId, artefactId)).wishedAudience).toBeNull();
		expect(await app.change(all.teacher, (scope) => answerAudience(scope, answer))).toMatchObject({
			ok: false,
			error: { code: 'portfolio.stale' }
		});
	});

	test('a no needs a reason, which the learner reads, and changes nothing else', async () => {
		const all = await cast(2);
		const artefactId = await addAs(all.learner, { audience: 'teachers' });
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
		expect(await mustSee(all.learner, all.learnerId, artefactId)).toMatchObject({
			audience: 'teachers',
			wishedAudience: null,
			audienceAnswer: { words: 'Ruby is in the photo. Ask her first.', by: 'Hine' }
		});
	});

	test('rung 3: at once; and nobody else changes it', async () => {
		const all = await cast(3);
		const artefactId = await addAs(all.learner, { audience: 'everyone-with-me' });
		for (const actor of [all.teacher, all.family, ...all.outsiders]) {
			expect(
				await app.change(actor, (scope) => changeAudience(scope, { artefactId, audience: 'me' }))
			).toMatchObject(notFound);
		}
		await app.change(all.learner, (scope) => changeAudience(scope, { artefactId, audience: 'me' }));
		expect(await seen(all.teacher, all.learnerId, artefactId)).toBeNull();
	});
});

describe('revisions', () => {
	test('are kept, happen once, and refuse what was written from an old one', async () => {
		const { learner, learnerId, teacher, outsiders } = await cast();
		const artefactId = await addAs(learner);
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
		const { revisions } = await mustSee(learner, learnerId, artefactId);
		expect(revisions.map((one) => [one.revision, one.words, one.changeWords])).toEqual([
			[1, 'Front 46 or 34.', null],
			[2, next.words, 'I said what it means.']
		]);
	});

	test('the new words are what search finds, blind to macrons', async () => {
		const { learner, learnerId } = await cast();
		const artefactId = await addAs(learner, { title: 'Ngā manu o te awa' });
		const find = async (search: string) =>
			(await app.read(learner, (scope) => listWork(scope, learnerId, { search }))).works.length;
		expect([await find('nga MANU'), await find('ngaa'), await find('pedals')]).toEqual([1, 1, 0]);
		await app.change(learner, (scope) => reviseWork(scope, revision(artefactId, 1)));
		expect([await find('pedals'), await find('Front 46')]).toEqual([1, 0]);
	});
});

describe('feedback', () => {
	test('asked, given, used in a revision: each side sees what waits for it', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner, { audience: 'everyone-with-me' });
		const { requestId } = await askAs(all, artefactId, all.mentor, all.teacher);
		const waiting = await app.read(all.mentor, (scope) => listFeedbackWaiting(scope));
		expect(waiting).toMatchObject([{ requestId, artefactId, wantsToKnow: 'Is it clear?' }]);
		expect(await app.read(all.family, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		const { feedbackId, result } = await giveAs(all.mentor, artefactId, requestId);
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
		expect((await mustSee(all.mentor, all.learnerId, artefactId)).feedback).toMatchObject([
			{ response: 'changed', responseRevision: 2, responseWords: 'I said what it means.' }
		]);
		expect(await listToUse()).toEqual({ toUse: [] });
	});

	test('unasked is marked so; somebody else’s question is not mine to answer', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		const { requestId } = await askAs(all, artefactId, all.teacher);
		expect((await giveAs(all.family, artefactId)).result.ok).toBe(true);
		expect((await giveAs(all.family, artefactId, requestId)).result).toMatchObject(notFound);
		const { feedback, requests } = await mustSee(all.learner, all.learnerId, artefactId);
		expect(feedback.map((one) => one.requestId)).toEqual([null]);
		expect(requests.map(({ isAnswered }) => isAnswered)).toEqual([false]);
	});

	test('nobody whom the audience leaves out gives any, nor the learner to themself', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner, { audience: 'teachers' });
		for (const actor of [all.learner, all.family, all.mentor, ...all.outsiders]) {
			expect((await giveAs(actor, artefactId)).result).toMatchObject(notFound);
		}
		expect((await askAs(all, artefactId, all.family)).result).toMatchObject({
			ok: false,
			error: { code: 'portfolio.cannot-ask' }
		});
	});

	test('nobody asks in the learner’s place', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		for (const actor of [all.family, all.mentor, ...all.outsiders])
			expect((await askOf(actor, artefactId, [all.teacher])).result).toMatchObject(notFound);
		expect(await app.read(all.teacher, (scope) => listFeedbackWaiting(scope))).toEqual([]);
	});

	test('a question that was taken back waits for nobody', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		const { requestId } = await askAs(all, artefactId, all.teacher);
		for (const actor of [all.teacher, ...all.outsiders]) {
			expect(
				await app.change(actor, (scope) => withdrawRequest(scope, { requestId }))
			).toMatchObject(notFound);
		}
		await app.change(all.learner, (scope) => withdrawRequest(scope, { requestId }));
		expect(await app.read(all.teacher, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		expect((await giveAs(all.teacher, artefactId, requestId)).result).toMatchObject(notFound);
	});

	test('the learner answers, and only they', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		const { feedbackId } = await giveAs(all.teacher, artefactId);
		const answer = { feedbackId, response: 'talk', words: 'Which one?' } as const;
		for (const actor of [all.teacher, all.family, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => answerFeedback(scope, answer))).toMatchObject(
				notFound
			);
		}
		await app.change(all.learner, (scope) => answerFeedback(scope, answer));
		expect((await mustSee(all.teacher, all.learnerId, artefactId)).feedback).toMatchObject([
			{ response: 'talk', responseWords: 'Which one?' }
		]);
	});

	test('empty feedback is refused', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
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
		const all = await cast(2);
		const artefactId = await addAs(all.learner, { 'outcomeIds[]': outcomes.slice(0, 1) });
		await app.change(all.teacher, (scope) => judgeWork(scope, judgement(artefactId)));
		const events = await app.read(all.learner, (scope) => listEvidence(scope, all.learnerId));
		expect(events).toMatchObject([
			{ kind: 'artefact-judgement', level: 1, place: 'community', outcomeIds: outcomes.slice(0, 1) }
		]);
		const { judgements } = await mustSee(all.family, all.learnerId, artefactId);
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
		const all = await cast();
		const named = await addAs(all.learner, {
			'outcomeIds[]': [...outcomes],
			audience: 'everyone-with-me'
		});
		for (const actor of [all.learner, all.family, all.mentor, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => judgeWork(scope, judgement(named)))).toMatchObject(
				notFound
			);
		}
		const bare = await addAs(all.learner);
		expect(
			await app.change(all.teacher, (scope) => judgeWork(scope, judgement(bare)))
		).toMatchObject({ ok: false, error: { code: 'portfolio.no-outcome' } });
	});
});

describe('reflections and taking away', () => {
	test('a reflection is the learner’s, once', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		const input = { id: id<ReflectionId>(), artefactId, words: 'It took eleven goes.' };
		for (const actor of [all.teacher, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => addReflection(scope, input))).toMatchObject(
				notFound
			);
		}
		for (let sent = 0; sent < 2; sent += 1) {
			await app.change(all.learner, (scope) => addReflection(scope, input));
		}
		const { reflections } = await mustSee(all.teacher, all.learnerId, artefactId);
		expect(reflections.map(({ words }) => words)).toEqual(['It took eleven goes.']);
	});

	test('what is taken away is gone for everyone, waits for nobody, and comes back within thirty days', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		const { requestId } = await askAs(all, artefactId, all.teacher);
		for (const actor of [all.teacher, all.family, ...all.outsiders]) {
			expect(await app.change(actor, (scope) => removeWork(scope, { artefactId }))).toMatchObject(
				notFound
			);
		}
		await app.change(all.learner, (scope) => removeWork(scope, { artefactId }));
		expect(await seen(all.learner, all.learnerId, artefactId)).toBeNull();
		expect(await seen(all.teacher, all.learnerId, artefactId)).toBeNull();
		expect(await app.read(all.teacher, (scope) => listFeedbackWaiting(scope))).toEqual([]);
		expect((await giveAs(all.teacher, artefactId, requestId)).result).toMatchObject(notFound);
		const removed = await app.read(all.learner, (scope) => listRemovedWork(scope, all.learnerId));
		expect(removed.map((one) => one.artefactId)).toEqual([artefactId]);
		expect(await app.read(all.teacher, (scope) => listRemovedWork(scope, all.learnerId))).toEqual(
			[]
		);
		await app.change(all.learner, (scope) => restoreWork(scope, { artefactId }));
		expect(await seen(all.teacher, all.learnerId, artefactId)).not.toBeNull();
	});

	test('after thirty days the system ends it, and nothing else', async () => {
		const all = await cast();
		const gone = await addAs(all.learner, { reflection: 'It took eleven goes.' });
		const kept = await addAs(all.learner);
		await askAs(all, gone, all.teacher);
		await giveAs(all.teacher, gone);
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
		expect(await seen(all.teacher, all.learnerId, kept)).not.toBeNull();
	});

	test('after thirty days it stays away', async () => {
		const all = await cast();
		const artefactId = await addAs(all.learner);
		await app.change(all.learner, (scope) => removeWork(scope, { artefactId }));
		const later = new Date(Date.now() + 31 * 86_400_000);
		const result = await app.change(all.learner, (scope) =>
			restoreWork({ ...scope, now: later }, { artefactId })
		);
		expect(result).toMatchObject(notFound);
	});
});

test('lists go on by key and filter by place', async () => {
	const { learner, learnerId } = await cast();
	const added: ArtefactId[] = [];
	for (const place of ['home', 'school', 'home'] as const) {
		added.push(await addAs(learner, { place }));
	}
	const page = (more: object) => app.read(learner, (scope) => listWork(scope, learnerId, more));
	const first = await page({ limit: 2 });
	expect(first.works).toHaveLength(2);
	expect(first.olderThan).toBe(first.works[1]?.artefactId);
	expect((await page({ limit: 2, before: first.olderThan })).works).toHaveLength(1);
	expect((await page({ place: 'home' })).works).toHaveLength(2);
});
