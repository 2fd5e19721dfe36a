import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	chooseAlternatives,
	dayNumber,
	draftGoals,
	entitlementStatus,
	fringe,
	layoutMap,
	minutes,
	pathTo,
	predictSuccess
} from './index.ts';
import { aBelief, aLearner, anOpportunity } from './testing.ts';

/** The examples of README.md, with the values it states. */
const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const inReadme = (value: unknown) =>
	JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ').replaceAll(',  ', ', ');
/** The README shows this value; within a list a new line starts with slashes. */
function expectShown(value: unknown): void {
	if (!readme.replaceAll(' // ', ' ').includes(inReadme(value))) {
		expect.fail(`README.md does not show ${inReadme(value)}`);
	}
}

const graph = {
	outcomes: ['parts', 'ratio', 'percent', 'rates'].map((id) => ({ id, strandId: 'number' })),
	precedes: [
		{ from: 'parts', to: 'ratio' },
		{ from: 'parts', to: 'percent' },
		{ from: 'ratio', to: 'rates' },
		{ from: 'percent', to: 'rates' }
	]
};
const beliefs = new Map([
	['parts', aBelief(0.9, 'secure')],
	['ratio', aBelief(0.2)]
]);
const learner = aLearner({ beliefs, fringe: ['ratio', 'percent'], interests: ['colour'] });
const opportunities = [
	anOpportunity('mix-paint', {
		needsFirst: ['parts'],
		context: 'painting',
		mode: 'make',
		company: 'pair',
		interests: ['colour']
	}),
	anOpportunity('hangi-list', {
		needsFirst: ['parts'],
		context: 'food',
		mode: 'talk',
		place: 'community',
		company: 'small'
	}),
	anOpportunity('gears', { context: 'bikes', mode: 'do', company: 'pair', minutes: minutes(90) })
];

test('alternatives', () => {
	const { alternatives, tooFew } = chooseAlternatives({
		learner,
		opportunities,
		wish: { kind: 'outcome', outcome: 'ratio' },
		predict: (opportunity) => predictSuccess(opportunity, learner.beliefs),
		seed: 7
	});
	expectShown(alternatives.map((a) => a.opportunityId));
	for (const reason of alternatives[0]?.reasons ?? []) expectShown([reason.term, reason.value]);
	expect(tooFew).toBe(false);
});

test('fringe, way, entitlement', () => {
	expectShown(fringe(graph, beliefs).map((r) => r.outcomeId));
	expectShown(pathTo(graph, beliefs, 'rates'));
	const rule = {
		id: 'writing',
		strandId: 'writing',
		measure: 'minutes',
		minimum: 600,
		from: dayNumber(100),
		until: dayNumber(199)
	} as const;
	const written = { strandId: 'writing', day: dayNumber(110), minutes: 200, outcomes: [] };
	const [debt] = entitlementStatus({
		rules: [rule],
		activities: [written],
		today: dayNumber(150)
	});
	expect(debt).toMatchObject({
		state: 'behind',
		got: 200,
		owed: 400,
		due: 199,
		expectedByNow: 300
	});
});

test('draft goals', () => {
	const [goal] = draftGoals({
		profile: [{ id: 'p', kind: 'interest', text: 'Colour is my thing', tag: 'colour' }],
		graph,
		beliefs,
		debts: [],
		lastPlan: [],
		offered: opportunities,
		reviewWeeks: 6
	});
	expectShown(goal?.lines.map((line) => line.message));
});

test('the map', () => {
	const label = { width: 100, height: 34 };
	const slice = {
		nodes: graph.outcomes.map(({ id }) => ({ id, label })),
		precedes: graph.precedes
	};
	const states = new Map([
		['parts', 'secure'],
		['ratio', 'ready'],
		['percent', 'ready']
	] as const);
	const map = layoutMap(slice, states, { flow: 'up', breadth: 350 });
	expectShown(map.nodes.map((n) => [n.id, n.rank]));
	expectShown(map.edges.map((e) => e.kind));
	expect(map.crossings).toBe(0);
});
