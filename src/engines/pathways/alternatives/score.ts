import { probability } from '#engines/kernel/index.ts';
import { beliefIn, likelyFrom } from '../graph/fringe.ts';
import type { Opportunity } from '../opportunity.ts';
import { minutes } from '../units.ts';
import { bandShift, declinedEvidence, fading, heldAgainst } from './declines.ts';
import { needTerm } from './need.ts';
import { stretchBand } from './profile.ts';
import type { Evidence, Reason } from './reason.ts';
import type { ScoreContext, Term } from './term.ts';
import { type ScoreTerm, type Weights, scoreTerms } from './weights.ts';

/**
 * The terms of an opportunity's score for a learner, in whole points. The score is their sum, so that
 * the reasons shown add up to it exactly.
 */
export function scoreReasons(
	opportunity: Opportunity,
	context: ScoreContext,
	weights: Weights
): readonly Reason[] {
	return scoreTerms.map((term) => {
		const { raw, evidence } = terms[term](opportunity, context);
		const bounded = Math.min(1, Math.max(-1, raw));
		// Adding zero turns a rounded -0 into 0.
		return { term, value: Math.round(bounded * weights.points[term]) + 0, evidence };
	});
}

/** The sum of the values of the reasons. */
export function totalOf(reasons: readonly Reason[]): number {
	return reasons.reduce((sum, reason) => sum + reason.value, 0);
}

const terms: Readonly<Record<ScoreTerm, (o: Opportunity, c: ScoreContext) => Term>> = {
	need: needTerm,
	readiness: readinessTerm,
	interest: interestTerm,
	strengths: (o, { learner }) => sharedTags('strengths', learner.strengths, o.strengths),
	supports: supportsTerm,
	access: accessTerm,
	freshness: freshnessTerm
};

/** Full inside the band, falling by one for each 0.25 of predicted success outside it. */
function readinessTerm(o: Opportunity, { learner, success }: ScoreContext): Term {
	const shift = bandShift(learner);
	const from = probability(stretchBand.from + shift);
	const to = probability(stretchBand.to + shift);
	const outside = Math.max(0, from - success, success - to);
	const shaky = o.needsFirst.filter((id) => beliefIn(learner.beliefs, id).probability < likelyFrom);
	// Prerequisites advise: with all of them missing the term loses less than half of its range.
	const missing = o.needsFirst.length === 0 ? 0 : (0.4 * shaky.length) / o.needsFirst.length;
	const band: Evidence = { kind: 'success', predicted: success, from, to };
	const advice: readonly Evidence[] =
		shaky.length > 0 ? [{ kind: 'helps-first', outcomeIds: shaky }] : [];
	const moved = learner.declined.filter(
		(d) => (d.reason === 'too-hard' || d.reason === 'too-easy') && fading(d.daysAgo) > 0
	);
	return {
		raw: 1 - outside / 0.25 - missing,
		evidence: [band, ...advice, ...moved.map(declinedEvidence)]
	};
}

function interestTerm(o: Opportunity, { learner }: ScoreContext): Term {
	const shared = sharedTags('interests', learner.interests, o.interests);
	const held = heldAgainst(o, learner, ['not-interested']);
	return { raw: shared.raw - held.amount, evidence: [...shared.evidence, ...held.evidence] };
}

/** One shared tag gives .70 of the term, two .91, three .97: more never hurts, the first counts most. */
function sharedTags(
	kind: 'interests' | 'strengths',
	mine: readonly string[],
	theirs: readonly string[]
): Term {
	const tags = [...new Set(mine)].filter((tag) => theirs.includes(tag));
	if (tags.length === 0) return { raw: 0, evidence: [] };
	return { raw: 1 - 0.3 ** tags.length, evidence: [{ kind, tags }] };
}

function supportsTerm(o: Opportunity, { learner }: ScoreContext): Term {
	const { helpful } = learner.supports;
	if (helpful.length === 0) return { raw: 0, evidence: [] };
	const given = helpful.filter((support) => o.supports.includes(support));
	const missing = helpful.filter((support) => !o.supports.includes(support));
	return { raw: given.length / helpful.length, evidence: [{ kind: 'supports', given, missing }] };
}

/** Starts full; an hour of travel, the whole ceiling of cost, or a second language take half off each. */
function accessTerm(o: Opportunity, { learner }: ScoreContext): Term {
	const travel = (o.placeId === undefined ? undefined : learner.reach.get(o.placeId)) ?? minutes(0);
	const costShare = o.cost === 0 ? 0 : o.cost / Math.max(o.cost, learner.costCeiling);
	const language = learner.languages.find((l) => o.languages.includes(l));
	const first = language === undefined || language === learner.languages[0];
	const held = heldAgainst(o, learner, ['no-time', 'with-others', 'place', 'cost']);
	const spoken: readonly Evidence[] =
		language === undefined ? [] : [{ kind: 'language', language, first }];
	return {
		raw: 1 - travel / 120 - costShare / 2 - (first ? 0 : 0.5) - held.amount,
		evidence: [{ kind: 'effort', travel, cost: o.cost }, ...spoken, ...held.evidence]
	};
}

/** Full when new; done or declined counts fully against it on the day, not at all when forgotten. */
function freshnessTerm(o: Opportunity, { learner }: ScoreContext): Term {
	const done = learner.done.filter((d) => d.opportunityId === o.id && fading(d.daysAgo) > 0);
	const declined = learner.declined.filter(
		(d) => d.opportunityId === o.id && fading(d.daysAgo) > 0
	);
	const freshest = Math.max(0, ...[...done, ...declined].map((met) => fading(met.daysAgo)));
	const evidence: readonly Evidence[] = [
		...done.map((d): Evidence => ({ kind: 'done', daysAgo: d.daysAgo })),
		...declined.map(declinedEvidence)
	];
	return { raw: 1 - 2 * freshest, evidence: evidence.length > 0 ? evidence : [{ kind: 'new' }] };
}
