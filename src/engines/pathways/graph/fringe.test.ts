import { describe, expect, test } from 'vitest';
import { type EntitlementInput, entitlementStatus } from '../entitlement/entitlement-status.ts';
import { aBelief } from '../testing.ts';
import { dayNumber } from '../units.ts';
import { fringe, owedOutcomes, pathTo } from './fringe.ts';
import { type PrerequisiteGraph, indexGraph } from './prerequisite-graph.ts';
import { placesAround } from './places-around.ts';

/** shares → parts → ratio → rates, parts → percent → rates; poems stands alone. */
const graph: PrerequisiteGraph = {
	outcomes: [
		...['shares', 'parts', 'percent', 'ratio', 'rates'].map((id) => ({ id, strandId: 'number' })),
		{ id: 'poems', strandId: 'writing' }
	],
	precedes: [
		{ from: 'shares', to: 'parts' },
		{ from: 'parts', to: 'percent' },
		{ from: 'parts', to: 'ratio' },
		{ from: 'percent', to: 'rates' },
		{ from: 'ratio', to: 'rates' }
	]
};
const known = new Map([
	['shares', aBelief(0.95, 'secure')],
	['parts', aBelief(0.8, 'nearly')]
]);

describe('the fringe', () => {
	test('is what is open and stands on what is likely; begun first, then the readiest', () => {
		expect(fringe(graph, known).map((r) => r.outcomeId)).toEqual(['poems', 'percent', 'ratio']);
		const begun = new Map([...known, ['ratio', aBelief(0.4, 'working-on')]]);
		expect(fringe(graph, begun)[0]).toEqual({
			outcomeId: 'ratio',
			readiness: 0.8,
			shaky: [],
			opens: 1
		});
	});

	test('a mostly likely ground is enough, and the shaky part is named', () => {
		const mostly = new Map([
			...known,
			['percent', aBelief(0.9, 'secure')],
			['ratio', aBelief(0.45, 'working-on')]
		]);
		const rates = fringe(graph, mostly).find((r) => r.outcomeId === 'rates');
		expect(rates).toMatchObject({ readiness: 0.675, shaky: ['ratio'] });
	});

	test('with no evidence at all, what needs nothing first is ready', () => {
		expect(fringe(graph, new Map()).map((r) => r.outcomeId)).toEqual(['shares', 'poems']);
	});
});

describe('the path to a target', () => {
	test('is the missing part of what lies below it, in teaching order', () => {
		expect(pathTo(graph, known, 'rates')).toEqual(['percent', 'ratio', 'rates']);
		expect(pathTo(graph, new Map(), 'ratio')).toEqual(['shares', 'parts', 'ratio']);
	});

	test('stops at what is likely, even where something below that is not', () => {
		const jumped = new Map([['parts', aBelief(0.9, 'secure')]]);
		expect(pathTo(graph, jumped, 'ratio')).toEqual(['ratio']);
	});

	test('is empty for what is likely already and for what is not there', () => {
		expect(pathTo(graph, known, 'parts')).toEqual([]);
		expect(pathTo(graph, known, 'nowhere')).toEqual([]);
	});
});

test('circles, repeats, self-loops and unknown ends are left out, and every outcome is kept', () => {
	const index = indexGraph({
		outcomes: ['a', 'b', 'c'].map((id) => ({ id, strandId: 's' })),
		precedes: [
			{ from: 'a', to: 'b' },
			{ from: 'a', to: 'b' },
			{ from: 'b', to: 'c' },
			{ from: 'c', to: 'a' },
			{ from: 'b', to: 'b' },
			{ from: 'a', to: 'gone' }
		]
	});
	expect(index.order).toEqual(['a', 'b', 'c']);
	expect(index.edges).toEqual([
		{ from: 'a', to: 'b' },
		{ from: 'b', to: 'c' }
	]);
});

test('a chain of 20,000 outcomes is ordered without overflowing the stack', () => {
	const outcomes = Array.from({ length: 20_000 }, (_, at) => ({ id: `${at}`, strandId: 's' }));
	const precedes = outcomes.slice(1).map(({ id }, at) => ({ from: `${at}`, to: id }));
	const index = indexGraph({ outcomes: outcomes.toReversed(), precedes });
	expect(index.order[0]).toBe('0');
	expect(index.order.at(-1)).toBe('19999');
});

test('owed outcomes are the ready ones of strands that are owed something', () => {
	const input = {
		rules: [
			{
				id: 'r',
				strandId: 'writing',
				measure: 'minutes' as const,
				minimum: 60,
				from: dayNumber(0),
				until: dayNumber(9)
			}
		],
		today: dayNumber(8)
	};
	const written = { strandId: 'writing', day: dayNumber(1), minutes: 60, outcomes: [] };
	const ready = fringe(graph, known);
	const owed = (activities: EntitlementInput['activities']) =>
		owedOutcomes(graph, ready, entitlementStatus({ ...input, activities }));
	expect(owed([])).toEqual([{ outcomeId: 'poems', ruleId: 'r' }]);
	expect(owed([written])).toEqual([]);
});

describe('places around here, for the youngest', () => {
	const star: PrerequisiteGraph = {
		outcomes: ['b1', 'b2', 'b3', 'b4', 'here', 'n1', 'n2', 'n3', 'n4'].map((id) => ({
			id,
			strandId: 's'
		})),
		precedes: [
			...['b1', 'b2', 'b3', 'b4'].map((from) => ({ from, to: 'here' })),
			...['n1', 'n2', 'n3', 'n4'].map((to) => ({ from: 'here', to }))
		]
	};
	test('five at most: three that come next, the ready ones first, and two that came before', () => {
		const states = new Map([
			['n4', 'ready'],
			['b3', 'due-a-refresh']
		] as const);
		expect(placesAround(star, states, 'here').places).toEqual([
			{ id: 'b1', role: 'before' },
			{ id: 'b3', role: 'before' },
			{ id: 'n1', role: 'next' },
			{ id: 'n2', role: 'next' },
			{ id: 'n4', role: 'next' }
		]);
	});

	test('where nothing came before, more comes next; nowhere has no places', () => {
		expect(placesAround(star, new Map(), 'b1').places).toEqual([{ id: 'here', role: 'next' }]);
		expect(placesAround(star, new Map(), 'gone').places).toEqual([]);
	});
});
