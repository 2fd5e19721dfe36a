import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decline, LearnerContext, Wish } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';
import { aBelief, aDecline, aLearner, anOpportunity, chance } from '../testing.ts';
import { dayNumber, minorUnits, minutes } from '../units.ts';
import { chooseAlternatives } from './choose-alternatives.ts';
import { hardLimits, limitFor, pressingStrands } from './hard-limits.ts';
import { predictSuccess } from './predict-success.ts';
import { differences } from './profile.ts';
import { scoreTerms } from './weights.ts';

const outcomes = ['ratio', 'rates', 'poems', 'floods'];
const tags = ['rugby', 'drawing', 'rivers'];
const some = <T>(list: readonly T[]) => fc.subarray([...list]);

const opportunity = fc
	.record({
		builds: some(outcomes),
		needsFirst: some(outcomes),
		strands: some(['number', 'writing']),
		context: fc.constantFrom('river', 'food', 'numbers'),
		interests: some(tags),
		strengths: some(tags),
		place: fc.constantFrom('school', 'home', 'community'),
		mode: fc.constantFrom('make', 'talk', 'read', 'move'),
		company: fc.constantFrom('alone', 'pair', 'small'),
		minutes: fc.constantFrom(15, 60, 180).map(minutes),
		cost: fc.constantFrom(0, 500, 3000).map(minorUnits),
		ages: fc.constantFrom({ from: 5, to: 18 }, { from: 14, to: 18 }),
		languages: some(['en', 'mi', 'fr']),
		supports: some(['quiet', 'step-free']),
		demands: some(['loud']),
		safetyNeeds: some(['can-swim'])
	})
	.chain((over) =>
		fc
			.record(
				{ placeId: fc.constantFrom('marae', 'island'), seatsLeft: fc.integer({ min: 0, max: 3 }) },
				{ requiredKeys: [] }
			)
			.map((extra): Partial<Opportunity> => ({ ...over, ...extra }))
	);
const opportunities = fc
	.array(opportunity, { maxLength: 25 })
	.map((list) => list.map((over, at) => anOpportunity(`o${at}`, over)));

const belief = fc.record({ p: fc.double({ min: 0, max: 1, noNaN: true }), own: fc.boolean() });
const reasons: readonly Decline['reason'][] = [
	'too-hard',
	'too-easy',
	'not-interested',
	'no-time',
	'with-others',
	'place',
	'cost',
	'other'
];
const learners = fc
	.record({
		beliefs: fc.array(belief, { minLength: 4, maxLength: 4 }),
		fringe: some(outcomes),
		interests: some(tags),
		strengths: some(tags),
		required: some(['step-free']),
		helpful: some(['quiet']),
		underWay: some(['o0', 'o3']),
		cannot: some(['loud']),
		safetyMet: some(['can-swim']),
		late: fc.double({ min: 0, max: 1, noNaN: true }),
		declined: fc.array(fc.tuple(fc.constantFrom(...reasons), fc.integer({ min: 0, max: 200 })), {
			maxLength: 3
		})
	})
	.map(({ beliefs, required, helpful, late, declined, ...rest }): LearnerContext => {
		const state = late > 0.2 ? 'behind' : 'on-track';
		const lateShare = chance(late > 0.2 ? late : 0);
		const base = {
			ruleId: 'r',
			minimum: 10,
			got: 0,
			owed: 10,
			due: 9,
			daysLeft: 5,
			expectedByNow: 5
		};
		return aLearner({
			...rest,
			languages: ['en', 'mi'],
			reach: new Map([['marae', minutes(20)]]),
			beliefs: new Map(
				beliefs.map(({ p, own }, at) => [
					outcomes[at] ?? '',
					aBelief(p, 'working-on', own ? { own: chance(1 - p) } : {})
				])
			),
			supports: { required, helpful },
			debts: [debt(base, state, lateShare)],
			declined: declined.map(([reason, days], at) =>
				aDecline(anOpportunity(`o${at}`), reason, days)
			)
		});
	});

function debt(
	base: {
		ruleId: string;
		minimum: number;
		got: number;
		owed: number;
		due: number;
		daysLeft: number;
		expectedByNow: number;
	},
	state: 'behind' | 'on-track',
	lateShare: ReturnType<typeof chance>
): LearnerContext['debts'][number] {
	return {
		...base,
		due: dayNumber(base.due),
		strandId: 'writing',
		measure: 'minutes',
		state,
		lateShare
	};
}

