import type { Probability } from '../kernel/index.ts';
import { belief } from './belief.ts';
import type { Model } from './model.ts';
import { predict } from './predict.ts';
import type { State } from './state.ts';

/** The chance of success below which a skill is due; 0.80 to 0.85 keep most for least practice. */
export const RECALL_TARGET = 0.8;

/** When one skill is next due. Days count from the instant asked about; 0 = now. */
export interface Due {
	readonly skill: string;
	readonly inDays: number;
	readonly probability: Probability;
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

/** Bisection: the chance only falls with time. */
function firstDayUnder(chance: (days: number) => number, target: number): number {
	if (chance(0) < target) return 0;
	let low = 0;
	let high = HORIZON;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (chance(middle) < target) high = middle;
		else low = middle;
	}
	return high;
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
}

/**
 * Spreads what is due over the coming days within the daily minutes, most forgotten first. What does
 * not fit waits without growing: after a holiday no day holds more than any other.
 */
export function planReviews(due: readonly Due[], limits: ReviewLimits): readonly ReviewDay[] {
	const { minutesPerDay, minutesPerSkill = 3, daysOff = new Set(), days = 14 } = limits;
	const room = Math.max(0, Math.floor(minutesPerDay / minutesPerSkill));
	let waiting = due.toSorted((a, b) => a.probability - b.probability);
	const plan: ReviewDay[] = [];
	for (let day = 0; day < days; day++) {
		if (daysOff.has(day)) continue;
		const skills = waiting
			.filter(({ inDays }) => inDays <= day)
			.slice(0, room)
			.map((d) => d.skill);
		const chosen = new Set(skills);
		waiting = waiting.filter(({ skill }) => !chosen.has(skill));
		if (skills.length > 0) plan.push({ day, skills, minutes: skills.length * minutesPerSkill });
	}
	return plan;
}
