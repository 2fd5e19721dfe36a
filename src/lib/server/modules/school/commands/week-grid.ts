import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, numberField, timeField, wordsField } from '../../../platform/http/fields.ts';
import type { SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockSite } from '../calendar.store.ts';
import {
	deletePeriods,
	findPeriod,
	listPeriodsOfDays,
	orderByTime,
	putPeriods,
	updatePeriod,
	type StoredPeriod
} from '../period.store.ts';
import { overlap, startingDay } from '../periods.ts';
import { changeSchool } from '../school.policy.ts';
import { periodKinds, type PeriodId } from '../school.store.ts';

/** Whether published weeks or the roll stand on a period; known to a higher module, so it is asked through this port. */
export type IsPeriodInUse = (scope: Scope, periodId: PeriodId) => Promise<boolean>;

export const savePeriodInput = v.object({
	/** Comes with the form: sent again, it changes the same period. */
	periodId: idField<PeriodId>(),
	siteId: idField<SiteId>(),
	weekday: numberField(1, 7),
	name: wordsField(60),
	startsAt: timeField(),
	endsAt: timeField(),
	kind: v.picklist(periodKinds)
});
export type SavePeriodInput = v.InferOutput<typeof savePeriodInput>;

export type PeriodFailure = Failure<
	'school.not-found' | 'school.ends-first' | 'school.periods-overlap' | 'school.period-in-use'
>;

/** A new period of a weekday, or new facts for one that is there; the order follows the times. */
export async function savePeriod(
	scope: Scope,
	input: SavePeriodInput,
	isInUse: IsPeriodInUse
): Promise<Result<{ readonly periodId: PeriodId }, PeriodFailure>> {
	const { siteId, weekday, periodId } = input;
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const known = await findPeriod(scope, periodId);
	if (known && (known.siteId !== siteId || known.weekday !== weekday)) {
		return fail('school.not-found');
	}
	if (input.endsAt <= input.startsAt) return fail('school.ends-first', 'endsAt');
	const day = await listPeriodsOfDays(scope, siteId, [weekday]);
	if (day.some((other) => other.periodId !== periodId && overlap(other, input))) {
		return fail('school.periods-overlap', 'startsAt');
	}
	const stopsTeaching = known?.kind === 'learning' && input.kind !== 'learning';
	if (stopsTeaching && (await isInUse(scope, periodId))) {
		return fail('school.period-in-use', 'kind');
	}
	await (known ? updatePeriod(scope, input) : putPeriods(scope, [input]));
	await orderByTime(scope, siteId, weekday);
	await recordDecision(scope, {
		action: 'school.save-period',
		learnerId: null,
		object: { type: 'period', id: periodId },
		changes: { period: [known ? said(known) : null, said(input)] }
	});
	return ok({ periodId });
}

const said = ({ weekday, startsAt, endsAt, kind }: Omit<StoredPeriod, 'periodId' | 'siteId'>) =>
	`${weekday} ${startsAt.slice(0, 5)}-${endsAt.slice(0, 5)} ${kind}`;

export const removePeriodInput = v.object({ periodId: idField<PeriodId>() });

/** Takes a period out of the grid, unless a published week or the roll stands on it. */
export async function removePeriod(
	scope: Scope,
	{ periodId }: v.InferOutput<typeof removePeriodInput>,
	isInUse: IsPeriodInUse
): Promise<Result<{ readonly removed: StoredPeriod }, PeriodFailure>> {
	const known = await findPeriod(scope, periodId);
	if (!known || !may(scope.actor, changeSchool)) return fail('school.not-found');
	await lockSite(scope, known.siteId);
	if (await isInUse(scope, periodId)) return fail('school.period-in-use');
	await deletePeriods(scope, [periodId]);
	await recordDecision(scope, {
		action: 'school.remove-period',
		learnerId: null,
		object: { type: 'period', id: periodId },
		changes: { period: [said(known), null] }
	});
	return ok({ removed: known });
}

const weekdaysField = v.pipe(
	v.optional(v.array(numberField(1, 7)), []),
	v.minLength(1, 'school.no-day'),
	v.maxLength(7)
);

