import { expect, test } from 'vitest';
import { aDecline, aLearner, anOpportunity, chance } from '../testing.ts';
import { minorUnits, minutes } from '../units.ts';
import type { Decline, DeclineReason } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';
import { scoreReasons } from './score.ts';
import { type ScoreTerm, purposeWeights } from './weights.ts';

const declined = anOpportunity('declined', {
	context: 'bikes',
	company: 'large',
	place: 'work',
	minutes: minutes(60),
	cost: minorUnits(500)
});

/** Points of one term at a predicted success, after these declines. */
function points(term: ScoreTerm, o: Opportunity, declines: readonly Decline[], success = 0.7) {
	const learner = aLearner({ declined: declines });
	const context = { learner, wished: undefined, success: chance(success) };
	const reason = scoreReasons(o, context, purposeWeights).find((r) => r.term === term);
	if (!reason) throw new Error(`no reason for ${term}`);
	return reason.value;
}

/** Like the declined one in only the respect that the reason is about. */
const alike: readonly (readonly [DeclineReason, ScoreTerm, Partial<Opportunity>])[] = [
	['not-interested', 'interest', { context: 'bikes' }],
	['with-others', 'access', { company: 'large' }],
	['place', 'access', { place: 'work' }],
	['cost', 'access', { cost: minorUnits(800) }],
	['no-time', 'access', { minutes: minutes(60) }]
];

test.each(alike)(
	'"%s" takes points off %s of what is alike, fewer as days pass',
	(reason, term, like) => {
		const other = anOpportunity('other', { minutes: minutes(20), ...like });
		const after = (daysAgo: number) => points(term, other, [aDecline(declined, reason, daysAgo)]);
		const before = points(term, other, []);
		expect(after(0)).toBeLessThan(after(60));
		expect(after(60)).toBeLessThan(before);
		expect(after(181)).toBe(before);
	}
);

test.each(alike)('"%s" takes nothing off what is not alike', (reason, term) => {
	const other = anOpportunity('other', { minutes: minutes(20) });
	expect(points(term, other, [aDecline(declined, reason)])).toBe(points(term, other, []));
});

test('"too hard" moves the band up and "too easy" down, by a tenth at most', () => {
	const o = anOpportunity('other');
	const at = (success: number, reason: DeclineReason, times = 1) =>
		points('readiness', o, Array(times).fill(aDecline(declined, reason)), success);
	expect(at(0.61, 'too-hard')).toBeLessThan(at(0.61, 'other'));
	expect(at(0.88, 'too-hard')).toBeGreaterThan(at(0.88, 'other'));
	expect(at(0.84, 'too-easy')).toBeLessThan(at(0.84, 'other'));
	expect(at(0.61, 'too-hard', 2)).toBe(at(0.61, 'too-hard', 9));
});

test('the declined one itself loses all its freshness on the day, whatever the reason', () => {
	for (const reason of ['too-hard', 'other', 'no-time'] as const) {
		expect(points('freshness', declined, [aDecline(declined, reason)])).toBe(
			-purposeWeights.points.freshness
		);
	}
});
