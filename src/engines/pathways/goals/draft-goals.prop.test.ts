import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LearningState } from '../learner.ts';
import { aBelief, chance } from '../testing.ts';
import { draftGoals } from './draft-goals.ts';
import type { DraftGoalsInput, GoalDraft, ProfileItem } from './goal-draft.ts';

const outcomes = Array.from({ length: 9 }, (_, at) => ({
	id: `o${at}`,
	strandId: at < 5 ? 'number' : 'writing'
}));
const graph = {
	outcomes,
	precedes: outcomes.slice(2).map(({ id }, at) => ({ from: `o${at}`, to: id }))
};
const words = ['rugby', 'boats', 'weaving', 'drums', 'horses', 'maps'];
const offered = words.map((tag, at) => ({
	id: `do-${tag}`,
	builds: [`o${at}`, `o${at + 3}`],
	interests: [tag]
}));

const states = fc.constantFrom<LearningState>(
	'unexplored',
	'working-on',
	'nearly',
	'secure',
	'due-a-refresh'
);
const belief = fc
	.record({
		p: fc.double({ min: 0, max: 1, noNaN: true }),
		own: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		state: states
	})
	.map(({ p, own, state }) => aBelief(p, state, own === null ? {} : { own: chance(own) }));
const beliefs = fc
	.array(belief, { minLength: outcomes.length, maxLength: outcomes.length })
	.map((list) => new Map(list.map((b, at) => [`o${at}`, b])));

/** What a learner says, in words of their own: the ids are alike on purpose. */
function profileOf(tags: readonly string[]): readonly ProfileItem[] {
	const kinds = ['interest', 'driver', 'aspiration', 'strength'] as const;
	return tags.map((tag, at) => ({
		id: `p${at}`,
		kind: kinds[at % kinds.length] ?? 'interest',
		text: `I like ${tag}`,
		tag
	}));
}

const inputOf = (profile: readonly ProfileItem[], b: DraftGoalsInput['beliefs']) => ({
	profile,
	graph,
	beliefs: b,
	debts: [],
	lastPlan: [],
	offered,
	reviewWeeks: 6
});
const halves = fc
	.shuffledSubarray(words, { minLength: 2 })
	.chain((list) =>
		fc
			.integer({ min: 1, max: list.length - 1 })
			.map((at) => [list.slice(0, at), list.slice(at)] as const)
	);
const said = (goals: readonly GoalDraft[]) =>
	JSON.stringify(goals.map((goal) => goal.lines.map((line) => [line.message, line.parameter])));

test('two learners who say different things of themselves get different goals', () => {
	fc.assert(
		fc.property(halves, beliefs, ([mine, yours], b) => {
			const a = draftGoals(inputOf(profileOf(mine), b));
			fc.pre(a.length > 0);
			expect(said(a)).not.toBe(said(draftGoals(inputOf(profileOf(yours), b))));
		})
	);
});

test('two learners who say the same but are ready for different things get different goals', () => {
	const at = (count: number) =>
		new Map(outcomes.map(({ id }, i) => [id, i < count ? aBelief(0.95, 'secure') : aBelief(0.1)]));
	fc.assert(
		fc.property(
			fc.shuffledSubarray(words),
			fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 2 }),
			(tags, [one = 0, two = 0]) => {
				const draft = (count: number) => said(draftGoals(inputOf(profileOf(tags), at(count))));
				expect(draft(one)).not.toBe(draft(two));
			}
		)
	);
});

test('three at most, no outcome twice, one statement each and first, the same input the same drafts', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(words), beliefs, (tags, b) => {
			const input = inputOf(profileOf(tags), b);
			const goals = draftGoals(input);
			expect(goals.length).toBeLessThanOrEqual(3);
			const about = goals.flatMap((goal) => goal.outcomes);
			expect(new Set(about).size).toBe(about.length);
			for (const { lines } of goals) {
				const statements = lines.map((line) => line.part === 'statement');
				expect(statements.indexOf(true)).toBe(0);
				expect(statements.lastIndexOf(true)).toBe(0);
			}
			expect(draftGoals(input)).toEqual(goals);
		})
	);
});

test('every quote is the learner’s own, from the item that is cited', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(words), beliefs, (tags, b) => {
			const profile = profileOf(tags);
			const lines = draftGoals(inputOf(profile, b)).flatMap((goal) => goal.lines);
			for (const { parameter, source } of lines) {
				if (parameter.kind !== 'quote') continue;
				const item = profile.find((p) => source.kind === 'profile' && p.id === source.itemId);
				expect(item?.text).toBe(parameter.text);
			}
		})
	);
});
