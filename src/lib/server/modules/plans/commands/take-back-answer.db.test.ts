import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, PersonActor } from '../../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type PersonId, type Uuid } from '../../../platform/ids.ts';
import { placeRungs } from '../../agency/index.ts';
import { addLearners, adultActor, learnerActor, strangerActor } from '../../evidence/testing.ts';
import { listIdeasWaiting, type IdeaId } from '../../pathways/index.ts';
import {
	addStep,
	agreeProposal,
	answerPlannedIdea,
	answerStep,
	counterPropose,
	declineProposal,
	findGoal,
	findToday,
	lastAnswer,
	listProposalsWaiting,
	planOwnIdea,
	proposeGoal,
	takeBackAnswer,
	takeBackPlannedIdea,
	takeBackStepAnswer,
	tickStep,
	type GoalId,
	type ProposalId,
	type StepId
} from '../index.ts';

let app: TestApp;
const id = <Id extends Uuid>(): Id => newUuid<Id>(new Date());
const says = { why: null, successCriteria: null, supports: null, reviewOn: null };

interface Waiting {
	readonly learnerId: PersonId;
	readonly learner: PersonActor;
	readonly teacher: PersonActor;
	readonly goalId: GoalId;
	readonly proposalId: ProposalId;
}

/** A goal that a learner at rung 2 put forward, waiting for their teacher. */
async function waiting(): Promise<Waiting> {
	const [learnerId = id<PersonId>(), teacherId = id<PersonId>()] = await app.changeAll(
		app.communityId,
		'a test',
		(scope) => addLearners(scope, ['Aroha', 'Hine'])
	);
	await app.changeAll(app.communityId, 'a test', (scope) =>
		placeRungs(scope, [
			{ learnerId, kind: 'goal', rung: 2, since: scope.now, why: 'agreed', agreedBy: [] },
			{ learnerId, kind: 'activity', rung: 2, since: scope.now, why: 'agreed', agreedBy: [] }
		])
	);
	const learner = learnerActor(app.communityId, learnerId);
	const teacher = { ...adultActor(app.communityId, 'teaches', learnerId), personId: teacherId };
	const goalId = id<GoalId>();
	const proposalId = id<ProposalId>();
	await app.change(learner, (scope) =>
		proposeGoal(scope, {
			id: proposalId,
			goalId,
			learnerId,
			purpose: 'learning',
			sharing: 'individual',
			say: null,
			...says,
			'outcomeIds[]': [],
			words: 'Compare ratios'
		})
	);
	return { learnerId, learner, teacher, goalId, proposalId };
}

const takeBack = (actor: Actor, proposalId: ProposalId) =>
	app.change(actor, (scope) => takeBackAnswer(scope, { proposalId }));
const agree = (actor: Actor, proposalId: ProposalId) =>
	app.change(actor, (scope) => agreeProposal(scope, { proposalId, words: null }));
const goalOf = async ({ learner, learnerId, goalId }: Waiting) =>
	(await app.read(learner, (scope) => findGoal(scope, learnerId, goalId)))?.goal;
const waitsFor = async (actor: Actor) =>
	(await app.read(actor, (scope) => listProposalsWaiting(scope))).map((one) => one.id);

beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

