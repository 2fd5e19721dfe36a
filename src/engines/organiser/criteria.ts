/** The levels of the goal, most important first; each outweighs all that follow. */
export const LEVELS = [
	'complete',
	'entitlement',
	'needs',
	'worst-off',
	'first-choices',
	'second-choices',
	'third-choices',
	'later-choices',
	'groups',
	'comfort',
	'stability'
] as const;

export type LevelName = (typeof LEVELS)[number];

/**
 * Every criterion: its level, its default weight inside that level, and what one unit of it is.
 * A level is the weighted sum of its criteria; `WeekProblem.weights` replaces a weight by name.
 */
export const CRITERIA = {
	mustsMissed: { level: 'complete', weight: 1, unit: 'must without a seat' },
	studyOverflow: { level: 'complete', weight: 1, unit: 'learner-slot without a place' },
	pinsMissed: { level: 'complete', weight: 1, unit: 'pinned section that is not held' },
	minutesMissing: { level: 'entitlement', weight: 1, unit: 'minute' },
	needsUnmet: { level: 'needs', weight: 1, unit: 'severity x (weeks waited + 1, at most 8)' },
	worstOff: { level: 'worst-off', weight: 1, unit: 'point of the convex deficit' },
	firstChoices: { level: 'first-choices', weight: 1, unit: 'first choice not granted' },
	secondChoices: { level: 'second-choices', weight: 1, unit: 'second choice not granted' },
	thirdChoices: { level: 'third-choices', weight: 1, unit: 'third choice not granted' },
	laterChoices: { level: 'later-choices', weight: 1, unit: 'later choice not granted' },
	similarGroups: { level: 'groups', weight: 1, unit: '100 squared points of spread' },
	mixedGroups: { level: 'groups', weight: 1, unit: '100 squared points short of a spread of 20' },
	maturity: { level: 'groups', weight: 1, unit: 'month beyond the age guard' },
	company: { level: 'groups', weight: 10, unit: 'wanted pair that shares nothing' },
	continuity: { level: 'groups', weight: 1, unit: 'learner with another adult than usual' },
	singleDays: { level: 'comfort', weight: 10, unit: 'learner-day with exactly one session' },
	longRuns: { level: 'comfort', weight: 4, unit: 'third or further session in a row' },
	moves: { level: 'comfort', weight: 2, unit: 'change of area between sessions in a row' },
	balance: { level: 'comfort', weight: 1, unit: 'square of the sessions in a learner-day' },
	seatsChanged: { level: 'stability', weight: 2, unit: 'learner-slot that differs' },
	sessionsChanged: { level: 'stability', weight: 1, unit: 'published section changed' },
	uncovered: { level: 'stability', weight: 12, unit: 'session that nobody could take over' },
	habitsBroken: { level: 'stability', weight: 1, unit: 'usual place left' }
} as const satisfies Record<string, { level: LevelName; weight: number; unit: string }>;

export type CriterionName = keyof typeof CRITERIA;

// SAFETY: the keys of a constant object literal are exactly its key type.
export const CRITERION_NAMES = Object.keys(CRITERIA) as readonly CriterionName[];

/** The weight in force for each criterion. */
export function weightsOf(
	overrides: Readonly<Record<string, number>> | undefined
): Readonly<Record<CriterionName, number>> {
	const pairs = CRITERION_NAMES.map((name) => [name, overrides?.[name] ?? CRITERIA[name].weight]);
	// SAFETY: built from every criterion name.
	return Object.fromEntries(pairs) as Record<CriterionName, number>;
}

/** Points a granted wish is worth to its learner: first choice 8, then 5, 3, 2, 1, 1 ... */
export function pointsOfRank(rank: number): number {
	return [0, 8, 5, 3, 2][rank] ?? 1;
}

/** Weight of an unmet need: severity x (weeks waited + 1), the weeks capped at 7. */
export function weightOfNeed(need: { readonly severity: number; readonly weeks: number }): number {
	return need.severity * (Math.min(7, need.weeks) + 1);
}

/** Slopes of the convex deficit, one per 250 points; the last one goes on for ever. */
export const DEFICIT_SLOPES = [1, 2, 4, 8] as const;
export const DEFICIT_STEP = 250;

/** Convex, piecewise linear, integer: a smooth stand-in for leximin that a linear solver can hold. */
export function convexDeficit(deficit: number): number {
	let cost = 0;
	for (let i = 0; i < DEFICIT_SLOPES.length; i++) {
		const last = i === DEFICIT_SLOPES.length - 1;
		const above = Math.max(0, deficit - i * DEFICIT_STEP);
		cost += (DEFICIT_SLOPES[i] ?? 0) * (last ? above : Math.min(DEFICIT_STEP, above));
	}
	return cost;
}

/**
 * What a learner's week costs at the level of the worst-off.
 * `alone` and `got` are points; `credit` (0 .. 1000) moves a learner who got less than their due
 * lately up the convex curve, so that the same missing wish weighs more.
 */
export function worstOffCost(alone: number, got: number, credit: number): number {
	if (alone <= 0) return 0;
	const deficit = Math.max(0, alone - got) * Math.floor(1000 / alone);
	return convexDeficit(deficit + credit) - convexDeficit(credit);
}
