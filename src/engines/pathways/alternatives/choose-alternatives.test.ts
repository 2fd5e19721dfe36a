import { describe, expect, test } from 'vitest';
import type { LearnerContext, Wish } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';
import { aBelief, aDecline, aLearner, anOpportunity, chance } from '../testing.ts';
import { dayNumber, minorUnits, minutes } from '../units.ts';
import { entitlementStatus } from '../entitlement/entitlement-status.ts';
import { type AlternativesInput, chooseAlternatives } from './choose-alternatives.ts';
import { type HardLimit, hardLimits } from './hard-limits.ts';

const goal: Wish = { kind: 'goal', outcomes: ['ratio', 'rates'] };

function choose(over: Partial<AlternativesInput> & Pick<AlternativesInput, 'opportunities'>) {
	return chooseAlternatives({
		learner: aLearner({ fringe: ['ratio', 'rates'] }),
		wish: goal,
		predict: () => chance(0.7),
		seed: 1,
		...over
	});
}

/** Four that differ enough, so that the order shows the score. */
const varied = [
	anOpportunity('mural', { mode: 'make', company: 'pair', context: 'painting' }),
	anOpportunity('hangi', { mode: 'talk', place: 'community', company: 'small', context: 'food' }),
	anOpportunity('gears', { mode: 'move', company: 'large', context: 'bikes' }),
	anOpportunity('puzzles', { mode: 'read', minutes: minutes(20) })
];

describe('each term alone flips the order of two that are otherwise equal', () => {
	const a = anOpportunity('a', { context: 'food', mode: 'make' });
	const b = anOpportunity('b', { context: 'bikes', mode: 'move' });
	const reach = new Map([
		['near', minutes(5)],
		['far', minutes(50)]
	]);
	type Case = {
		a?: Partial<Opportunity>;
		b?: Partial<Opportunity>;
		learner?: Partial<LearnerContext>;
		predict?: AlternativesInput['predict'];
	};
	const beliefs = new Map([
		['ratio', aBelief(0.5)],
		['rates', aBelief(0.8)]
	]);
	const fringe = ['ratio', 'rates'];
	const flips: Record<string, readonly [Case, Case]> = {
		need: [
			{ a: { builds: ['ratio'] }, b: { builds: ['rates'] }, learner: { beliefs, fringe } },
			{ a: { builds: ['rates'] }, b: { builds: ['ratio'] }, learner: { beliefs, fringe } }
		],
		'need, by the own belief': [
			{ b: { builds: ['rates'] }, learner: { fringe, beliefs } },
			{
				b: { builds: ['rates'] },
				learner: {
					fringe,
					beliefs: new Map([...beliefs, ['rates', aBelief(0.8, 'secure', { own: chance(0.1) })]])
				}
			}
		],
		readiness: [
			{ predict: (o) => chance(o.id === 'a' ? 0.7 : 0.98) },
			{ predict: (o) => chance(o.id === 'b' ? 0.7 : 0.98) }
		],
		interest: [
			{ a: { interests: ['rugby'] }, learner: { interests: ['rugby'] } },
			{ b: { interests: ['rugby'] }, learner: { interests: ['rugby'] } }
		],
		strengths: [
			{ a: { strengths: ['drawing'] }, learner: { strengths: ['drawing'] } },
			{ b: { strengths: ['drawing'] }, learner: { strengths: ['drawing'] } }
		],
		supports: [
			{ a: { supports: ['quiet'] }, learner: { supports: { required: [], helpful: ['quiet'] } } },
			{ b: { supports: ['quiet'] }, learner: { supports: { required: [], helpful: ['quiet'] } } }
		],
		access: [
			{ a: { placeId: 'near' }, b: { placeId: 'far' }, learner: { reach } },
			{ a: { placeId: 'far' }, b: { placeId: 'near' }, learner: { reach } }
		],
		'access, by cost': [{ b: { cost: minorUnits(900) } }, { a: { cost: minorUnits(900) } }],
		'access, by language': [
			{ b: { languages: ['mi'] }, learner: { languages: ['en', 'mi'] } },
			{ b: { languages: ['mi'] }, a: { languages: ['en'] }, learner: { languages: ['mi', 'en'] } }
		],
		freshness: [
			{ learner: { done: [{ opportunityId: 'b', daysAgo: 3 }] } },
			{ learner: { done: [{ opportunityId: 'a', daysAgo: 3 }] } }
		],
		'freshness, by a decline': [
			{ learner: { declined: [aDecline(b, 'other', 3)] } },
			{ learner: { declined: [aDecline(a, 'other', 3)] } }
		]
	};
	test.each(Object.entries(flips))('%s', (name, [forA, forB]) => {
		const first = (c: Case) =>
			choose({
				opportunities: [
					{ ...a, ...c.a },
					{ ...b, ...c.b }
				],
				learner: aLearner({ fringe, ...c.learner }),
				...(c.predict && { predict: c.predict })
			}).alternatives;
		expect(first(forA).map((x) => x.opportunityId)).toEqual(['a', 'b']);
		expect(first(forB).map((x) => x.opportunityId)).toEqual(['b', 'a']);
		for (const pair of [first(forA), first(forB)]) {
			expect(termsThatDiffer(pair)).toEqual([name.split(',')[0]]);
		}
	});
});

