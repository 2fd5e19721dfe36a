import {
	explain,
	whatWouldChange,
	belief,
	type Change,
	type Learner,
	type Model,
	type Term,
	type TermId
} from '#engines/learner-model/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { seconds, toBeliefView, type BeliefView } from './belief-view.ts';

/** One reason, in points of a hundred up (+) or down (-) from the middle. */
export interface Reason {
	readonly id: TermId;
	readonly points: number;
	/** Pieces of evidence behind it; 0 for what rests on none (where everyone starts). */
	readonly evidence: number;
}

/** What a person reads: terms that say the same to them, as one. */
export const pushKinds = [
	'start',
	'right',
	'wrong',
	'lately',
	'elsewhere',
	'time',
	'before',
	'after',
	'other'
] as const;
export type PushKind = (typeof pushKinds)[number];

/** Reasons of one kind together, in points up or down. */
export interface Push {
	readonly kind: PushKind;
	readonly points: number;
}

const kindOf: Readonly<Record<TermId, PushKind>> = {
	start: 'start',
	skill: 'start',
	calibration: 'start',
	'right-answers': 'right',
	'wrong-answers': 'wrong',
	recent: 'lately',
	streak: 'lately',
	surprise: 'lately',
	'just-before': 'lately',
	practice: 'lately',
	ability: 'elsewhere',
	overall: 'elsewhere',
	tenure: 'elsewhere',
	gap: 'time',
	pause: 'time',
	before: 'before',
	after: 'after',
	item: 'other',
	repeat: 'other',
	related: 'other',
	pattern: 'other'
};

/** Why the shown number is what it is: 50 plus the points of all reasons is `percent`, exactly. */
export interface ExplainedBelief {
	readonly belief: BeliefView;
	readonly percent: number;
	readonly reasons: readonly Reason[];
	/** The same points by kind, the strongest first; kinds that come to nought are left out. */
	readonly pushes: readonly Push[];
	readonly changes: readonly Change[];
}

/** The middle, where log-odds are nought: what is said of somebody when nothing speaks either way. */
const middle = 50;

/**
 * Terms in log-odds as whole points that add up to the shown percentage. Each term gets its share of the distance from
 * the middle in proportion (the signs stay), then the largest remainders are rounded up (Hamilton's method).
 */
export function pointsOf(
	terms: readonly Pick<Term, 'value'>[],
	logit: number,
	percent: number
): readonly number[] {
	const slope = logit === 0 ? 25 : (percent - middle) / logit;
	const exact = terms.map(({ value }) => value * slope);
	const floors = exact.map(Math.floor);
	const missing = percent - middle - floors.reduce((sum, points) => sum + points, 0);
	const byRemainder = exact
		.map((points, at) => ({ at, rest: points - Math.floor(points) }))
		.toSorted((a, b) => b.rest - a.rest || a.at - b.at)
		.slice(0, Math.max(0, missing));
	const raised = new Set(byRemainder.map(({ at }) => at));
	return floors.map((points, at) => points + (raised.has(at) ? 1 : 0));
}

/** Everything a learner may ask about one belief. */
export function explainOutcome(
	model: Model,
	learner: Learner,
	outcomeId: OutcomeId,
	now: Date
): ExplainedBelief {
	const at = seconds(now);
	const target = { skills: [outcomeId], at };
	const { terms, logit, probability } = explain(model, learner, target);
	const percent = Math.round(probability * 100);
	const points = pointsOf(terms, logit, percent);
	const reasons = terms.map(({ id, events }, i) => ({
		id,
		points: points[i] ?? 0,
		evidence: events.length
	}));
	return {
		belief: toBeliefView(outcomeId, belief(model, learner.state, outcomeId, at)),
		percent,
		reasons,
		pushes: pushesOf(reasons),
		changes: whatWouldChange(model, learner.state, outcomeId, at)
	};
}

/** Reasons by kind; what they add up to stays the same. */
export function pushesOf(reasons: readonly Reason[]): readonly Push[] {
	const sums = new Map<PushKind, number>();
	for (const { id, points } of reasons) {
		const kind = kindOf[id];
		sums.set(kind, (sums.get(kind) ?? 0) + points);
	}
	return [...sums]
		.map(([kind, points]) => ({ kind, points }))
		.filter(({ points }) => points !== 0)
		.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
