import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Scope } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { Failure, Result } from '../../platform/result.ts';
import { addStrand, adultActor } from '../evidence/testing.ts';
import { addOpportunities } from '../opportunities/index.ts';
import { latestAlternatives, type AlternativeSetId, type IdeaId } from '../pathways/index.ts';
import {
	achieveGoal,
	addCommitment,
	addStep,
	agreeProposal,
	answerPlannedIdea,
	answerStep,
	askAboutProposal,
	askForAlternatives,
	askToTalk,
	changeGoal,
	counterPropose,
	declineProposal,
	draftPlan,
	findGoal,
	getPlan,
	planOwnIdea,
	proposeGoal,
	removeCommitment,
	removeStep,
	reopenCommitment,
	replyToQuestion,
	restoreCommitment,
	restoreStep,
	setGoalAside,
	takeUpAlternative,
	takeUpGoal,
	tickStep,
	untickStep,
	withdrawProposal,
	type AddStepInput,
	type GoalId,
	type ProposalId,
	type StepId
} from './index.ts';
import { castAt, outsiders, says, testId, type Cast } from './testing.ts';

let app: TestApp;
let others: readonly Actor[];
const turnedAway = { error: { code: expect.stringMatching(/\.not-found$/) } };
type Ask = (scope: Scope) => Promise<Result<unknown, Failure<string>>>;

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	others = await outsiders(app);
});
afterAll(() => app.close());

async function must<T>(actor: Actor, ask: (scope: Scope) => Promise<Result<T, Failure<string>>>) {
	const done = await app.change(actor, ask);
	if (!done.ok) throw new Error(done.error.code);
	return done.value;
}

const newGoal = ({ learnerId }: Cast) => ({
	id: testId<ProposalId>(),
	goalId: testId<GoalId>(),
	learnerId,
	purpose: 'learning' as const,
	sharing: 'individual' as const,
	say: null,
	...says,
	words: 'Compare ratios'
});

const newStep = ({ learnerId }: Cast, goalId?: GoalId): AddStepInput => ({
	id: testId<StepId>(),
	learnerId,
	goalId,
	words: 'Read the gauge',
	where: null,
	dueOn: null
});

/** Everything that waits or is there for a learner at rung 2. */
async function plan(): Promise<Cast & { goalId: GoalId; proposalId: ProposalId }> {
	const both = await castAt(app, 2);
	const goal = newGoal(both);
	await must(both.learner, (scope) => proposeGoal(scope, goal));
	return { ...both, goalId: goal.goalId, proposalId: goal.id };
}

async function seenBy({ learner, learnerId }: Cast, goalId: GoalId): Promise<string> {
	const seen = await app.read(learner, async (scope) => ({
		plan: await getPlan(scope, learnerId),
		goal: await findGoal(scope, learnerId, goalId)
	}));
	return JSON.stringify(seen);
}