test('a yes taken back waits again, keeps every version, and can be given again', async () => {
	const one = await waiting();
	await agree(one.teacher, one.proposalId);
	const last = await app.read(one.teacher, (scope) => lastAnswer(scope));
	expect(last).toMatchObject({
		proposalId: one.proposalId,
		learnerName: 'Aroha',
		answer: 'agreed'
	});
	expect((await takeBack(one.teacher, one.proposalId)).ok).toBe(true);
	expect((await takeBack(one.teacher, one.proposalId)).ok).toBe(true);
	expect(await waitsFor(one.teacher)).toEqual([one.proposalId]);
	expect(await app.read(one.teacher, (scope) => lastAnswer(scope))).toBeNull();
	expect(await goalOf(one)).toMatchObject({ state: 'proposed', version: 3 });
	await agree(one.teacher, one.proposalId);
	const goal = await goalOf(one);
	expect(goal).toMatchObject({ state: 'agreed', version: 4 });
	expect(goal?.versions.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
});

test('a no and a counter-proposal go back too', async () => {
	const one = await waiting();
	await app.change(one.teacher, (scope) =>
		declineProposal(scope, { proposalId: one.proposalId, words: 'Not now' })
	);
	expect((await goalOf(one))?.state).toBe('set-aside');
	expect((await takeBack(one.teacher, one.proposalId)).ok).toBe(true);
	expect((await goalOf(one))?.state).toBe('proposed');
	const counterId = id<ProposalId>();
	await app.change(one.teacher, (scope) =>
		counterPropose(scope, {
			id: counterId,
			proposalId: one.proposalId,
			say: null,
			...says,
			'outcomeIds[]': [],
			words: 'Compare ratios in recipes'
		})
	);
	expect(await waitsFor(one.teacher)).toEqual([]);
	expect((await takeBack(one.teacher, one.proposalId)).ok).toBe(true);
	expect(await waitsFor(one.teacher)).toEqual([one.proposalId]);
	expect((await goalOf(one))?.fields.words).toBe('Compare ratios');
});

test('only whoever answered, and only while nobody built on it', async () => {
	const one = await waiting();
	await agree(one.teacher, one.proposalId);
	const notFound = { ok: false, error: { code: 'plans.not-found' } };
	const colleague = adultActor(app.communityId, 'teaches', one.learnerId);
	const family = adultActor(app.communityId, 'family-of', one.learnerId);
	for (const actor of [one.learner, colleague, family, strangerActor(app.communityId)])
		expect(await takeBack(actor, one.proposalId)).toEqual(notFound);
	const other = await waiting();
	expect(await takeBack(other.teacher, one.proposalId)).toEqual(notFound);
	expect(await takeBack(one.teacher, id<ProposalId>())).toEqual(notFound);
	const counterId = id<ProposalId>();
	await app.change(other.teacher, (scope) =>
		counterPropose(scope, {
			id: counterId,
			proposalId: other.proposalId,
			say: null,
			...says,
			'outcomeIds[]': [],
			words: 'Something else'
		})
	);
	await agree(other.learner, counterId);
	expect(await takeBack(other.teacher, other.proposalId)).toEqual({
		ok: false,
		error: { code: 'plans.stale' }
	});
});

const stepsOf = async ({ learner, learnerId }: Waiting) =>
	(await app.read(learner, (scope) => findToday(scope, learnerId))).steps.map(({ words }) => words);

test('a yes to a step goes back, by whoever gave it, until the step is done', async () => {
	const one = await waiting();
	const stepId = id<StepId>();
	await app.change(one.learner, (scope) =>
		addStep(scope, {
			id: stepId,
			learnerId: one.learnerId,
			words: 'Ask Koro',
			where: null,
			dueOn: null
		})
	);
	const takeStepBack = (actor: Actor) =>
		app.change(actor, (scope) => takeBackStepAnswer(scope, { stepId }));
	const yes = () =>
		app.change(one.teacher, (scope) => answerStep(scope, { stepId, answer: 'agree', words: null }));
	await yes();
	expect(await stepsOf(one)).toEqual(['Ask Koro']);
	const notFound = { ok: false, error: { code: 'plans.not-found' } };
	const colleague = adultActor(app.communityId, 'teaches', one.learnerId);
	for (const actor of [one.learner, colleague, strangerActor(app.communityId)])
		expect(await takeStepBack(actor)).toEqual(notFound);
	for (const _ of ['once', 'twice']) expect((await takeStepBack(one.teacher)).ok).toBe(true);
	expect(await stepsOf(one)).toEqual([]);
	expect(await waitsFor(one.teacher)).toContain(stepId);
	await yes();
	await app.change(one.learner, (scope) => tickStep(scope, { stepId }));
	expect(await takeStepBack(one.teacher)).toMatchObject({ error: { code: 'plans.stale' } });
});

test('a yes to an idea goes back with its step, and comes again with it', async () => {
	const one = await waiting();
	const ideaId = id<IdeaId>();
	await app.change(one.learner, (scope) =>
		planOwnIdea(scope, { id: ideaId, learnerId: one.learnerId, words: 'Build it', place: null })
	);
	const yes = () =>
		app.change(one.teacher, (scope) =>
			answerPlannedIdea(scope, { ideaId, answer: 'agree', words: null })
		);
	const takeIdeaBack = (actor: Actor) =>
		app.change(actor, (scope) => takeBackPlannedIdea(scope, { ideaId }));
	await yes();
	expect(await stepsOf(one)).toEqual(['Build it']);
	const notFound = { ok: false, error: { code: 'pathways.not-found' } };
	const colleague = adultActor(app.communityId, 'teaches', one.learnerId);
	for (const actor of [one.learner, colleague, strangerActor(app.communityId)])
		expect(await takeIdeaBack(actor)).toEqual(notFound);
	expect((await takeIdeaBack(one.teacher)).ok).toBe(true);
	expect(await stepsOf(one)).toEqual([]);
	const ideas = await app.read(one.teacher, (scope) => listIdeasWaiting(scope));
	expect(ideas.map((idea) => idea.ideaId)).toEqual([ideaId]);
	await yes();
	expect(await stepsOf(one)).toEqual(['Build it']);
});
