import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor } from '../../platform/access/index.ts';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { Rung } from '../agency/index.ts';
import { addStrand, strangerActor } from '../evidence/testing.ts';
import { latestAlternatives, type AlternativeSetId } from '../pathways/index.ts';
import {
	addCommitment,
	addStep,
	agreeProposal,
	askAboutProposal,
	askForAlternatives,
	askToTalk,
	changeGoal,
	counterPropose,
	draftPlan,
	findGoal,
	findToday,
	getPlan,
	keepCommitment,
	listProposalsWaiting,
	planOwnIdea,
	planStatesOf,
	proposeGoal,
	replyToQuestion,
	setGoalAside,
	tickStep,
	untickStep,
	waitingOf,
	type GoalId,
	type ProposalId
} from './index.ts';
import { castAt, says, testId, type Cast } from './testing.ts';

let app: TestApp;
let outcomes: readonly OutcomeId[];
const id = testId;
const cast = (rung: Rung) => castAt(app, rung);

async function proposeAs(actor: Actor, learnerId: PersonId, words = 'Compare ratios') {
	const goalId = id<GoalId>();
	const proposalId = id<ProposalId>();
	const result = await app.change(actor, (scope) =>
		proposeGoal(scope, {
			id: proposalId,
			goalId,
			learnerId,
			purpose: 'learning',
			sharing: 'individual',
			say: 'because it opens much',
			...says,
			words
		})
	);
	return { goalId, proposalId, result };
}

const goalOf = async ({ learner, learnerId }: Cast, goalId: GoalId) => {
	const found = await app.read(learner, (scope) => findGoal(scope, learnerId, goalId));
	if (!found) throw new Error('the goal is not there');
	return found.goal;
};

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	outcomes = (
		await app.changeAll(app.communityId, 'a test', (scope) =>
			addStrand(scope, 'Fractions', ['share', 'compare', 'add'])
		)
	).outcomeIds;
});
afterAll(() => app.close());

