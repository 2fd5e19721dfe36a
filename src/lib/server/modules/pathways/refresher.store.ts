import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { Wording } from '../curriculum/index.ts';
import { calendarQuery } from './calendar.store.ts';
import type { SchoolCalendar } from './days-off.ts';

/** What may be refreshed, as a statement gives it. */
export interface RefresherRow {
	readonly outcomeId: OutcomeId;
	readonly words: string;
	readonly calendar: SchoolCalendar;
}

/** One outcome in a learner's words, with whether there is school today: one row, none where the outcome is gone. */
export const refresherQuery = (
	scope: Scope,
	learnerId: PersonId,
	outcomeId: OutcomeId | null,
	{ band, locale }: Wording
): RawBuilder<RefresherRow> => sql<RefresherRow>`
select o.outcome_id as "outcomeId", coalesce(mine.words, english.words, o.statement) as words,
	(select to_jsonb(c) from (${calendarQuery(scope, learnerId, 1)}) c) as calendar
from adopted_outcome o
left join learner_statement mine on mine.community_id = ${scope.communityId} and mine.outcome_id = o.outcome_id
	and mine.band = ${band} and mine.locale = ${locale}
left join learner_statement english on english.community_id = ${scope.communityId} and english.outcome_id = o.outcome_id
	and english.band = ${band} and english.locale = 'en'
where o.community_id = ${scope.communityId} and o.outcome_id = ${outcomeId}`;