const wishes = fc.constantFrom<Wish>(
	{ kind: 'goal', outcomes: ['ratio', 'rates'] },
	{ kind: 'outcome', outcome: 'floods' },
	{ kind: 'surprise' }
);

const inputs = fc
	.tuple(learners, opportunities, wishes, fc.integer({ min: 0, max: 9 }), fc.constantFrom(3, 4, 5))
	.map(([learner, list, wish, seed, show]) => ({
		learner,
		opportunities: list,
		wish,
		seed,
		show: show === 3 ? (3 as const) : show === 4 ? (4 as const) : (5 as const),
		predict: (o: Opportunity) => predictSuccess(o, learner.beliefs)
	}));

test('the values of the reasons add up to the score, one reason for each term', () => {
	fc.assert(
		fc.property(inputs, (input) => {
			for (const { score, reasons } of chooseAlternatives(input).alternatives) {
				expect(reasons.reduce((sum, reason) => sum + reason.value, 0)).toBe(score);
				expect(reasons.map((reason) => reason.term)).toEqual(scoreTerms);
				for (const { value } of reasons) expect(Number.isInteger(value)).toBe(true);
			}
		})
	);
});

test('nothing that meets a hard limit is offered, and every opportunity is accounted for once', () => {
	fc.assert(
		fc.property(inputs, (input) => {
			const result = chooseAlternatives(input);
			const limits = { ...input, pressing: pressingStrands(input.learner) };
			for (const { opportunityId } of result.alternatives) {
				const offered = input.opportunities.find((o) => o.id === opportunityId);
				expect(offered && limitFor(offered, limits)).toBeUndefined();
			}
			const excluded = hardLimits.reduce((sum, limit) => sum + result.excluded[limit], 0);
			expect(result.fitting + result.tooWeak + excluded).toBe(input.opportunities.length);
			expect(result.considered).toBe(input.opportunities.length);
		})
	);
});

test('every two differ in at least two ways; never more than asked for; too few says so', () => {
	fc.assert(
		fc.property(inputs, (input) => {
			const { alternatives, tooFew, search } = chooseAlternatives(input);
			for (const [at, a] of alternatives.entries()) {
				for (const b of alternatives.slice(at + 1)) {
					expect(differences(a.profile, b.profile).length).toBeGreaterThanOrEqual(2);
				}
			}
			expect(alternatives.length).toBeLessThanOrEqual(input.show);
			expect(tooFew).toBe(alternatives.length < 3);
			expect(search.optimal).toBe(true);
		})
	);
});

test('a late strand is paid by one of the set, or said to be unmet', () => {
	fc.assert(
		fc.property(inputs, (input) => {
			const { alternatives, owedUnmet } = chooseAlternatives(input);
			const late = pressingStrands(input.learner);
			const paid = alternatives.flatMap((a) => a.pays);
			expect(late.every((strand) => paid.includes(strand) || owedUnmet.includes(strand))).toBe(
				true
			);
		})
	);
});

test('the same seed gives the same answer, in whatever order the opportunities come', () => {
	fc.assert(
		fc.property(inputs, (input) => {
			const turned = { ...input, opportunities: input.opportunities.toReversed() };
			expect(chooseAlternatives(turned)).toEqual(chooseAlternatives(input));
		})
	);
});

test('the seed decides between equals, and only there', () => {
	const twins = ['a', 'b', 'c', 'd'].map((id) => anOpportunity(id));
	const better = anOpportunity('better', { interests: ['rugby'] });
	const firstOf = (list: readonly Opportunity[], seed: number) =>
		chooseAlternatives({
			learner: aLearner({ fringe: ['ratio'], interests: ['rugby'] }),
			opportunities: list,
			wish: { kind: 'outcome', outcome: 'ratio' },
			predict: () => chance(0.7),
			seed
		}).alternatives[0]?.opportunityId;
	const seeds = Array.from({ length: 30 }, (_, seed) => seed);
	expect(new Set(seeds.map((seed) => firstOf(twins, seed))).size).toBe(4);
	expect(new Set(seeds.map((seed) => firstOf([...twins, better], seed)))).toEqual(
		new Set(['better'])
	);
});
