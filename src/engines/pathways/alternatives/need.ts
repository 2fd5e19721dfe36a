import type { OutcomeBelief } from '../learner.ts';
import { beliefIn } from '../graph/fringe.ts';
import type { Opportunity } from '../opportunity.ts';
import type { OutcomeId } from '../units.ts';
import type { Evidence } from './reason.ts';
import type { ScoreContext, Term } from './term.ts';

/** An outcome that was not asked for counts this much of one that was. */
const unaskedShare = 0.5;
/** An outcome outside the fringe counts this much of one that is ready. */
const unreadyShare = 0.7;
/** What is due a refresh is at least this much of a need, however likely it still is. */
const refreshNeed = 0.5;

interface Weighed {
	readonly amount: number;
	readonly evidence: Evidence;
}

/**
 * How much the learner needs what this builds: its greatest single need, so that a thing that
 * claims twenty outcomes gains nothing by it. A strand that is owed is a need too.
 */
export function needTerm(opportunity: Opportunity, context: ScoreContext): Term {
	const needs = [
		...opportunity.builds.map((id) => outcomeNeed(id, context)),
		...debtNeeds(opportunity, context)
	];
	const greatest = needs.reduce<Weighed | undefined>(
		(best, next) => (best && best.amount >= next.amount ? best : next),
		undefined
	);
	return greatest
		? { raw: greatest.amount, evidence: [greatest.evidence] }
		: { raw: 0, evidence: [] };
}

function outcomeNeed(outcomeId: OutcomeId, { learner, wished }: ScoreContext): Weighed {
	const { amount, channel, chance } = lack(beliefIn(learner.beliefs, outcomeId));
	const isWished = wished?.has(outcomeId) ?? false;
	const ready = learner.fringe.includes(outcomeId);
	const share = (wished && !isWished ? unaskedShare : 1) * (ready ? 1 : unreadyShare);
	return {
		amount: amount * share,
		evidence: { kind: 'outcome', outcomeId, channel, probability: chance, wished: isWished, ready }
	};
}

/**
 * What is lacking, by the system's belief (a lack it is unsure of counts up to half less) or by the
 * learner's own, whichever is more: the two are compared, never averaged.
 */
function lack(belief: OutcomeBelief) {
	const known = (1 - belief.probability) * (1 - belief.uncertainty / 2);
	const system = belief.state === 'due-a-refresh' ? Math.max(refreshNeed, known) : known;
	const own = belief.own === undefined ? -1 : 1 - belief.own;
	return own > system && belief.own !== undefined
		? { amount: own, channel: 'own' as const, chance: belief.own }
		: { amount: system, channel: 'belief' as const, chance: belief.probability };
}

/** Late strands count from .5 (just late) to 1 (all of it late). */
function debtNeeds(opportunity: Opportunity, { learner }: ScoreContext): readonly Weighed[] {
	return learner.debts
		.filter((d) => d.lateShare > 0 && opportunity.strands.includes(d.strandId))
		.map((d) => ({
			amount: 0.5 + d.lateShare / 2,
			evidence: { kind: 'entitlement', strandId: d.strandId, lateShare: d.lateShare }
		}));
}
