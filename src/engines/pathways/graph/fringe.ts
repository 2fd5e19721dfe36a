import { type Probability, probability } from '#engines/kernel/index.ts';
import type { Debt } from '../entitlement/entitlement-status.ts';
import type { Beliefs, OutcomeBelief } from '../learner.ts';
import type { OutcomeId } from '../units.ts';
import {
	type PrerequisiteGraph,
	type PrerequisiteIndex,
	indexGraph
} from './prerequisite-graph.ts';

/** An outcome that is ready to learn, with why. */
export interface ReadyOutcome {
	readonly outcomeId: OutcomeId;
	/** Mean chance over what precedes it; 1 where nothing does. */
	readonly readiness: Probability;
	/** What precedes it and is not yet likely: worth a look, never a lock. */
	readonly shaky: readonly OutcomeId[];
	/** How many outcomes further on stand on this one. */
	readonly opens: number;
}

/** Mean chance of the prerequisites from which an outcome counts as ready. */
export const readyFrom = 0.65;
/** Chance from which an outcome counts as likely to be there. */
export const likelyFrom = 0.6;

const noBelief: OutcomeBelief = {
	state: 'unexplored',
	probability: probability(0.2),
	uncertainty: probability(1)
};

/** The belief in an outcome, or the one held where nobody has looked yet. */
export function beliefIn(beliefs: Beliefs, id: OutcomeId): OutcomeBelief {
	return beliefs.get(id) ?? noBelief;
}

/**
 * The outer fringe: outcomes unexplored or being worked on whose prerequisites are mostly likely.
 * What the learner has begun comes first, then the readiest, then what opens most, then teaching order.
 */
export function fringe(graph: PrerequisiteGraph, beliefs: Beliefs): readonly ReadyOutcome[] {
	const index = indexGraph(graph);
	return index.order
		.filter((id) => isOpen(beliefIn(beliefs, id)))
		.map((id) => readinessOf(id, index, beliefs))
		.filter((ready) => ready.readiness >= readyFrom)
		.sort(
			(a, b) =>
				begun(beliefs, b) - begun(beliefs, a) || b.readiness - a.readiness || b.opens - a.opens
		);
}

const isOpen = (belief: OutcomeBelief) =>
	belief.state === 'unexplored' || belief.state === 'working-on';

const begun = (beliefs: Beliefs, ready: ReadyOutcome) =>
	Number(beliefIn(beliefs, ready.outcomeId).state === 'working-on');

function readinessOf(id: OutcomeId, index: PrerequisiteIndex, beliefs: Beliefs): ReadyOutcome {
	const before = index.before(id);
	const chance = (b: OutcomeId) => beliefIn(beliefs, b).probability;
	const mean =
		before.length === 0 ? 1 : before.reduce((sum, b) => sum + chance(b), 0) / before.length;
	return {
		outcomeId: id,
		// Rounding of a mean of ones may exceed one by an ulp.
		readiness: probability(Math.min(1, mean)),
		shaky: before.filter((b) => chance(b) < likelyFrom),
		opens: reachable(id, index).size
	};
}

function reachable(id: OutcomeId, index: PrerequisiteIndex): ReadonlySet<OutcomeId> {
	const seen = new Set<OutcomeId>();
	const stack = [...index.after(id)];
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		stack.push(...index.after(next));
	}
	return seen;
}

/**
 * Outcomes that would pay a debt: of each strand that is owed something, those ready now, latest
 * debt first. A strand with a debt and nothing ready is left out; the caller asks an adult.
 */
export function owedOutcomes(
	graph: PrerequisiteGraph,
	ready: readonly ReadyOutcome[],
	debts: readonly Debt[]
): readonly { readonly outcomeId: OutcomeId; readonly ruleId: string }[] {
	const strandOf = new Map(graph.outcomes.map((o) => [o.id, o.strandId]));
	return debts
		.filter((debt) => debt.owed > 0)
		.flatMap((debt) =>
			ready
				.filter((r) => strandOf.get(r.outcomeId) === debt.strandId)
				.map((r) => ({ outcomeId: r.outcomeId, ruleId: debt.ruleId }))
		);
}

/**
 * The smallest set of outcomes still missing below a target, in teaching order, the target last;
 * empty when the target is likely already. It stops at what is likely: nothing below it is asked again.
 */
export function pathTo(
	graph: PrerequisiteGraph,
	beliefs: Beliefs,
	target: OutcomeId
): readonly OutcomeId[] {
	const index = indexGraph(graph);
	const missing = new Set<OutcomeId>();
	const stack = index.position.has(target) ? [target] : [];
	for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
		if (missing.has(id) || beliefIn(beliefs, id).probability >= likelyFrom) continue;
		missing.add(id);
		stack.push(...index.before(id));
	}
	return index.order.filter((id) => missing.has(id));
}