describe('a goal is negotiated as the rung says', () => {
	test('rung 2: it waits for the other side, and both are named in the agreement', async () => {
		const both = await cast(2);
		const { goalId, proposalId, result } = await proposeAs(both.learner, both.learnerId);
		expect(result).toMatchObject({ ok: true, value: { isInForce: false } });
		const waiting = await app.read(both.teacher, (scope) => listProposalsWaiting(scope));
		expect(waiting.map((one) => one.id)).toEqual([proposalId]);
		const own = await app.change(both.learner, (scope) =>
			agreeProposal(scope, { proposalId, words: null })
		);
		expect(own).toMatchObject({ ok: false, error: { code: 'plans.not-your-turn' } });
		await app.change(both.teacher, (scope) => agreeProposal(scope, { proposalId, words: null }));
		const goal = await goalOf(both, goalId);
		expect(goal.state).toBe('agreed');
		expect(goal.agreements.map(({ name, side }) => [name, side]).sort()).toEqual([
			['Aroha', 'learner'],
			['Hine', 'adult']
		]);
		const log = await app.read(both.learner, (scope) =>
			listDecisionsAbout(scope, both.learnerId, { objectId: goalId })
		);
		expect(log[0]).toMatchObject({
			action: 'plans.agree-proposal',
			kind: 'goal',
			decided: 'together',
			rung: 2
		});
	});

	test('rung 0: an adult’s goal is in force at once; a learner’s waits', async () => {
		const both = await cast(0);
		const adult = await proposeAs(both.teacher, both.learnerId);
		expect(adult.result).toMatchObject({ ok: true, value: { isInForce: true } });
		const learner = await proposeAs(both.learner, both.learnerId, 'My own');
		expect(learner.result).toMatchObject({ ok: true, value: { isInForce: false } });
	});

	test('rung 1: a learner picks only where two are on offer', async () => {
		const both = await cast(1);
		const one = await proposeAs(both.teacher, both.learnerId, 'One');
		const pick = () =>
			app.change(both.learner, (scope) =>
				agreeProposal(scope, { proposalId: one.proposalId, words: null })
			);
		expect(await pick()).toMatchObject({ ok: false, error: { code: 'plans.needs-two-offers' } });
		await proposeAs(both.teacher, both.learnerId, 'Two');
		expect(await pick()).toMatchObject({ ok: true, value: { isInForce: true } });
	});

	test('rung 3: in force at once; an adult who asks to talk makes it rung 2', async () => {
		const both = await cast(3);
		const { goalId, proposalId, result } = await proposeAs(both.learner, both.learnerId);
		expect(result).toMatchObject({ ok: true, value: { isInForce: true } });
		await app.change(both.teacher, (scope) =>
			askToTalk(scope, { id: id(), goalId, words: 'Is it too much?' })
		);
		expect((await goalOf(both, goalId)).state).toBe('in-discussion');
		await app.change(both.learner, (scope) =>
			replyToQuestion(scope, { id: id(), proposalId, words: 'I have time' })
		);
		await app.change(both.teacher, (scope) => agreeProposal(scope, { proposalId, words: null }));
		expect((await goalOf(both, goalId)).state).toBe('agreed');
	});

	test('question, reply, other words: the last words agreed are in force, every version is kept', async () => {
		const both = await cast(2);
		const { goalId, proposalId } = await proposeAs(both.learner, both.learnerId);
		await app.change(both.teacher, (scope) =>
			askAboutProposal(scope, { id: id(), proposalId, words: 'By when?' })
		);
		await app.change(both.learner, (scope) =>
			replyToQuestion(scope, { id: id(), proposalId, words: 'Soon' })
		);
		const other = id<ProposalId>();
		await app.change(both.teacher, (scope) =>
			counterPropose(scope, { id: other, proposalId, say: null, ...says, words: 'By June' })
		);
		expect(waitingOf(await goalOf(both, goalId))?.turn).toBe('learner');
		await app.change(both.learner, (scope) =>
			agreeProposal(scope, { proposalId: other, words: null })
		);
		const goal = await goalOf(both, goalId);
		expect(goal.fields.words).toBe('By June');
		expect(goal.versions.map(({ fields }) => fields.words)).toEqual(['Compare ratios', 'By June']);
	});

	test('two at once: the second sees that something waits, and a stale version overwrites nothing', async () => {
		const both = await cast(4);
		const { goalId } = await proposeAs(both.learner, both.learnerId);
		const change = (words: string, version: number) =>
			app.change(both.learner, (scope) =>
				changeGoal(scope, { id: id(), goalId, version, say: null, ...says, words })
			);
		expect(await change('first', 2)).toMatchObject({ ok: true });
		expect(await change('second', 2)).toMatchObject({ ok: false, error: { code: 'plans.stale' } });
		expect((await goalOf(both, goalId)).fields.words).toBe('first');
	});

	test('a repeated request changes nothing', async () => {
		const both = await cast(4);
		const { goalId } = await proposeAs(both.learner, both.learnerId);
		const aside = { id: id<ProposalId>(), goalId, version: 2, say: null };
		await app.change(both.learner, (scope) => setGoalAside(scope, aside));
		expect(await app.change(both.learner, (scope) => setGoalAside(scope, aside))).toMatchObject({
			ok: true,
			value: { isInForce: false }
		});
		expect((await goalOf(both, goalId)).version).toBe(3);
	});
});

