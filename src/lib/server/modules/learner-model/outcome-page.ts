import { replay, type Change } from '#engines/learner-model/index.ts';
import { mayFor, type Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import {
	listOutcomes,
	type OutcomeView,
	type StrandId,
	type Wording
} from '../curriculum/index.ts';
import { listEvidence, type EvidenceId, type EvidenceView } from '../evidence/index.ts';
import { viewBeliefs, type BeliefView } from './belief-view.ts';
import { loadOutcomeExtras } from './challenge.store.ts';
import type { ChallengeState, ChallengeWish } from './challenge.ts';
import { explainOutcome, type Push, type Reason } from './explanation.ts';
import { seeBeliefs } from './learner-model.policy.ts';
import type { ChallengeId } from './learner-model.tables.ts';
import { statesIn, strandGraph, suitsBand, type PlaceState } from './places.ts';
import { toPlace, type PlaceView } from './map.ts';
import { wholeLogOf } from './states.ts';

/** Everything about one outcome and one learner. */
export interface OutcomePage {
	readonly outcomeId: OutcomeId;
	readonly strandId: StrandId | null;
	readonly strandName: string | null;
	readonly words: string;
	readonly statement: string;
	readonly state: PlaceState;
	readonly belief: BeliefView;
	readonly percent: number;
	readonly reasons: readonly Reason[];
	readonly pushes: readonly Push[];
	readonly changes: readonly Change[];
	/** Newest first, at most ten; withdrawn ones are marked. */
	readonly evidence: readonly EvidenceView[];
	/** The key to go on with, where there is more. */
	readonly olderThan: EvidenceId | null;
	/** What helps first, and what it opens. */
	readonly before: readonly PlaceView[];
	readonly after: readonly PlaceView[];
	readonly isAskable: boolean;
	readonly challenges: readonly {
		readonly challengeId: ChallengeId;
		readonly words: string;
		readonly wants: ChallengeWish;
		readonly state: ChallengeState;
		readonly answer: string | null;
	}[];
}

const evidenceOnPage = 10;

/** One outcome of a learner: why, how sure, what would change it; null where missing or not to be seen. */
export async function getOutcomePage(
	scope: Scope,
	learnerId: PersonId,
	outcomeId: OutcomeId,
	{ band, locale, before }: Wording & { readonly before?: EvidenceId }
): Promise<OutcomePage | null> {
	const isOpen = mayFor(scope.actor, seeBeliefs, learnerId);
	const { current, events } = await wholeLogOf(scope, isOpen ? learnerId : null);
	const around = neighboursOf(current.graph.precedes, outcomeId);
	const outcomeIds = [outcomeId, ...around.before, ...around.after];
	const which = { outcomeId, limit: evidenceOnPage + 1, ...(before && { before }) };
	const [outcomes, evidence, extras] = await Promise.all([
		listOutcomes(scope, { outcomeIds }, { band, locale }),
		listEvidence(scope, learnerId, which),
		loadOutcomeExtras(scope, learnerId, outcomeId)
	]);
	const outcome = outcomes.find((one) => one.outcomeId === outcomeId);
	if (!outcome || !isOpen) return null;

	const learner = replay(current.model, events);
	const beliefs = viewBeliefs(current.model, learner.state, scope.now);
	const suits = (id: OutcomeId) => suitsBand(current.outcomes.get(id) ?? noAges, band);
	const states = outcome.strandId
		? statesIn(strandGraph(current, outcome.strandId), beliefs, suits)
		: new Map<OutcomeId, PlaceState>();
	const explained = explainOutcome(current.model, learner, outcomeId, scope.now);
	const place = (id: OutcomeId) => placeOf(outcomes, id, (one) => toPlace(one, states, beliefs));
	return {
		outcomeId,
		strandId: outcome.strandId,
		strandName: outcome.strandName,
		words: outcome.words,
		statement: outcome.statement,
		state: states.get(outcomeId) ?? explained.belief.state,
		...explained,
		evidence: evidence.slice(0, evidenceOnPage),
		olderThan: evidence.length > evidenceOnPage ? lastKey(evidence) : null,
		before: around.before.flatMap(place),
		after: around.after.flatMap(place),
		...extras
	};
}

const noAges = { ageFrom: null, ageTo: null };
const mostNeighbours = 6;

function neighboursOf(
	precedes: readonly (readonly [OutcomeId, OutcomeId])[],
	outcomeId: OutcomeId
) {
	const before = precedes.filter(([, to]) => to === outcomeId).map(([from]) => from);
	const after = precedes.filter(([from]) => from === outcomeId).map(([, to]) => to);
	return { before: before.slice(0, mostNeighbours), after: after.slice(0, mostNeighbours) };
}

const placeOf = (
	outcomes: readonly OutcomeView[],
	id: OutcomeId,
	view: (outcome: OutcomeView) => PlaceView
): PlaceView[] => outcomes.filter((one) => one.outcomeId === id).map(view);

const lastKey = (evidence: readonly EvidenceView[]): EvidenceId | null =>
	evidence[evidenceOnPage - 1]?.eventId ?? null;
