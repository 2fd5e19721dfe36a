import { type Probability, toLogit, toProbability } from '#engines/kernel/index.ts';
import { beliefIn } from '../graph/fringe.ts';
import type { Beliefs } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';

/** Help at hand makes the first tries at an activity likelier to succeed than an unaided check of it. */
const helpAtHand = 1;

/**
 * A stand-in for the learner model's prediction: the mean log-odds of what the opportunity builds and
 * what it needs first, plus one for the help that an activity gives. 0.6 where it names no outcome.
 */
export function predictSuccess(opportunity: Opportunity, beliefs: Beliefs): Probability {
	const ids = [...new Set([...opportunity.builds, ...opportunity.needsFirst])];
	if (ids.length === 0) return toProbability(toLogit(0.6));
	const odds = ids.map((id) => toLogit(beliefIn(beliefs, id).probability, 0.01));
	return toProbability(odds.reduce((sum, value) => sum + value, 0) / ids.length + helpAtHand);
}