function termsThatDiffer(pair: ReturnType<typeof choose>['alternatives']) {
	const [x, y] = pair;
	return (x?.reasons ?? [])
		.filter((reason, at) => reason.value !== y?.reasons[at]?.value)
		.map((reason) => reason.term);
}

describe('hard limits', () => {
	const broken: Record<HardLimit, Partial<Opportunity>> = {
		wish: { builds: ['poems'], strands: ['writing'] },
		'under-way': {},
		age: { ages: { from: 13, to: 18 } },
		safety: { safetyNeeds: ['can-swim'] },
		demand: { demands: ['rough-ground'] },
		support: { supports: [] },
		language: { languages: ['fr'] },
		cost: { cost: minorUnits(2001) },
		reach: { placeId: 'island' },
		full: { seatsLeft: 0 }
	};
	const learner = aLearner({
		fringe: ['ratio'],
		supports: { required: ['step-free'], helpful: [] },
		cannot: ['rough-ground'],
		underWay: ['under-way']
	});
	test.each(hardLimits)('%s excludes, and is counted', (limit) => {
		const fine = varied.map((o) => ({ ...o, supports: ['step-free'] }));
		const bad = anOpportunity(limit, { supports: ['step-free'], ...broken[limit] });
		const result = choose({ opportunities: [...fine, bad], learner, show: 5 });
		expect(result.alternatives.map((x) => x.opportunityId)).not.toContain(limit);
		expect(result.alternatives).toHaveLength(4);
		expect(result.excluded[limit]).toBe(1);
	});

	test('a missing prerequisite advises and never locks', () => {
		const beliefs = new Map([['parts', aBelief(0.1)]]);
		const hard = anOpportunity('hard', { needsFirst: ['parts'] });
		const result = choose({ opportunities: [hard], learner: aLearner({ beliefs }) });
		expect(result.alternatives[0]).toMatchObject({
			opportunityId: 'hard',
			helpsFirst: ['parts']
		});
	});
});

describe('what is owed', () => {
	const debts = entitlementStatus({
		rules: [
			{
				id: 'writing-term-1',
				strandId: 'writing',
				measure: 'minutes',
				minimum: 600,
				from: dayNumber(0),
				until: dayNumber(99)
			}
		],
		activities: [],
		today: dayNumber(60)
	});
	const learner = aLearner({ fringe: ['ratio'], debts });

	test('whatever the wish, one of the set pays the late strand', () => {
		const poem = anOpportunity('poem', { builds: ['poems'], strands: ['writing'], mode: 'talk' });
		const result = choose({
			opportunities: [...varied, poem],
			learner: { ...learner, declined: [aDecline(poem, 'not-interested')] },
			show: 3
		});
		expect(result.alternatives).toHaveLength(3);
		expect(result.alternatives.flatMap((x) => x.pays)).toContain('writing');
		expect(result.owedUnmet).toEqual([]);
	});

	test('where nothing pays it, that is said', () => {
		expect(choose({ opportunities: varied, learner }).owedUnmet).toEqual(['writing']);
	});
});

test('too few says so: alike ones do not make up the number', () => {
	const alike = ['a', 'b', 'c', 'd'].map((id) => anOpportunity(id));
	const result = choose({ opportunities: alike });
	expect(result).toMatchObject({ tooFew: true, fitting: 4 });
	expect(result.alternatives).toHaveLength(1);
	expect(choose({ opportunities: varied }).tooFew).toBe(false);
	expect(choose({ opportunities: [] })).toMatchObject({ tooFew: true, alternatives: [] });
});

test('"surprise me" puts the new before the needed', () => {
	const known = anOpportunity('known', { context: 'food', mode: 'make' });
	const other = anOpportunity('other', { builds: ['chess'], context: 'games', place: 'home' });
	const learner = aLearner({
		fringe: ['ratio'],
		beliefs: new Map([
			['ratio', aBelief(0.1)],
			['chess', aBelief(0.6)]
		]),
		done: [{ opportunityId: 'known', daysAgo: 20 }]
	});
	const both = { opportunities: [known, other], learner };
	const firstOf = (wish: Wish) => choose({ ...both, wish }).alternatives[0]?.opportunityId;
	expect(firstOf({ kind: 'goal', outcomes: ['ratio', 'chess'] })).toBe('known');
	expect(firstOf({ kind: 'surprise' })).toBe('other');
});
