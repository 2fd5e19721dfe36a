import type { Scope } from '../../../platform/access/index.ts';
import type { Result } from '../../../platform/result.ts';
import {
	copyDay,
	removePeriod,
	savePeriod,
	type PeriodFailure,
	type SavePeriodInput,
	type StoredPeriod
} from '../../school/index.ts';
import type { copyDayInput, PeriodId, removePeriodInput } from '../../school/index.ts';
import type * as v from 'valibot';
import { forgetPeriodInOffers, isPeriodInUse } from '../period-use.store.ts';

/** The grid of a site as `school` keeps it, with what this module knows of a period's use. */
export const saveGridPeriod = (
	scope: Scope,
	input: SavePeriodInput
): Promise<Result<{ readonly periodId: PeriodId }, PeriodFailure>> =>
	savePeriod(scope, input, isPeriodInUse);

/** Takes a period out of the grid; offers that were held only then may be held in any. */
export async function removeGridPeriod(
	scope: Scope,
	input: v.InferOutput<typeof removePeriodInput>
): Promise<Result<{ readonly removed: StoredPeriod }, PeriodFailure>> {
	const removed = await removePeriod(scope, input, isPeriodInUse);
	if (removed.ok) await forgetPeriodInOffers(scope, input.periodId);
	return removed;
}

/** Gives other weekdays the periods of one. */
export const copyGridDay = (scope: Scope, input: v.InferOutput<typeof copyDayInput>) =>
	copyDay(scope, input, isPeriodInUse);