describe('steps and promises', () => {
	test('a step waits below rung 3, and starts the goal when it is done', async () => {
		const both = await cast(4);
		const { goalId } = await proposeAs(both.learner, both.learnerId);
		const stepId = await app.change(both.learner, (scope) =>
			addStep(scope, {
				id: id(),
				learnerId: both.learnerId,
				goalId,
				words: 'Read the gauge',
				where: null,
				dueOn: null
			})
		);
		if (!stepId.ok) throw new Error(stepId.error.code);
		await app.change(both.learner, (scope) => tickStep(scope, stepId.value));
		expect((await goalOf(both, goalId)).state).toBe('active');
		await app.change(both.learner, (scope) => untickStep(scope, stepId.value));
		const next = await app.read(both.learner, (scope) => findToday(scope, both.learnerId));
		expect(next.steps.map(({ words }) => words)).toEqual(['Read the gauge']);
	});

	test('each promises for themself, and only they keep it', async () => {
		const both = await cast(2);
		const { goalId } = await proposeAs(both.learner, both.learnerId);
		const commitmentId = id<Parameters<typeof keepCommitment>[1]['commitmentId']>();
		await app.change(both.teacher, (scope) =>
			addCommitment(scope, {
				id: commitmentId,
				goalId,
				words: 'A workshop',
				due: null,
				dueOn: null
			})
		);
		expect(
			await app.change(both.learner, (scope) => keepCommitment(scope, { commitmentId }))
		).toMatchObject({ ok: false, error: { code: 'plans.not-found' } });
		expect(
			await app.change(both.teacher, (scope) => keepCommitment(scope, { commitmentId }))
		).toMatchObject({ ok: true });
	});
});

describe('may not', () => {
	test('a stranger, another learner and the system neither see nor touch a goal', async () => {
		const both = await cast(2);
		const other = await cast(2);
		const { goalId, proposalId } = await proposeAs(both.learner, both.learnerId);
		const actors: readonly Actor[] = [
			strangerActor(app.communityId),
			other.learner,
			other.teacher,
			{ kind: 'system', communityId: app.communityId, reason: 'a test' }
		];
		for (const actor of actors) {
			expect(
				await app.change(actor, (scope) => agreeProposal(scope, { proposalId, words: null }))
			).toMatchObject({ ok: false, error: { code: 'plans.not-found' } });
			expect((await proposeAs(actor, both.learnerId)).result).toMatchObject({ ok: false });
			if (actor.kind === 'system') continue;
			expect(await app.read(actor, (s) => findGoal(s, both.learnerId, goalId))).toBeNull();
			expect((await app.read(actor, (s) => getPlan(s, both.learnerId))).goals).toEqual([]);
			expect((await app.read(actor, (s) => planStatesOf(s, [both.learnerId]))).size).toBe(0);
		}
		expect((await goalOf(both, goalId)).state).toBe('proposed');
	});
});

describe('drafts and alternatives', () => {
	test('the system drafts, nothing in a draft has started, and it can be thrown away', async () => {
		const both = await cast(2);
		const drafted = await app.changeAll(app.communityId, 'a test', (scope) =>
			draftPlan(scope, { learnerId: both.learnerId })
		);
		expect(drafted).toMatchObject({ ok: true });
		const { goals } = await app.read(both.learner, (scope) => getPlan(scope, both.learnerId));
		expect(goals.length).toBeGreaterThan(0);
		for (const goal of goals) {
			expect(goal.state).toBe('drafted');
			expect(goal.sources?.length).toBeGreaterThan(1);
			expect(goal.fields.words).not.toBe('');
		}
	});

	test('where nothing is on offer the set is kept and says so; an own idea becomes a step by its rung', async () => {
		const both = await cast(4);
		const setId = id<AlternativeSetId>();
		const offered = await app.change(both.learner, (scope) =>
			askForAlternatives(scope, { id: setId, learnerId: both.learnerId, outcomeId: outcomes[0] })
		);
		expect(offered).toMatchObject({ ok: true, value: { shown: 0, tooFew: true } });
		const set = await app.read(both.learner, (s) => latestAlternatives(s, both.learnerId));
		expect(set?.setId).toBe(setId);
		await app.change(both.learner, (scope) =>
			planOwnIdea(scope, {
				id: id(),
				learnerId: both.learnerId,
				words: 'Ask Koro',
				place: null
			})
		);
		const next = await app.read(both.learner, (scope) => findToday(scope, both.learnerId));
		expect(next.steps.map(({ words }) => words)).toEqual(['Ask Koro']);
	});
});
