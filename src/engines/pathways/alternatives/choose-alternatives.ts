import { type Probability, createRandom } from '#engines/kernel/index.ts';
import { beliefIn, likelyFrom } from '../graph/fringe.ts';
import type { LearnerContext, Wish } from '../learner.ts';
import type { Opportunity } from '../opportunity.ts';
import type { OpportunityId, OutcomeId, StrandId } from '../units.ts';
import { type Candidate, chooseDiverse } from './diverse-set.ts';
import {
	type HardLimit,
	type LimitContext,
	hardLimits,
	limitFor,
	pressingStrands,
	wishedOutcomes
} from './hard-limits.ts';
import { type Profile, profileOf, stretchBand } from './profile.ts';
import type { Reason } from './reason.ts';
import { scoreReasons, totalOf } from './score.ts';
import { type Weights, weightsFor } from './weights.ts';

export interface AlternativesInput {
	readonly learner: LearnerContext;
	readonly opportunities: readonly Opportunity[];
	readonly wish: Wish;
	/** How likely the learner is to succeed at it now; {@link predictSuccess} where no model is at hand. */
	readonly predict: (opportunity: Opportunity) => Probability;
	/** Decides only between equals; an integer. */
	readonly seed: number;
	/** Most alternatives shown, three to five; 4 unless given. */
	readonly show?: 3 | 4 | 5;
	/** {@link weightsFor} the wish unless given. */
	readonly weights?: Weights;
	/** Search steps per set size, 20,000 unless given. */
	readonly budget?: number;
}

/** One thing the learner could do, with its reasons. */
export interface Alternative {
	readonly opportunityId: OpportunityId;
	/** Whole points: the sum of the values of `reasons`, exactly. */
	readonly score: number;
	/** One for each term, in the order of `scoreTerms`. */
	readonly reasons: readonly Reason[];
	readonly profile: Profile;
	readonly predictedSuccess: Probability;
	/** Predicted success lies in 0.60-0.85. */
	readonly inStretchBand: boolean;
	/** Helps to have first and is not likely yet: advice, never a lock. */
	readonly helpsFirst: readonly OutcomeId[];
	/** Late strands that it pays. */
	readonly pays: readonly StrandId[];
}

export interface Alternatives {
	/** Best score first; every two differ in at least two of the six dimensions. */
	readonly alternatives: readonly Alternative[];
	/** Fewer than three: say so, and ask an adult. */
	readonly tooFew: boolean;
	/** Opportunities looked at: those that fit, those excluded, and those that fit too poorly. */
	readonly considered: number;
	readonly fitting: number;
	/** Each by the first limit it met. */
	readonly excluded: Readonly<Record<HardLimit, number>>;
	/** Nothing against them, but fewer points than the least worth offering. */
	readonly tooWeak: number;
	/** Late strands that nothing that fits would pay: an adult has to find something. */
	readonly owedUnmet: readonly StrandId[];
	readonly weights: { readonly name: string; readonly version: number };
	/** Whether the set is proven best, and by how much it could be beaten where not. */
	readonly search: {
		readonly optimal: boolean;
		readonly total: number;
		readonly bound: number;
		readonly steps: number;
	};
}

/**
 * Three to five opportunities that fit a learner and really differ, each with the terms of its score.
 *
 * Hard limits exclude; where a strand is late, at least one of the set pays the latest strand that can
 * be paid, whatever the wish. Prerequisites advise. The same input gives the same answer, in
 * whatever order the opportunities come.
 */
export function chooseAlternatives(input: AlternativesInput): Alternatives {
	const { learner, wish } = input;
	const weights = input.weights ?? weightsFor(wish);
	const limits: LimitContext = { learner, wish, pressing: pressingStrands(learner) };
	const { open, excluded } = applyLimits(shuffled(input), limits);
	const scored = open.map((opportunity) => scoreOne(opportunity, input, limits, weights));
	const fitting = scored.filter((alternative) => alternative.score >= weights.least);
	const payable = limits.pressing.filter((s) => fitting.some((a) => a.pays.includes(s)));
	const set = chooseDiverse(
		fitting.map((a) => candidateOf(a, payable[0])),
		{
			size: input.show ?? 4,
			spread: weights.spread,
			mustPay: payable.length > 0,
			budget: input.budget ?? 20_000
		}
	);
	return {
		alternatives: set.chosen.map((candidate) => candidate.alternative),
		tooFew: set.chosen.length < 3,
		considered: input.opportunities.length,
		fitting: fitting.length,
		excluded,
		tooWeak: scored.length - fitting.length,
		owedUnmet: limits.pressing.filter((strand) => !payable.includes(strand)),
		weights: { name: weights.name, version: weights.version },
		search: { optimal: set.optimal, total: set.total, bound: set.bound, steps: set.steps }
	};
}

/** Ordered by id, then shuffled by the seed (Fisher-Yates), so that only the seed decides between equals. */
function shuffled({ opportunities, seed }: AlternativesInput): readonly Opportunity[] {
	const list = opportunities.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
	const random = createRandom(seed);
	return list
		.map((opportunity) => ({ opportunity, key: random.next() }))
		.sort((a, b) => a.key - b.key)
		.map(({ opportunity }) => opportunity);
}

function applyLimits(opportunities: readonly Opportunity[], limits: LimitContext) {
	const excluded: Record<string, number> = {};
	const open: Opportunity[] = [];
	for (const opportunity of opportunities) {
		const limit = limitFor(opportunity, limits);
		if (limit === undefined) open.push(opportunity);
		else excluded[limit] = (excluded[limit] ?? 0) + 1;
	}
	return { open, excluded: countsOf(excluded) };
}

function countsOf(found: Readonly<Record<string, number>>): Record<HardLimit, number> {
	const counts = hardLimits.map((limit) => [limit, found[limit] ?? 0] as const);
	// SAFETY: `counts` has one entry for each member of `hardLimits`.
	return Object.fromEntries(counts) as Record<HardLimit, number>;
}

function scoreOne(
	opportunity: Opportunity,
	{ learner, wish, predict }: AlternativesInput,
	{ pressing }: LimitContext,
	weights: Weights
): Alternative {
	const success = predict(opportunity);
	const context = { learner, wished: wishedOutcomes(wish), success };
	const reasons = scoreReasons(opportunity, context, weights);
	return {
		opportunityId: opportunity.id,
		score: totalOf(reasons),
		reasons,
		profile: profileOf(opportunity, success),
		predictedSuccess: success,
		inStretchBand: success >= stretchBand.from && success <= stretchBand.to,
		helpsFirst: opportunity.needsFirst.filter(
			(id) => beliefIn(learner.beliefs, id).probability < likelyFrom
		),
		pays: pressing.filter((strand) => opportunity.strands.includes(strand))
	};
}

interface AlternativeCandidate extends Candidate {
	readonly alternative: Alternative;
}

function candidateOf(alternative: Alternative, owed: StrandId | undefined): AlternativeCandidate {
	const { score, profile, pays } = alternative;
	return { alternative, score, profile, pays: owed !== undefined && pays.includes(owed) };
}
