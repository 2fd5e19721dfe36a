import { describe, expect, test } from 'vitest';
import { entitlementStatus } from '../entitlement/entitlement-status.ts';
import { aBelief, chance } from '../testing.ts';
import { dayNumber } from '../units.ts';
import { draftGoals } from './draft-goals.ts';
import { type DraftGoalsInput, draftMessages } from './goal-draft.ts';

const base: DraftGoalsInput = {
	profile: [
		{ id: 'p1', kind: 'interest', text: 'I go to every rugby game', tag: 'rugby' },
		{ id: 'p2', kind: 'aspiration', text: 'design boats', tag: 'boats' },
		{ id: 'p3', kind: 'support', text: 'Read it to me once' }
	],
	graph: {
		outcomes: [
			{ id: 'parts', strandId: 'number' },
			{ id: 'ratio', strandId: 'number' },
			{ id: 'percent', strandId: 'number' },
			{ id: 'poems', strandId: 'writing' }
		],
		precedes: [
			{ from: 'parts', to: 'ratio' },
			{ from: 'parts', to: 'percent' }
		]
	},
	beliefs: new Map([['parts', aBelief(0.9, 'secure')]]),
	debts: [],
	lastPlan: [],
	offered: [
		{ id: 'scores', builds: ['percent'], interests: ['rugby'] },
		{ id: 'model-boat', builds: ['ratio'], interests: ['boats'] }
	],
	reviewWeeks: 6
};
const draft = (over: Partial<DraftGoalsInput> = {}) => draftGoals({ ...base, ...over });
const purposes = (over: Partial<DraftGoalsInput> = {}) => draft(over).map((goal) => goal.purpose);

test('an aspiration becomes a goal of its own, each line with its source', () => {
	expect(draft().find((goal) => goal.purpose === 'aspire')).toEqual({
		kind: 'life',
		purpose: 'aspire',
		outcomes: [],
		lines: [
			{
				part: 'statement',
				message: 'pathways_draft_aspire',
				parameter: { kind: 'quote', text: 'design boats' },
				source: { kind: 'profile', itemId: 'p2' }
			},
			{
				part: 'step',
				message: 'pathways_draft_step_offer',
				parameter: { kind: 'opportunity', opportunityId: 'model-boat' },
				source: { kind: 'offer', opportunityId: 'model-boat' }
			},
			{
				part: 'support',
				message: 'pathways_draft_support',
				parameter: { kind: 'quote', text: 'Read it to me once' },
				source: { kind: 'profile', itemId: 'p3' }
			},
			{
				part: 'review',
				message: 'pathways_draft_review',
				parameter: { kind: 'number', value: 6 },
				source: { kind: 'setting', name: 'review-weeks' }
			}
		]
	});
});

test('what is ready and meets an interest comes first, with the interest as its reason', () => {
	const [first] = draft();
	expect(first).toMatchObject({ kind: 'learning', purpose: 'learn', outcomes: ['percent'] });
	expect(first?.lines.map((line) => [line.part, line.source])).toEqual([
		['statement', { kind: 'fringe', outcomeId: 'percent' }],
		['why', { kind: 'profile', itemId: 'p1' }],
		['success', { kind: 'belief', outcomeId: 'percent' }],
		['step', { kind: 'offer', opportunityId: 'scores' }],
		['support', { kind: 'profile', itemId: 'p3' }],
		['review', { kind: 'setting', name: 'review-weeks' }]
	]);
});

test('what meets an interest is proposed before what does not', () => {
	const learn = (tag: string) =>
		draft({ profile: [{ id: 'p', kind: 'interest', text: tag, tag }] }).find(
			(goal) => goal.purpose === 'learn'
		)?.outcomes;
	expect(learn('rugby')).toEqual(['percent']);
	expect(learn('boats')).toEqual(['ratio']);
});

describe('each kind of start', () => {
	test('an open goal of the last plan comes first, a finished or dropped one not at all', () => {
		const goal = { id: 'g', statement: 'Read to my cousin', outcomes: ['poems'] };
		expect(purposes({ lastPlan: [{ ...goal, state: 'active' }] })[0]).toBe('carry-on');
		for (const state of ['achieved', 'set-aside'] as const) {
			expect(purposes({ lastPlan: [{ ...goal, state }] })).not.toContain('carry-on');
		}
		const done = new Map([...base.beliefs, ['poems', aBelief(0.95, 'secure')]]);
		expect(purposes({ lastPlan: [{ ...goal, state: 'active' }], beliefs: done })).not.toContain(
			'carry-on'
		);
	});

	test('a late strand, with the rule as its source', () => {
		const debts = entitlementStatus({
			rules: [
				{
					id: 'writing',
					strandId: 'writing',
					measure: 'minutes',
					minimum: 60,
					from: dayNumber(0),
					until: dayNumber(9)
				}
			],
			activities: [],
			today: dayNumber(8)
		});
		expect(draft({ debts })[0]).toMatchObject({ purpose: 'owed', outcomes: ['poems'] });
		expect(draft({ debts })[0]?.lines[1]).toMatchObject({
			message: 'pathways_draft_why_owed',
			source: { kind: 'entitlement', ruleId: 'writing' }
		});
	});

	test('the learner sees more than the system: show it', () => {
		const sure = aBelief(0.4, 'nearly', { own: chance(0.9) });
		expect(purposes({ beliefs: new Map([...base.beliefs, ['poems', sure]]) })).toContain('show');
	});

	test('due a refresh', () => {
		const old = new Map([['parts', aBelief(0.7, 'due-a-refresh')]]);
		expect(purposes({ beliefs: old })).toContain('refresh');
	});

	test('nothing to say yet: no goal is made up', () => {
		const empty = { profile: [], offered: [], graph: { outcomes: [], precedes: [] } };
		expect(draft({ ...empty, beliefs: new Map() })).toEqual([]);
	});
});

test('the messages in use are all declared', () => {
	const used = draft().flatMap((goal) => goal.lines.map((line) => line.message));
	expect(Object.keys(draftMessages)).toEqual(expect.arrayContaining(used));
});
