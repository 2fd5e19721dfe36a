import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { RefreshLimits } from '../learner-model/index.ts';
import { findCalendar } from './calendar.store.ts';
import { daysOff } from './days-off.ts';

/** Minutes of refreshing a day may hold, by age band: a start to the day, not a second lesson. */
const minutesPerDay: Readonly<Record<AgeBand, number>> = { '5-7': 3, '8-11': 9, '12-18': 15 };

/** Days planned ahead. */
const horizon = 14;

/** What refreshing may take of a learner's days: minutes by band, nothing on days without school. One statement. */
export async function refreshLimits(
	scope: Scope,
	learnerId: PersonId,
	band: AgeBand
): Promise<RefreshLimits> {
	const calendar = await findCalendar(scope, learnerId, horizon);
	return { minutesPerDay: minutesPerDay[band], daysOff: daysOff(calendar, scope.now, horizon) };
}
