import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, PersonActor } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type Uuid } from '../../platform/ids.ts';
import { placeRungs, type Rung } from '../agency/index.ts';
import { addLearners, adultActor, learnerActor, strangerActor } from '../evidence/testing.ts';
import {
	addCommitment,
	agreeProposal,
	askAboutProposal,
	findFamilyHome,
	findToday,
	goalSubjects,
	proposalSubjects,
	proposeGoal,
	type CommitmentId,
	type GoalId,
	type ProposalId,
	type TurnId
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

const id = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

interface Cast {
	readonly learner: PersonActor;
	readonly mother: PersonActor;
	readonly mentor: PersonActor;
	readonly aunt: PersonActor;
	readonly learnerId: PersonId;
}

async function cast(rung: Rung = 2): Promise<Cast> {
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const names = ['Aroha', 'Mother', 'Mentor', 'Aunt'];
		const [learnerId = id<PersonId>(), ...adults] = await addLearners(scope, names);
		const common = { since: scope.now, why: 'we agreed', agreedBy: [] };
		await placeRungs(scope, [{ ...common, learnerId, kind: 'goal', rung }]);
		const adult = (index: number, kind: 'family-of' | 'mentors'): PersonActor => ({
			...adultActor(app.communityId, kind, learnerId),
			personId: adults[index] ?? id<PersonId>()
		});
		return {
			learnerId,
			learner: learnerActor(app.communityId, learnerId),
			mother: adult(0, 'family-of'),
			mentor: adult(1, 'mentors'),
			aunt: {
				...adult(2, 'family-of'),
				relations: [{ kind: 'family-of', learnerId, limits: ['contact-only'] }]
			}
		};
	});
}

async function propose(actor: Actor, learnerId: PersonId) {
	const goalId = id<GoalId>();
	const proposalId = id<ProposalId>();
	const result = await app.change(actor, (scope) =>
		proposeGoal(scope, {
			id: proposalId,
			goalId,
			learnerId,
			purpose: 'learning',
			sharing: 'individual',
			say: 'please',
			words: 'Feed the worms',
			why: null,
			successCriteria: null,
			supports: null,
			reviewOn: null,
			'outcomeIds[]': []
		})
	);
	expect(result).toMatchObject({ ok: true });
	return { goalId, proposalId };
}
const replies = async (actor: Actor, learnerId: PersonId) =>
	(await app.read(actor, (scope) => findToday(scope, learnerId))).replies;

describe('what comes back to a learner about goals', () => {
	test('a proposal and a question wait, an answer is told', async () => {
		const { learner, mother, learnerId } = await cast();
		const asked = await propose(learner, learnerId);
		expect(await replies(learner, learnerId)).toEqual([]);
		const question = { id: id<TurnId>(), proposalId: asked.proposalId, words: 'Every day?' };
		await app.change(mother, (scope) => askAboutProposal(scope, question));
		await propose(mother, learnerId);
		const agreed = await propose(learner, learnerId);
		await app.change(mother, (scope) =>
			agreeProposal(scope, { proposalId: agreed.proposalId, words: 'Yes!' })
		);
		const found = await replies(learner, learnerId);
		expect(new Set(found.slice(0, 2).map(({ what }) => what))).toEqual(
			new Set(['proposal', 'question'])
		);
		expect(found.find(({ what }) => what === 'question')).toMatchObject({
			name: 'Mother',
			words: 'Every day?'
		});
		expect(found[2]).toMatchObject({ what: 'agreed', name: 'Mother', words: 'Yes!' });
		expect(await replies(strangerActor(app.communityId), learnerId)).toEqual([]);
	});
});

describe('what a family sees first', () => {
	test('goals with what waits and who promised; nothing for whoever may only write', async () => {
		const { learner, mother, aunt, mentor, learnerId } = await cast();
		const { goalId } = await propose(learner, learnerId);
		const home = (actor: Actor) => app.read(actor, (scope) => findFamilyHome(scope, learnerId));
		const { goals } = await home(mother);
		expect(goals.map((goal) => goal.goalId)).toEqual([goalId]);
		expect(goals[0]?.createdAt).toBeInstanceOf(Date);
		expect(goals[0]?.proposals).toMatchObject([{ state: 'open', side: 'learner' }]);
		for (const actor of [aunt, mentor, strangerActor(app.communityId)]) {
			expect(await home(actor)).toEqual({ goals: [], together: [] });
		}
	});
});

describe('goals as something to talk about', () => {
	test('open to who reads the plan, and to a mentor who promised something', async () => {
		const { learner, mother, aunt, mentor, learnerId } = await cast(4);
		const { goalId, proposalId } = await propose(learner, learnerId);
		const seen = async (actor: Actor) => [
			(await app.read(actor, (scope) => goalSubjects(scope, [goalId, id()]))).size,
			(await app.read(actor, (scope) => proposalSubjects(scope, [proposalId, id()]))).size
		];
		for (const actor of [learner, mother]) expect(await seen(actor)).toEqual([1, 1]);
		const system: Actor = { kind: 'system', communityId: app.communityId, reason: 'a test' };
		for (const actor of [mentor, aunt, strangerActor(app.communityId), system]) {
			expect(await seen(actor)).toEqual([0, 0]);
		}
		const promise = { id: id<CommitmentId>(), goalId, words: 'I sit by', due: null, dueOn: null };
		await app.change(mentor, (scope) => addCommitment(scope, promise));
		expect(await seen(mentor)).toEqual([1, 1]);
		const subject = await app.read(mother, (scope) => goalSubjects(scope, [goalId]));
		expect(subject.get(goalId)).toMatchObject({
			title: 'Feed the worms',
			alsoOpenTo: [mentor.personId]
		});
	});
});
