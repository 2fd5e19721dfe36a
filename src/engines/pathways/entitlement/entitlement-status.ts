import { type Probability, probability } from '#engines/kernel/index.ts';
import type { DayNumber, StrandId } from '../units.ts';

/** What is counted: minutes spent, days on which the strand was touched, or different outcomes met. */
export type EntitlementMeasure = 'minutes' | 'touches' | 'outcomes';

/** The least a learner is owed in one strand over one stretch of days. */
export interface EntitlementRule {
	readonly id: string;
	readonly strandId: StrandId;
	readonly measure: EntitlementMeasure;
	/** In the unit of `measure`, above zero. */
	readonly minimum: number;
	/** First and last day, both included. */
	readonly from: DayNumber;
	readonly until: DayNumber;
}

/** One thing that counted: a session, a task, a piece of evidence. */
export interface StrandActivity {
	readonly strandId: StrandId;
	readonly day: DayNumber;
	readonly minutes: number;
	readonly outcomes: readonly string[];
}

/** `met`: nothing owed. `on-track`: owed, in time. `behind`: owed and late. `missed`: the last day is past. */
export type EntitlementState = 'met' | 'on-track' | 'behind' | 'missed';

/** How one rule stands today. */
export interface Debt {
	readonly ruleId: string;
	readonly strandId: StrandId;
	readonly measure: EntitlementMeasure;
	readonly state: EntitlementState;
	readonly minimum: number;
	readonly got: number;
	/** Still to come by `due`, in the unit of `measure`; zero when met. */
	readonly owed: number;
	readonly due: DayNumber;
	/** Open days from today to `due`, today included. */
	readonly daysLeft: number;
	/** What would be there today at an even pace. */
	readonly expectedByNow: number;
	/** Share of the minimum that is late: 0 when in time, 1 when all of it is. */
	readonly lateShare: Probability;
}

export interface EntitlementInput {
	readonly rules: readonly EntitlementRule[];
	readonly activities: readonly StrandActivity[];
	readonly today: DayNumber;
	/** Days on which nothing is expected: weekends, holidays, closed days. */
	readonly closedDays?: ReadonlySet<DayNumber>;
}

/** Being under the even pace by up to this share of the minimum is not late: weeks differ. */
const grace = 0.1;

/**
 * What each rule still owes a learner, and by when: the gap to an even pace over open days.
 * Rules that start after today are left out. Sorted latest first, then by due day, then by rule id.
 */
export function entitlementStatus(input: EntitlementInput): readonly Debt[] {
	return input.rules
		.filter((rule) => rule.from <= input.today)
		.map((rule) => statusOf(rule, input))
		.sort(
			(a, b) =>
				b.lateShare - a.lateShare ||
				a.due - b.due ||
				(a.ruleId < b.ruleId ? -1 : Number(a.ruleId > b.ruleId))
		);
}

function statusOf(rule: EntitlementRule, input: EntitlementInput): Debt {
	const got = amount(rule, input);
	const owed = Math.max(0, rule.minimum - got);
	const open = (from: number, to: number) => openDays(from, to, input.closedDays);
	const whole = open(rule.from, rule.until);
	const elapsed = whole === 0 ? 1 : open(rule.from, Math.min(input.today - 1, rule.until)) / whole;
	const expectedByNow = rule.minimum * elapsed;
	const past = input.today > rule.until;
	const late = Math.min(1, Math.max(0, expectedByNow - got) / rule.minimum);
	const state = stateOf(owed, past, late);
	return {
		ruleId: rule.id,
		strandId: rule.strandId,
		measure: rule.measure,
		state,
		minimum: rule.minimum,
		got,
		owed,
		due: rule.until,
		daysLeft: past ? 0 : open(input.today, rule.until),
		expectedByNow,
		lateShare: probability(state === 'behind' || state === 'missed' ? late : 0)
	};
}

function stateOf(owed: number, past: boolean, late: number): EntitlementState {
	if (owed === 0) return 'met';
	if (past) return 'missed';
	return late > grace ? 'behind' : 'on-track';
}

function amount(rule: EntitlementRule, { activities, today }: EntitlementInput): number {
	const counted = activities.filter(
		(a) =>
			a.strandId === rule.strandId && a.day >= rule.from && a.day <= Math.min(rule.until, today)
	);
	switch (rule.measure) {
		case 'minutes':
			return counted.reduce((sum, a) => sum + a.minutes, 0);
		case 'touches':
			return new Set(counted.map((a) => a.day)).size;
		case 'outcomes':
			return new Set(counted.flatMap((a) => a.outcomes)).size;
	}
}

/** Days of [from, to] that are open; none when `to` is before `from`. */
function openDays(from: number, to: number, closed: ReadonlySet<number> = new Set()): number {
	let count = 0;
	for (let day = from; day <= to; day++) if (!closed.has(day)) count += 1;
	return count;
}
