import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Scope } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type Uuid } from '../../platform/ids.ts';
import type { Failure, Result } from '../../platform/result.ts';
import { placeRungs } from '../agency/index.ts';
import {
	addLearners,
	addStrand,
	adultActor,
	learnerActor,
	strangerActor
} from '../evidence/testing.ts';
import { addOpportunities } from '../opportunities/index.ts';
import {
	answerOwnIdea,
	declineAlternative,
	latestAlternatives,
	listIdeas,
	listTooFew,
	offerAlternatives,
	pickAlternative,
	proposeOwnIdea,
	reconsiderAlternative,
	takeBackIdeaAnswer,
	type AlternativeSetId,
	type IdeaId
} from './index.ts';

let app: TestApp;
let learnerId: PersonId;
let learner: PersonActor;
let others: readonly Actor[];
const setId = newUuid<AlternativeSetId>(new Date());
const ideaId = newUuid<IdeaId>(new Date());
const id = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

type Ask = (scope: Scope) => Promise<Result<unknown, Failure<string>>>;
const as = (actor: Actor, ask: Ask) => app.change(actor, ask);

const offer: Ask = (scope) =>
	offerAlternatives(scope, { id: setId, learnerId, wish: { kind: 'surprise' } });
const idea: Ask = (scope) =>
	proposeOwnIdea(scope, { id: ideaId, learnerId, words: 'Ask Koro', place: null });

async function firstShown() {
	const found = await app.read(learner, (scope) => latestAlternatives(scope, learnerId));
	const [first] = found?.alternatives ?? [];
	if (!first) throw new Error('the bank has something for this learner');
	return first;
}

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	const made = await app.changeAll(app.communityId, 'a test', async (scope) => {
		const { outcomeIds } = await addStrand(scope, 'Fractions', ['share', 'compare']);
		const added = await addOpportunities(scope, {
			source: 'community',
			opportunities: (['home', 'school', 'community'] as const).map((place, n) => ({
				sourceId: place,
				kind: 'task' as const,
				title: `Share at ${place}`,
				about: 'Share something fairly.',
				place,
				mode: (['make', 'talk', 'do'] as const)[n] ?? 'do',
				company: 'alone' as const,
				provenance: 'a test',
				builds: outcomeIds.slice(0, 1)
			}))
		});
		expect(added.ok).toBe(true);
		return addLearners(scope, ['Aroha', 'Hine']);
	});
	const [one = id<PersonId>(), two = id<PersonId>()] = made;
	learnerId = one;
	learner = learnerActor(app.communityId, one);
	await app.changeAll(app.communityId, 'a test', (scope) =>
		placeRungs(scope, [
			{ learnerId, kind: 'activity', rung: 2, since: scope.now, why: 'we agreed', agreedBy: [] }
		])
	);
	others = [
		learnerActor(app.communityId, two),
		adultActor(app.communityId, 'teaches', two),
		adultActor(app.communityId, 'family-of', two),
		strangerActor(app.communityId)
	];
});
afterAll(() => app.close());

test('a learner asks, says no, thinks again, picks; nobody without a relationship can, or learns that it is there', async () => {
	for (const other of others)
		expect(await as(other, offer)).toMatchObject({ error: { code: 'pathways.not-found' } });
	expect(await as(learner, offer)).toMatchObject({ ok: true });

	const { opportunityId } = await firstShown();
	const decline: Ask = (scope) =>
		declineAlternative(scope, { setId, opportunityId, reason: 'too-easy', words: null });
	const reconsider: Ask = (scope) => reconsiderAlternative(scope, { setId, opportunityId });
	const pick: Ask = (scope) => pickAlternative(scope, { setId, opportunityId });
	// Saying no is the learner's own: their teacher cannot do it for them either.
	const teacher = adultActor(app.communityId, 'teaches', learnerId);
	for (const ask of [decline, reconsider, pick])
		for (const other of others)
			expect(await as(other, ask)).toMatchObject({ error: { code: 'pathways.not-found' } });
	for (const ask of [decline, reconsider])
		expect(await as(teacher, ask)).toMatchObject({ error: { code: 'pathways.not-found' } });
	expect((await firstShown()).answer).toBeNull();

	expect(await as(learner, decline)).toMatchObject({ ok: true });
	expect((await firstShown()).answer).toBe('declined');
	expect(await as(learner, reconsider)).toMatchObject({ ok: true });
	expect((await firstShown()).answer).toBeNull();
	expect(await as(learner, pick)).toMatchObject({ ok: true });
	expect((await firstShown()).answer).toBe('picked');
	expect(await as(learner, decline)).toMatchObject({ error: { code: 'pathways.already-picked' } });
});

test('an own idea is the learner’s to have and an adult’s of theirs to answer', async () => {
	const teacher = adultActor(app.communityId, 'teaches', learnerId);
	for (const other of [...others, teacher])
		expect(await as(other, idea)).toMatchObject({ error: { code: 'pathways.not-found' } });
	expect(await as(learner, idea)).toMatchObject({ ok: true });

	const answer: Ask = (scope) => answerOwnIdea(scope, { ideaId, answer: 'agree', words: null });
	const takeBack: Ask = (scope) => takeBackIdeaAnswer(scope, { ideaId });
	for (const ask of [answer, takeBack])
		for (const other of [...others, learner])
			expect(await as(other, ask)).toMatchObject({ error: { code: 'pathways.not-found' } });
	const state = async () =>
		(await app.read(learner, (scope) => listIdeas(scope, learnerId))).map((one) => one.state);
	expect(await state()).toEqual(['proposed']);
	expect(await as(teacher, answer)).toMatchObject({ ok: true });
	expect(await state()).toEqual(['agreed']);
});

test('who found too little to choose from is shown to their own adults, until a newer set has enough', async () => {
	const named = others[0]?.kind === 'person' ? others[0].personId : learnerId;
	const theirs = learnerActor(app.communityId, named);
	const teacher = adultActor(app.communityId, 'teaches', named);
	// At a strand nobody made anything for.
	const { strandId } = await app.changeAll(app.communityId, 'a test', (scope) =>
		addStrand(scope, 'Singing', ['hum'])
	);
	const ask = (wish: { kind: 'strand'; strandId: typeof strandId } | { kind: 'surprise' }) =>
		as(theirs, (scope) =>
			offerAlternatives(scope, { id: id<AlternativeSetId>(), learnerId: named, wish })
		);
	expect(await ask({ kind: 'strand', strandId })).toMatchObject({ ok: true });
	expect(await app.read(teacher, listTooFew)).toMatchObject([{ learnerId: named, fitting: 0 }]);
	const unrelated = [
		strangerActor(app.communityId),
		adultActor(app.communityId, 'teaches', learnerId)
	];
	for (const other of unrelated) expect(await app.read(other, listTooFew)).toEqual([]);

	expect(await ask({ kind: 'surprise' })).toMatchObject({ ok: true });
	expect(await app.read(teacher, listTooFew)).toEqual([]);
});
