import {
	dueWithin,
	planReviews,
	type Due,
	type LearnerEvent,
	type State
} from '#engines/learner-model/index.ts';
import { toId, type OutcomeId } from '../../platform/ids.ts';
import { seconds, type BeliefMap } from './belief-view.ts';
import type { CommunityModel } from './community-model.ts';
import { factsDueFor } from './facts.ts';

/** What practice a learner's days can hold. */
export interface RefreshLimits {
	readonly minutesPerDay: number;
	/** Days from today, 0 = today, on which nothing is asked of anyone. */
	readonly daysOff: ReadonlySet<number>;
}

/** What was secure and would be good to practise, spread so that no day holds more than agreed. */
export interface Refreshers {
	/** For today, most forgotten first; empty on a day off. */
	readonly today: readonly OutcomeId[];
	readonly minutesToday: number;
	/** Due now and not for today: it waits, and does not pile up. */
	readonly waiting: number;
}

/** Days looked ahead, and minutes that one skill takes. */
const horizon = 14;
const minutesEach = 3;

/** What the model and the log say of one learner. */
export interface Known {
	readonly current: Pick<CommunityModel, 'model' | 'graph' | 'outcomes'>;
	readonly state: State;
	readonly beliefs: BeliefMap;
	readonly recalls: readonly LearnerEvent[];
}

/** Nothing is left out: for what would be refreshed on a day with school. */
const noDayOff: ReadonlySet<number> = new Set();

/** The one outcome that is due most: the first that the map would name on a day with school. */
export const mostDue = (known: Known, now: Date): OutcomeId | null =>
	refreshersOf(known.current, dueSoon(known, now), {
		minutesPerDay: minutesEach,
		daysOff: noDayOff
	}).today[0] ?? null;

export const nothingDue: Refreshers = { today: [], minutesToday: 0, waiting: 0 };

/**
 * What falls due within a fortnight: skills by the model, where what is "due a refresh" on the map is due today;
 * facts by their own schedule, from the first recall on.
 */
export function dueSoon(
	{ current: { model, outcomes }, state, beliefs, recalls }: Known,
	now: Date
): readonly Due[] {
	const isFact = (outcomeId: OutcomeId) => outcomes.get(outcomeId)?.isFact === true;
	const known = [...beliefs.values()].filter(
		(one) => (one.state === 'secure' || one.state === 'due-a-refresh') && !isFact(one.outcomeId)
	);
	const faded = new Set<string>(
		known.filter((one) => one.state === 'due-a-refresh').map(({ outcomeId }) => outcomeId)
	);
	const skills = known.map(({ outcomeId }) => outcomeId);
	return [
		...dueWithin(model, state, skills, seconds(now), horizon).filter(
			({ skill }) => !faded.has(skill)
		),
		...known
			.filter(({ outcomeId }) => faded.has(outcomeId))
			.map(({ outcomeId, probability }): Due => ({ skill: outcomeId, inDays: 0, probability })),
		...factsDueFor(recalls, isFact, now)
	];
}

/** Spreads what is due over a fortnight and gives today's. Practising an outcome counts for what it builds on. */
export function refreshersOf(
	{ graph }: Pick<CommunityModel, 'graph'>,
	due: readonly Due[],
	{ minutesPerDay, daysOff }: RefreshLimits
): Refreshers {
	const limits = { minutesPerDay, daysOff, minutesPerSkill: minutesEach, days: horizon, graph };
	const today = planReviews(due, limits).find(({ day }) => day === 0);
	const chosen = (today?.skills ?? []).map(toId<OutcomeId>);
	return {
		today: chosen,
		minutesToday: Math.ceil(today?.minutes ?? 0),
		waiting: due.filter(({ inDays }) => inDays === 0).length - chosen.length
	};
}
