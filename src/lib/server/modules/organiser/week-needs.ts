import type { Need } from '#engines/organiser/index.ts';
import { fringe } from '#engines/pathways/index.ts';
import { addDays, type SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import { toPathwayBeliefs, type BeliefMap } from '../learner-model/index.ts';
import type { OfferId } from './organiser.tables.ts';
import type { OfferFact, PlannedFact, WeekFacts } from './week-facts.ts';
import { daysBetween } from './week-slots.ts';

/** How pressing each kind of need is, 1 (mild) to 5 (urgent); an adult's call brings its own. */
export const needSeverity = {
	/** A step or a goal of the plan that is due by the end of the week. */
	due: 4,
	/** A step or a goal of the plan, later or without a day. */
	planned: 2,
	/** Ready to learn by what is believed. */
	ready: 1
} as const;

/** At most so many outcomes a week only because the learner is ready for them: wishes keep their room. */
export const mostReady = 2;

/** How far outside an outcome's ages a learner may be and still count as ready for it, in years. */
const ageSlack = { younger: 1, older: 3 } as const;

/** What a learner may take, for asking which offers would meet a need. */
export interface Taker {
	readonly learnerId: PersonId;
	readonly age: number;
	readonly offers: readonly OfferFact[];
}

const idOf = (kind: string, learnerId: PersonId, what: string): string =>
	`${kind} ${learnerId} ${what}`;

const weeksSince = (since: SchoolDay, startsOn: SchoolDay): number =>
	Math.max(0, Math.floor(daysBetween(since, startsOn) / 7));

/** Calls that are no musts: each a need, met by the offer the adult named; waiting makes it weigh more. */
export const callNeeds = ({ calls, week }: Pick<WeekFacts, 'calls' | 'week'>): readonly Need[] =>
	calls
		.filter(({ isMust }) => !isMust)
		.map((call) => ({
			id: idOf('call', call.learnerId, call.callId),
			learner: call.learnerId,
			offers: [call.offerId],
			source: 'call',
			severity: call.severity,
			weeks: weeksSince(call.fromDay, week.startsOn)
		}));

function offersFor(planned: PlannedFact, offers: readonly OfferFact[]): readonly OfferId[] {
	const wanted = new Set(planned.outcomeIds);
	return offers
		.filter(
			(offer) =>
				(planned.opportunityId !== null && offer.opportunityId === planned.opportunityId) ||
				offer.builds.some((outcomeId) => wanted.has(outcomeId))
		)
		.map(({ offerId }) => offerId);
}

/** Steps and goals of the plan that an offer of this week would serve. */
function plannedNeeds(
	{ planned, week }: Pick<WeekFacts, 'planned' | 'week'>,
	{ learnerId, offers }: Taker
): readonly Need[] {
	const lastDay = addDays(week.startsOn, 6);
	return planned
		.filter((one) => one.learnerId === learnerId)
		.flatMap((one, index) => {
			const found = offersFor(one, offers);
			if (found.length === 0) return [];
			const isDue = one.dueOn !== null && one.dueOn <= lastDay;
			return {
				id: idOf('plan', learnerId, String(index)),
				learner: learnerId,
				offers: found,
				source: 'evidence',
				severity: isDue ? needSeverity.due : needSeverity.planned,
				weeks: Math.max(
					0,
					Math.floor((Date.parse(`${week.startsOn}T00:00:00Z`) - one.since.getTime()) / 604_800_000)
				)
			};
		});
}

/** The outcomes the learner is readiest for that an offer of this week builds, two at most. */
function readyNeeds(
	{ graph, agesOf }: Pick<WeekFacts, 'graph' | 'agesOf'>,
	beliefs: BeliefMap,
	{ learnerId, age, offers }: Taker
): readonly Need[] {
	if (beliefs.size === 0) return [];
	const builders = new Map<OutcomeId, OfferId[]>();
	for (const offer of offers)
		for (const outcome of offer.builds)
			builders.set(outcome, [...(builders.get(outcome) ?? []), offer.offerId]);
	const known = new Map(graph.ids.map((id) => [id as string, id]));
	const ready = fringe(
		{
			outcomes: graph.ids.map((id) => ({ id, strandId: '' })),
			precedes: graph.precedes.map(([from, to]) => ({ from, to }))
		},
		toPathwayBeliefs(beliefs)
	);
	return ready
		.flatMap(({ outcomeId }) => known.get(outcomeId) ?? [])
		.filter((outcomeId) => {
			const ages = agesOf.get(outcomeId);
			const [from, to] = [ages?.from ?? 0, ages?.to ?? 99];
			return (
				builders.has(outcomeId) && from - ageSlack.younger <= age && age <= to + ageSlack.older
			);
		})
		.slice(0, mostReady)
		.map((outcomeId) => ({
			id: idOf('ready', learnerId, outcomeId),
			learner: learnerId,
			offers: builders.get(outcomeId) ?? [],
			source: 'evidence',
			severity: needSeverity.ready,
			weeks: 0
		}));
}

/** What the plan and the evidence say a learner needs this week; never two needs for one offer alone. */
export function evidenceNeeds(facts: WeekFacts, taker: Taker): readonly Need[] {
	const planned = plannedNeeds(facts, taker);
	const met = new Set(planned.flatMap(({ offers }) => offers));
	const ready = readyNeeds(facts, facts.beliefs.get(taker.learnerId) ?? new Map(), taker);
	return [...planned, ...ready.filter(({ offers }) => !offers.every((offer) => met.has(offer)))];
}
