import type { Scope } from '../../platform/access/index.ts';
import { addDays } from '../../platform/clock/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { getGraph, type StrandId } from '../curriculum/index.ts';
import { beliefsOfMany } from '../learner-model/index.ts';
import { listRooms } from '../school/index.ts';
import type { WeekFacts } from './week-facts.ts';
import {
	countWeeksKnown,
	listAbsenceFacts,
	listBusyFacts,
	listCallFacts,
	listCredits,
	listGivenFacts,
	listOfferFacts,
	listOutcomeFacts,
	listPairFacts,
	listPersonFacts,
	listPlannedFacts,
	listRuleFacts,
	listSeatedFacts,
	listWishFacts
} from './week-facts.store.ts';
import { calendarOf } from './week-queries.ts';
import { weekSlots } from './week-slots.ts';
import type { WeekHead } from './week-view.store.ts';

/**
 * Everything a run or a repair of a week needs, in about twenty statements whatever the size of the site. Beliefs are
 * read as the actor: the software sees them all, a person those they stand to.
 */
export async function readWeekFacts(scope: Scope, week: WeekHead): Promise<WeekFacts> {
	const { siteId, startsOn } = week;
	const calendar = await calendarOf(scope, week);
	const people = await listPersonFacts(scope, week);
	const learnerIds = [
		...new Set(people.filter(({ role }) => role === 'learner').map(({ personId }) => personId))
	];
	const outcomes = await listOutcomeFacts(scope);
	return {
		week,
		slots: weekSlots(siteId, startsOn, calendar),
		rooms: await listRooms(scope, siteId),
		people,
		offers: await listOfferFacts(scope, week),
		absences: await listAbsenceFacts(scope, week),
		calls: await listCallFacts(scope, week),
		wishes: await listWishFacts(scope, week),
		pairs: await listPairFacts(scope),
		planned: await listPlannedFacts(scope, learnerIds),
		beliefs: await beliefsOfMany(scope, learnerIds),
		graph: await getGraph(scope, null),
		strandOf: new Map(
			outcomes.flatMap(({ outcomeId, strandId }): readonly (readonly [OutcomeId, StrandId])[] =>
				strandId === null ? [] : [[outcomeId, strandId]]
			)
		),
		agesOf: new Map(outcomes.map(({ outcomeId, from, to }) => [outcomeId, { from, to }])),
		credits: await listCredits(scope, week),
		rules: await listRuleFacts(scope, week),
		given: await listGivenFacts(scope, week),
		weeksKnown: await countWeeksKnown(scope, week),
		busy: await listBusyFacts(scope, week),
		before: await listSeatedFacts(scope, siteId, addDays(startsOn, -7)),
		published: await listSeatedFacts(scope, siteId, startsOn)
	};
}
