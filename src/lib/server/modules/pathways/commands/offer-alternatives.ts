import {
	chooseAlternatives,
	predictSuccess,
	type Debt,
	type Doing,
	type StrandActivity,
	type Wish as EngineWish
} from '#engines/pathways/index.ts';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { toId, type OutcomeId, type PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { learnerBeliefs, toPathwayBeliefs } from '../../learner-model/index.ts';
import {
	listOffered,
	listOpportunitiesFor,
	type OpportunityId
} from '../../opportunities/index.ts';
import { insertSet } from '../alternative.store.ts';
import { debtsOf, fringeAt, toEngineOpportunity } from '../engine-input.ts';
import { contextOf, toLearnerFacts } from '../learner-facts.ts';
import { findFacts, listGraphRows, listRulesNow, type GraphRow } from '../learner-facts.store.ts';
import { seeAlternatives } from '../pathways.policy.ts';
import type { AlternativeSetId } from '../pathways.tables.ts';
import type { Wish } from '../wish.ts';

/** What only the plan knows: the engine's learner is complete with it. */
export interface PlanFacts {
	readonly done: readonly Doing[];
	readonly underWay: readonly OpportunityId[];
	/** What counts towards the entitlement. */
	readonly activities: readonly StrandActivity[];
}
export const noPlanFacts: PlanFacts = { done: [], underWay: [], activities: [] };

export interface OfferAlternativesInput {
	readonly id: AlternativeSetId;
	readonly learnerId: PersonId;
	readonly wish: Wish;
	readonly facts?: PlanFacts;
}

/** Opportunities are looked up for so many outcomes at most; the nearest ones come first. */
const mostOutcomes = 24;
const declinesKept = 180 * 86_400_000;
/** Teachers may read the reasons of a set, so what the learner keeps to themself never enters one. */
const audiences = ['teachers', 'teachers-and-family', 'everyone-with-me'];

/**
 * Draws three to five really different things a learner could do next and keeps them with their reasons. Where fewer
 * than three fit, the set says so and waits for an adult (`listTooFew`).
 */
export async function offerAlternatives(
	scope: Scope,
	{ id, learnerId, wish, facts = noPlanFacts }: OfferAlternativesInput
): Promise<
	Result<
		{ readonly setId: AlternativeSetId; readonly shown: number; readonly tooFew: boolean },
		Failure<'pathways.not-found'>
	>
> {
	if (!mayFor(scope.actor, seeAlternatives, learnerId)) return fail('pathways.not-found');
	const since = new Date(scope.now.getTime() - declinesKept);
	const row = await findFacts(scope, learnerId, since, audiences);
	if (!row) return fail('pathways.not-found');
	const known = toLearnerFacts(row, scope);
	const beliefs = toPathwayBeliefs(await learnerBeliefs(scope, learnerId));
	const graph = await listGraphRows(scope, 'all');
	const today = scope.today;
	const debts = debtsOf(await listRulesNow(scope, known.band, today), facts.activities, today);
	const ready = fringeAt(graph, beliefs, known.age).map((found) => found.outcomeId);
	const offered = await listOffered(scope, {
		outcomeIds: ready.map((outcomeId) => toId<OutcomeId>(outcomeId)),
		age: known.age
	});
	const { wanted, wished } = aim({ wish, graph, debts, ready, offered });
	const views = await listOpportunitiesFor(scope, { outcomeIds: wanted, age: known.age });
	const opportunities = views.map(toEngineOpportunity);
	const vocabulary = {
		interests: new Set(opportunities.flatMap((o) => [...o.interests, o.context, o.mode])),
		supports: new Set(opportunities.flatMap((o) => o.supports))
	};
	const seed = scope.seed();
	const chosen = chooseAlternatives({
		learner: {
			...contextOf(known, vocabulary),
			beliefs,
			fringe: ready,
			safetyMet: [],
			debts,
			done: facts.done,
			underWay: facts.underWay
		},
		opportunities,
		wish: wished,
		predict: (opportunity) => predictSuccess(opportunity, beliefs),
		seed,
		// A young child compares three; more is a shelf.
		show: known.band === '5-7' ? 3 : 4
	});
	const isNew = await insertSet(
		scope,
		{
			set_id: id,
			learner_id: learnerId,
			wish,
			weights_version: `${chosen.weights.name} ${chosen.weights.version}`,
			seed,
			fitting: chosen.fitting,
			too_few: chosen.tooFew,
			owed_unmet: chosen.owedUnmet
		},
		chosen.alternatives
	);
	if (isNew) {
		await recordDecision(scope, {
			action: 'pathways.offer-alternatives',
			learnerId,
			object: { type: 'alternative-set', id }
		});
	}
	return ok({ setId: id, shown: chosen.alternatives.length, tooFew: chosen.tooFew });
}

interface AimInput {
	readonly wish: Wish;
	readonly graph: readonly GraphRow[];
	readonly debts: readonly Debt[];
	readonly ready: readonly string[];
	/** The ready ones that the bank has something for: a place without anything to do cannot be a way on. */
	readonly offered: ReadonlySet<string>;
}

/** Which outcomes to look for, and what the engine is asked. */
function aim({ wish, graph, debts, ready, offered }: AimInput) {
	const late = new Set(debts.filter((d) => d.lateShare > 0).map((d) => d.strandId));
	const strandOf = new Map(graph.map(({ id, strandId }) => [id, strandId]));
	const possible = ready.filter((id) => offered.has(id));
	const owed = possible.filter((id) => late.has(strandOf.get(id) ?? ''));
	const wished = toEngineWish(wish, ready, strandOf);
	const asked =
		wished.kind === 'goal'
			? wished.outcomes
			: wished.kind === 'outcome'
				? [wished.outcome]
				: spread(possible, strandOf);
	const wanted = [...new Set([...asked, ...owed])].slice(0, mostOutcomes);
	return { wanted: wanted.map((id) => toId<OutcomeId>(id)), wished };
}

function toEngineWish(
	wish: Wish,
	ready: readonly string[],
	strandOf: ReadonlyMap<string, string | null>
): EngineWish {
	switch (wish.kind) {
		case 'surprise':
			return wish;
		case 'outcome':
			return { kind: 'outcome', outcome: wish.outcomeId };
		case 'strand':
			return {
				kind: 'goal',
				outcomes: ready.filter((id) => strandOf.get(id) === wish.strandId).slice(0, mostOutcomes)
			};
		case 'goal':
			// A goal of life names no outcome: anything that is ready may serve it.
			return wish.outcomeIds.length === 0
				? { kind: 'surprise' }
				: { kind: 'goal', outcomes: wish.outcomeIds };
	}
}

/** Turn by turn from each strand, so that one long strand does not crowd out the others. */
function spread(
	ready: readonly string[],
	strandOf: ReadonlyMap<string, string | null>
): readonly string[] {
	const byStrand = Map.groupBy(ready, (id) => strandOf.get(id) ?? '');
	const longest = Math.max(0, ...[...byStrand.values()].map((list) => list.length));
	return Array.from({ length: longest }, (_, i) =>
		[...byStrand.values()].flatMap((list) => list[i] ?? [])
	).flat();
}
