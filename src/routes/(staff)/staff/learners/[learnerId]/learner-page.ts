import { ladderOf } from '#lib/server/modules/agency/index.ts';
import { listOutcomes, type OutcomeView } from '#lib/server/modules/curriculum/index.ts';
import { listEvidence, type EvidenceView } from '#lib/server/modules/evidence/index.ts';
import {
	learnerBeliefs,
	shortTitle,
	type BeliefMap,
	type BeliefView
} from '#lib/server/modules/learner-model/index.ts';
import { meetLearner, recordAccess } from '#lib/server/modules/people/index.ts';
import { isInForce, listGoals, waitingOf, type GoalView } from '#lib/server/modules/plans/index.ts';
import { personOf, type Scope } from '#lib/server/platform/access/index.ts';
import type { OutcomeId, PersonId } from '#lib/server/platform/ids.ts';
import { getThread } from '#lib/server/talk.ts';
import { matterOf } from '../matter.ts';

const evidenceShown = 8;
/** What is going on is shown whole; what is secure is counted beyond these. */
const placesShown = 10;

const order: readonly BeliefView['state'][] = [
	'working-on',
	'nearly',
	'due-a-refresh',
	'secure',
	'unexplored'
];

/** Beliefs an adult can act on, those that are going on first. */
const worthShowing = (beliefs: BeliefMap): readonly BeliefView[] =>
	[...beliefs.values()]
		.filter(({ state, own }) => state !== 'unexplored' || own !== null)
		.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.evidence - a.evidence);

function toPlace(belief: BeliefView, outcomes: ReadonlyMap<OutcomeId, OutcomeView>) {
	const words = outcomes.get(belief.outcomeId)?.words ?? '';
	return {
		outcomeId: belief.outcomeId,
		title: shortTitle(words),
		words,
		state: belief.state,
		evidence: Math.round(belief.evidence),
		spread: belief.evidence > 0 ? belief.high - belief.low : 1,
		own: belief.own
	};
}

/** What the plan says about what matters now. */
function planOf(goals: readonly GoalView[]) {
	const turns = goals.map((goal) => waitingOf(goal)?.turn);
	const reviews = goals.flatMap(({ state, fields }) =>
		isInForce(state) && fields.reviewOn ? [fields.reviewOn] : []
	);
	return {
		inForce: goals.filter(({ state }) => isInForce(state)).length,
		waitForAdult: turns.filter((turn) => turn === 'adult').length,
		waitForLearner: turns.filter((turn) => turn === 'learner').length,
		reviewOn: reviews.toSorted()[0] ?? null
	};
}

const toLine = (event: EvidenceView, outcomes: ReadonlyMap<OutcomeId, OutcomeView>) => ({
	eventId: event.eventId,
	kind: event.kind,
	at: event.at,
	place: event.place,
	result: event.result,
	words: event.words,
	withdrawnAt: event.withdrawnAt,
	about: event.outcomeIds.flatMap((id) => outcomes.get(id)?.words ?? []).slice(0, 2)
});

/**
 * Everything one screen says about a learner: their words, goals, what the system believes, evidence, who decides what,
 * who is around them, the talk. Eight statements; writes that this adult opened it. Null where missing or forbidden.
 */
export async function loadLearnerPage(scope: Scope, learnerId: PersonId, locale: string) {
	const [around, goals, beliefs, evidence] = await Promise.all([
		meetLearner(scope, learnerId),
		listGoals(scope, learnerId),
		learnerBeliefs(scope, learnerId),
		listEvidence(scope, learnerId, { limit: evidenceShown })
	]);
	const band = around?.learner.band ?? '12-18';
	const shown = worthShowing(beliefs);
	const outcomeIds = [
		...shown.slice(0, placesShown).map(({ outcomeId }) => outcomeId),
		...evidence.flatMap((event) => event.outcomeIds)
	];
	const [ladder, listed, thread] = await Promise.all([
		ladderOf(scope, learnerId, band),
		listOutcomes(scope, { outcomeIds }, { band, locale }),
		getThread(scope, { kind: 'home', id: learnerId }, { marksSeen: around !== null, limit: 10 })
	]);
	const outcomes = new Map(listed.map((one) => [one.outcomeId, one]));
	if (!around) return null;
	await recordAccess(scope, personOf(scope).personId, learnerId, 'profile');
	const { learner, profile, adults } = around;
	const lastAt = evidence[0]?.at ?? null;
	return {
		learner,
		profile,
		adults: adults.filter(({ personId }) => personId !== personOf(scope).personId),
		matter: matterOf({ plan: planOf(goals), lastAt, now: scope.now }),
		goals: goals
			.filter(({ state }) => isInForce(state))
			.map(({ goalId, fields, commitments }) => ({ goalId, fields, commitments })),
		places: shown
			.slice(0, placesShown)
			.filter(({ outcomeId }) => outcomes.has(outcomeId))
			.map((belief) => toPlace(belief, outcomes)),
		morePlaces: Math.max(0, shown.length - placesShown),
		evidence: evidence.map((event) => toLine(event, outcomes)),
		ladder: Object.entries(ladder).map(([kind, { rung, why }]) => ({ kind, rung, why })),
		thread
	};
}