export const copyDayInput = v.object({
	siteId: idField<SiteId>(),
	from: numberField(1, 7),
	'to[]': weekdaysField
});

/**
 * Gives other weekdays the periods of one. Periods that start alike keep their id and take the new facts; the others of
 * those days go, unless a week stands on one of them.
 */
export async function copyDay(
	scope: Scope,
	{ siteId, from, 'to[]': to }: v.InferOutput<typeof copyDayInput>,
	isInUse: IsPeriodInUse
): Promise<Result<{ readonly days: number }, PeriodFailure | Failure<'school.nothing-to-copy'>>> {
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const days = [...new Set(to)].filter((weekday) => weekday !== from);
	const periods = await listPeriodsOfDays(scope, siteId, [from, ...days]);
	const pattern = periods.filter(({ weekday }) => weekday === from);
	if (pattern.length === 0) return fail('school.nothing-to-copy');
	for (const weekday of days) {
		const copied = await copyTo(scope, pattern, periods, weekday, isInUse);
		if (!copied.ok) return copied;
	}
	await recordDecision(scope, {
		action: 'school.copy-day',
		learnerId: null,
		object: { type: 'site', id: siteId },
		changes: { weekdays: [from, days] }
	});
	return ok({ days: days.length });
}

async function copyTo(
	scope: Scope,
	pattern: readonly StoredPeriod[],
	all: readonly StoredPeriod[],
	weekday: number,
	isInUse: IsPeriodInUse
): Promise<Result<null, PeriodFailure>> {
	const there = all.filter((period) => period.weekday === weekday);
	const alike = (period: StoredPeriod, list: readonly StoredPeriod[]) =>
		list.find(({ startsAt }) => startsAt === period.startsAt);
	const gone = there.filter((period) => {
		const kept = alike(period, pattern);
		return kept === undefined || (period.kind === 'learning' && kept.kind !== 'learning');
	});
	for (const { periodId } of gone) {
		if (await isInUse(scope, periodId)) return fail('school.period-in-use');
	}
	const isGone = new Set(gone.map(({ periodId }) => periodId));
	const stays = there.filter(({ periodId }) => !isGone.has(periodId));
	if (gone.length > 0) await deletePeriods(scope, [...isGone]);
	// A roster's order of 1, 2, 3 would meet the minutes of the new ones.
	const [first] = there;
	if (first) await orderByTime(scope, first.siteId, weekday);
	for (const period of pattern) {
		const same = alike(period, stays);
		const periodId = same?.periodId ?? scope.newId<PeriodId>();
		const copy = { ...period, weekday, periodId };
		await (same ? updatePeriod(scope, copy) : putPeriods(scope, [copy]));
	}
	return ok(null);
}

export const startGridInput = v.object({
	siteId: idField<SiteId>(),
	/** What blocks and breaks are called, in the language of whoever starts the grid. */
	block: wordsField(50),
	break: wordsField(60),
	lunch: wordsField(60)
});

/** Five days of four blocks for a site that has no grid; where there is one, nothing happens. */
export async function startGrid(
	scope: Scope,
	{ siteId, ...words }: v.InferOutput<typeof startGridInput>
): Promise<Result<{ readonly periods: number }, Failure<'school.not-found'>>> {
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const weekdays = [1, 2, 3, 4, 5];
	const there = await listPeriodsOfDays(scope, siteId, [...weekdays, 6, 7]);
	if (there.length > 0) return ok({ periods: 0 });
	const day = namedDay(words);
	const periods = weekdays.flatMap((weekday) =>
		day.map((period) => ({ ...period, siteId, weekday, periodId: scope.newId<PeriodId>() }))
	);
	await putPeriods(scope, periods);
	await recordDecision(scope, {
		action: 'school.start-grid',
		learnerId: null,
		object: { type: 'site', id: siteId },
		changes: { periods: [0, periods.length] }
	});
	return ok({ periods: periods.length });
}

/** The day to begin with; its blocks are counted. */
function namedDay(words: Readonly<Record<'block' | 'break' | 'lunch', string>>) {
	let blocks = 0;
	return startingDay.map(({ word, ...period }) => ({
		...period,
		name: word === 'block' ? `${words.block} ${++blocks}` : words[word]
	}));
}