test('whoever stands in no relation to the learner is refused by every command, and nothing changes', async () => {
	const both = await plan();
	const { learner, learnerId, goalId, proposalId } = both;
	const { stepId } = await must(learner, (scope) => addStep(scope, newStep(both, goalId)));
	const mine = { id: testId<Parameters<typeof addCommitment>[1]['id']>(), goalId };
	const promise = { ...mine, words: 'Ask Koro', due: null, dueOn: null };
	const { commitmentId } = await must(learner, (scope) => addCommitment(scope, promise));
	const idea = { id: testId<IdeaId>(), learnerId, words: 'Build it', place: null };
	await must(learner, (scope) => planOwnIdea(scope, idea));
	const words = 'No';
	const move = { id: testId<ProposalId>(), goalId, version: 1, say: null };
	const otherWords = { say: null, ...says, words };
	const yes = { answer: 'agree', words: null } as const;
	const asks: readonly Ask[] = [
		(scope) => proposeGoal(scope, newGoal(both)),
		(scope) => agreeProposal(scope, { proposalId, words: null }),
		(scope) => declineProposal(scope, { proposalId, words }),
		(scope) => withdrawProposal(scope, { proposalId }),
		(scope) => counterPropose(scope, { id: testId(), proposalId, ...otherWords }),
		(scope) => askAboutProposal(scope, { id: testId(), proposalId, words }),
		(scope) => replyToQuestion(scope, { id: testId(), proposalId, words }),
		(scope) => askToTalk(scope, { id: testId(), goalId, words }),
		(scope) => changeGoal(scope, { ...move, ...otherWords }),
		(scope) => achieveGoal(scope, move),
		(scope) => takeUpGoal(scope, move),
		(scope) => setGoalAside(scope, move),
		(scope) => addStep(scope, newStep(both)),
		(scope) => answerStep(scope, { stepId, ...yes }),
		(scope) => tickStep(scope, { stepId }),
		(scope) => untickStep(scope, { stepId }),
		(scope) => removeStep(scope, { stepId }),
		(scope) => restoreStep(scope, { stepId }),
		(scope) => addCommitment(scope, { ...promise, id: testId() }),
		(scope) => reopenCommitment(scope, { commitmentId }),
		(scope) => removeCommitment(scope, { commitmentId }),
		(scope) => restoreCommitment(scope, { commitmentId }),
		(scope) => planOwnIdea(scope, { ...idea, id: testId() }),
		(scope) => answerPlannedIdea(scope, { ideaId: idea.id, ...yes }),
		(scope) => draftPlan(scope, { learnerId }),
		(scope) => askForAlternatives(scope, { id: testId(), learnerId })
	];
	const before = await seenBy(both, goalId);
	for (const actor of others) {
		for (const ask of asks)
			expect(await app.change(actor, ask), String(ask)).toMatchObject(turnedAway);
	}
	expect(await seenBy(both, goalId)).toBe(before);
	expect(before).toContain('Ask Koro');
});

test('a step is put to the goal of the same learner, or to none', async () => {
	const both = await plan();
	const elsewhere = await plan();
	const step = newStep(both, elsewhere.goalId);
	expect(await app.change(both.learner, (scope) => addStep(scope, step))).toMatchObject(turnedAway);
});

describe('picking from what was offered', () => {
	const setId = testId<AlternativeSetId>();
	let both: Cast;
	let mentor: PersonActor;

	beforeAll(async () => {
		both = await castAt(app, 4);
		mentor = adultActor(app.communityId, 'mentors', both.learnerId);
		await app.changeAll(app.communityId, 'a test', async (scope) => {
			const { outcomeIds } = await addStrand(scope, 'Fractions', ['share', 'compare']);
			return addOpportunities(scope, {
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
		});
		const { learnerId } = both;
		await must(both.learner, (scope) => askForAlternatives(scope, { id: setId, learnerId }));
	});

	const shown = async () => {
		const { learner, learnerId } = both;
		const set = await app.read(learner, (scope) => latestAlternatives(scope, learnerId));
		const [first] = set?.alternatives ?? [];
		if (!first) throw new Error('the bank has something for this learner');
		return first;
	};
	const take = (actor: Actor, opportunityId: Awaited<ReturnType<typeof shown>>['opportunityId']) =>
		app.change(actor, (scope) =>
			takeUpAlternative(scope, { id: testId<StepId>(), setId, opportunityId })
		);

	test('nobody without a relation to the learner can, and neither can a mentor', async () => {
		const { opportunityId } = await shown();
		for (const actor of [...others, mentor])
			expect(await take(actor, opportunityId)).toMatchObject(turnedAway);
		expect((await shown()).answer).toBeNull();
	});

	test('what was not in the set is not found; what was becomes one step, however often', async () => {
		const { opportunityId } = await shown();
		expect(await take(both.learner, testId())).toMatchObject(turnedAway);
		const once = await take(both.learner, opportunityId);
		expect(once).toMatchObject({ ok: true, value: { waitsFor: null } });
		expect(await take(both.learner, opportunityId)).toEqual(once);
		expect((await shown()).answer).toBe('picked');
	});
});
