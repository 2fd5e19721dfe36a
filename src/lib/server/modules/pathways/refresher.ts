import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { daysOff } from './days-off.ts';
import type { RefresherRow } from './refresher.store.ts';

export { refresherQuery, type RefresherRow } from './refresher.store.ts';

/** Something a learner could do before and may freshen up today. */
export interface Refresher {
	readonly outcomeId: OutcomeId;
	readonly words: string;
}

/** What was read, as something to do: nothing on a day without school. */
export function refresherOf(
	{ now }: Pick<Scope, 'now'>,
	row: RefresherRow | null
): Refresher | null {
	if (row === null || daysOff(row.calendar, now, 1).has(0)) return null;
	return { outcomeId: row.outcomeId, words: row.words };
}
