import { toProbability, type Logit, type Probability } from '../kernel/index.ts';
import type { Model } from './model.ts';
import { predict } from './predict.ts';
import type { OwnBelief, State } from './state.ts';
import { amountOf, uncertaintyOf, type Amount } from './uncertainty.ts';

/** The words a learner sees for a belief (domain.md). */
export type SkillState = 'unexplored' | 'working-on' | 'nearly' | 'secure' | 'due-a-refresh';

/** A probability with the interval that holds the truth nine times in ten. */
export interface Estimate {
	readonly logit: Logit;
	readonly probability: Probability;
	readonly low: Probability;
	readonly high: Probability;
}

/** What the system believes about one learner and one skill, and beside it what the learner does. */
export interface Belief extends Amount {
	readonly skill: string;
	readonly state: SkillState;
	/** Chance of success on a reference item of the skill, now and in seven days without practice. */
	readonly now: Estimate;
	readonly inSevenDays: Estimate;
	/** Standard deviation of the log-odds now. */
	readonly uncertainty: number;
	readonly own: OwnBelief | undefined;
	/** Version of the parameters this was said with. */
	readonly modelVersion: string;
}

const WEEK = 7 * 86_400;
/** Normal quantile of a two-sided 90 % interval. */
const NINETY = 1.6449;

/** The thresholds behind the words, on the chance of success. */
export const THRESHOLDS = {
	secure: 0.82,
	secureLow: 0.55,
	nearly: 0.65,
	nearlyEvidence: 2,
	secureEvidence: 3,
	secureVaried: 2,
	/** What was secure stays so until the chance falls under this; then it is due a refresh. */
	refresh: 0.8
} as const;

/**
 * The belief about one skill at the instant `at` (seconds; absent = no time has passed). A skill
 * nobody has heard of is `unexplored` at the learner's general level.
 */
export function belief(model: Model, state: State, skill: string, at?: number): Belief {
	const amount = amountOf(state, skill);
	const uncertainty = uncertaintyOf(model, state, skill, at);
	const now = estimate(model, state, skill, at, uncertainty);
	return {
		skill,
		...amount,
		state: wordFor(amount, now, () => estimate(model, state, skill, undefined)),
		now,
		// Few who ask for a belief look ahead, and to look costs as much as the belief itself.
		get inSevenDays() {
			return estimate(model, state, skill, at === undefined ? undefined : at + WEEK);
		},
		uncertainty,
		own: state.own.get(skill),
		modelVersion: model.version
	};
}

function estimate(
	model: Model,
	state: State,
	skill: string,
	at: number | undefined,
	uncertainty = uncertaintyOf(model, state, skill, at)
): Estimate {
	const { logit, probability } = predict(model, state, { skills: [skill], at });
	const margin = NINETY * uncertainty;
	return {
		logit,
		probability,
		low: toProbability(logit - margin),
		high: toProbability(logit + margin)
	};
}

/**
 * `secure` needs a high chance, a low end that is not low, and enough varied evidence, as if no time
 * had passed: time alone never takes progress away, it makes a refresh due.
 */
function wordFor(amount: Amount, now: Estimate, lookAfresh: () => Estimate): SkillState {
	if (amount.evidence === 0) return 'unexplored';
	if (isSecure(amount, now)) return 'secure';
	// Too little to be anything else, so there is no need to look.
	if (amount.evidence < THRESHOLDS.nearlyEvidence) return 'working-on';
	const fresh = lookAfresh();
	if (isSecure(amount, fresh))
		return now.probability >= THRESHOLDS.refresh ? 'secure' : 'due-a-refresh';
	return fresh.probability >= THRESHOLDS.nearly ? 'nearly' : 'working-on';
}

function isSecure({ evidence, varied }: Amount, { probability, low }: Estimate): boolean {
	const enough = evidence >= THRESHOLDS.secureEvidence && varied >= THRESHOLDS.secureVaried;
	return enough && probability >= THRESHOLDS.secure && low >= THRESHOLDS.secureLow;
}

/** The beliefs about several skills, in their order. */
export const beliefs = (model: Model, state: State, skills: readonly string[], at?: number) =>
	skills.map((skill) => belief(model, state, skill, at));
