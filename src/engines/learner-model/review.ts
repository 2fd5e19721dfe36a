import type { Probability } from '../kernel/index.ts';
import { belief, THRESHOLDS } from './belief.ts';
import type { Graph } from './graph.ts';
import type { Model } from './model.ts';
import { predict } from './predict.ts';
import type { State } from './state.ts';

/** The chance of success below which a skill is due; 0.80 to 0.85 keep most for least practice. */
export const RECALL_TARGET = THRESHOLDS.refresh;

/** When one skill is next due. Days count from the instant asked about; 0 = now. */
export interface Due {
	readonly skill: string;
	readonly inDays: number;
	readonly probability: Probability;
	/** The chance under which it is due; that of skills when absent. */
	readonly target?: number | undefined;
	/** Minutes that practice takes; those of the plan when absent. */
	readonly minutes?: number | undefined;
}

const DAY = 86_400;
const HORIZON = 365;

/**
 * When the chance of success on a skill falls under `target`, at most a year ahead; undefined when
 * the skill is not one to review (never secure).
 */
export function dueDate(
	model: Model,
	state: State,
	skill: string,
	at: number,
	target = RECALL_TARGET
): Due | undefined {
	const { state: word, now } = belief(model, state, skill, at);
	if (word !== 'secure' && word !== 'due-a-refresh') return undefined;
	const chance = (days: number) =>
		predict(model, state, { skills: [skill], at: at + days * DAY }).probability;
	return { skill, inDays: firstDayUnder(chance, target), probability: now.probability };
}

/**
 * The secure ones among `skills` whose chance of success falls under `target` within so many whole days. The last day is
 * looked at first: what is still likely then is not due, so that most skills cost one look.
 */
export function dueWithin(
	model: Model,
	state: State,
	skills: readonly string[],
	at: number,
	days: number,
	target = RECALL_TARGET
): readonly Due[] {
	const chance = (skill: string, day: number) =>
		predict(model, state, { skills: [skill], at: at + day * DAY }).probability;
	return skills
		.filter((skill) => chance(skill, days - 1) < target)
		.flatMap((skill) => dueDate(model, state, skill, at, target) ?? []);
}

/** The first whole day on which the chance is under `target`; the horizon when none is. */
function firstDayUnder(chance: (days: number) => number, target: number): number {
	for (let day = 0; day < HORIZON; day++) if (chance(day) < target) return day;
	return HORIZON;
}

/** What one day can hold. */
export interface ReviewDay {
	/** Days from the start of the plan. */
	readonly day: number;
	readonly skills: readonly string[];
	readonly minutes: number;
}

export interface ReviewLimits {
	/** Minutes a day the learner agreed to. */
	readonly minutesPerDay: number;
	/** Minutes one skill takes; 3 when absent. */
	readonly minutesPerSkill?: number | undefined;
	/** Days from the start on which nothing is planned (weekends, holidays). */
	readonly daysOff?: ReadonlySet<number> | undefined;
	/** Days planned; 14 when absent. */
	readonly days?: number | undefined;
	/** Where given, practising a skill counts as practice of what it builds on. */
	readonly graph?: Graph | undefined;
}

/**
 * Spreads what is due over the coming days within the daily minutes, most forgotten first: by the chance of
 * success as a share of its target. What does not fit waits without growing: after a holiday no day holds
 * more than any other.
 */
export function planReviews(all: readonly Due[], limits: ReviewLimits): readonly ReviewDay[] {
	const { minutesPerDay, minutesPerSkill = 3, daysOff = new Set(), days = 14 } = limits;
	const credited = creditedIn(all, limits);
	let waiting = all
		.filter(({ skill }) => !credited.has(skill))
		.toSorted((a, b) => keptOf(a) - keptOf(b));
	const plan: ReviewDay[] = [];
	for (let day = 0; day < days; day++) {
		if (daysOff.has(day)) continue;
		let minutes = 0;
		const chosen = new Set<Due>();
		for (const due of waiting) {
			const more = due.minutes ?? minutesPerSkill;
			if (due.inDays > day || minutes + more > minutesPerDay) continue;
			minutes += more;
			chosen.add(due);
		}
		waiting = waiting.filter((due) => !chosen.has(due));
		if (chosen.size > 0) plan.push({ day, skills: [...chosen].map((d) => d.skill), minutes });
	}
	return plan;
}

const keptOf = ({ probability, target = RECALL_TARGET }: Due) => probability / target;

/** Skills due in the plan that a direct successor, due no later, will practise anyway. */
function creditedIn(due: readonly Due[], { graph, days = 14 }: ReviewLimits): ReadonlySet<string> {
	const inDays = new Map(due.map((one) => [one.skill, one.inDays]));
	const credited = new Set<string>();
	for (const [earlier, later] of graph?.precedes ?? []) {
		const [own, successor] = [inDays.get(earlier), inDays.get(later)];
		if (own !== undefined && successor !== undefined && successor <= own && successor < days)
			credited.add(earlier);
	}
	return credited;
}
