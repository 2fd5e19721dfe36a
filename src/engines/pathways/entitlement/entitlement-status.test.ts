import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../units.ts';
import {
	type EntitlementInput,
	type EntitlementRule,
	type StrandActivity,
	entitlementStatus
} from './entitlement-status.ts';

const rule: EntitlementRule = {
	id: 'writing-term-1',
	strandId: 'writing',
	measure: 'minutes',
	minimum: 600,
	from: dayNumber(100),
	until: dayNumber(199)
};
const wrote = (day: number, minutes: number, outcomes: readonly string[] = []): StrandActivity => ({
	strandId: 'writing',
	day: dayNumber(day),
	minutes,
	outcomes
});

function status(today: number, over: Partial<EntitlementInput> = {}) {
	const input = { rules: [rule], activities: [], today: dayNumber(today), ...over };
	return entitlementStatus(input)[0];
}

describe('a rule of 600 minutes over 100 days', () => {
	test('half-way with 200: a hundred late, 400 owed in 50 days', () => {
		expect(status(150, { activities: [wrote(110, 120), wrote(120, 80)] })).toEqual({
			ruleId: 'writing-term-1',
			strandId: 'writing',
			measure: 'minutes',
			state: 'behind',
			minimum: 600,
			got: 200,
			owed: 400,
			due: 199,
			daysLeft: 50,
			expectedByNow: 300,
			lateShare: 1 / 6
		});
	});

	test('a little under the even pace is in time', () => {
		expect(status(150, { activities: [wrote(110, 250)] })).toMatchObject({
			state: 'on-track',
			lateShare: 0
		});
	});

	test('nothing is late on the first day, and nothing is said before it', () => {
		expect(status(100)).toMatchObject({ state: 'on-track', expectedByNow: 0, daysLeft: 100 });
		expect(status(99)).toBeUndefined();
	});

	test('met is met; past the last day with something owed is missed', () => {
		expect(status(150, { activities: [wrote(110, 600)] })).toMatchObject({ state: 'met', owed: 0 });
		expect(status(200, { activities: [wrote(110, 540)] })).toMatchObject({
			state: 'missed',
			owed: 60,
			daysLeft: 0,
			lateShare: 0.1
		});
	});

	test('what lies outside the days, ahead of today, or in another strand does not count', () => {
		const other = { ...wrote(110, 50), strandId: 'number' };
		expect(status(150, { activities: [wrote(99, 50), wrote(151, 50), other] })?.got).toBe(0);
	});

	test('closed days neither ask for anything nor are left to do it in', () => {
		const closed = Array.from({ length: 40 }, (_, at) => dayNumber(110 + at));
		const after = status(150, { closedDays: new Set(closed) });
		expect(after).toMatchObject({ expectedByNow: 100, daysLeft: 50 });
	});
});

test('touches count days once; outcomes count each outcome once', () => {
	const activities = [wrote(110, 5, ['poems']), wrote(110, 5, ['poems', 'letters']), wrote(111, 5)];
	const rules = [
		{ ...rule, id: 'a', measure: 'touches' as const, minimum: 4 },
		{ ...rule, id: 'b', measure: 'outcomes' as const, minimum: 3 }
	];
	const got = entitlementStatus({ rules, activities, today: dayNumber(120) });
	expect(got.map((debt) => [debt.ruleId, debt.got, debt.owed])).toEqual([
		['a', 2, 2],
		['b', 2, 1]
	]);
});

test('doing more never raises what is owed, and got plus owed reaches the minimum', () => {
	const activity = fc
		.tuple(fc.integer({ min: 90, max: 210 }), fc.integer({ min: 0, max: 300 }))
		.map(([day, minutes]) => wrote(day, minutes));
	const inputs = fc.tuple(fc.array(activity), activity, fc.integer({ min: 100, max: 220 }));
	fc.assert(
		fc.property(inputs, ([activities, more, today]) => {
			const before = status(today, { activities });
			const after = status(today, { activities: [...activities, more] });
			expect(after?.owed).toBeLessThanOrEqual(before?.owed ?? -1);
			expect(after?.lateShare).toBeLessThanOrEqual(before?.lateShare ?? -1);
			expect((before?.got ?? 0) + (before?.owed ?? 0)).toBeGreaterThanOrEqual(600);
		})
	);
});
