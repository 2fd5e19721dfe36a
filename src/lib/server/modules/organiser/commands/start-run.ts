import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { addDays } from '../../../platform/clock/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { RunId, WeekId } from '../organiser.tables.ts';
import { organisesAt } from '../organiser.policy.ts';
import { askToStop, insertRun, lockRun, waitAgain, type RunWork } from '../run.store.ts';
import { findWeek } from '../week-queries.ts';
import { findWeekHead } from '../week-view.store.ts';

/** How long a search may take, in seconds. */
export const runSeconds = { least: 5, usual: 30, most: 900 } as const;

const secondsField = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^\d{1,4}$/, 'organiser.seconds-wrong'),
	v.transform(Number),
	v.minValue(runSeconds.least, 'organiser.seconds-wrong'),
	v.maxValue(runSeconds.most, 'organiser.seconds-wrong')
);

export const startRunInput = v.object({
	weekId: idField<WeekId>(),
	runId: idField<RunId>(),
	name: wordsField(60),
	seconds: secondsField
});
export type StartRunInput = v.InferOutput<typeof startRunInput>;
type Started = { readonly weekId: WeekId; readonly runId: RunId };

/** Asks for a search of the week. It waits for its turn, and touches nothing that is published. */
export async function startRun(
	scope: Scope,
	{ weekId, runId, name, seconds }: StartRunInput
): Promise<Result<Started, Failure<'organiser.not-found' | 'organiser.week-over'>>> {
	const week = await findWeek(scope, weekId);
	if (!week) return fail('organiser.not-found');
	if (addDays(week.startsOn, 6) < scope.today) return fail('organiser.week-over');
	// A repeated send finds the run there; nothing is asked twice.
	if (await insertRun(scope, { runId, weekId, name, seconds }))
		await recordDecision(scope, {
			action: 'organiser.start-run',
			learnerId: null,
			object: { type: 'run', id: runId },
			changes: { seconds: [null, seconds] }
		});
	return ok({ weekId, runId });
}

export const runInput = v.object({ weekId: idField<WeekId>(), runId: idField<RunId>() });
export type RunInput = v.InferOutput<typeof runInput>;

/** The run of that week, locked; nothing where this actor does not make that site's weeks. */
export async function lockRunOf(
	scope: Scope,
	{ weekId, runId }: RunInput
): Promise<RunWork | undefined> {
	const run = await lockRun(scope, runId);
	const week = await findWeekHead(scope, weekId);
	const isOpen = run?.weekId === weekId && week && organisesAt(scope.actor, week.siteId);
	return isOpen ? run : undefined;
}

/** Ends a search within a second or two; the best week so far is kept. One that is over stays as it is. */
export async function stopRun(
	scope: Scope,
	input: RunInput
): Promise<Result<Started, Failure<'organiser.not-found'>>> {
	const run = await lockRunOf(scope, input);
	if (!run) return fail('organiser.not-found');
	if (run.state === 'waiting' || run.state === 'running') {
		await askToStop(scope, run);
		await recordDecision(scope, {
			action: 'organiser.stop-run',
			learnerId: null,
			object: { type: 'run', id: run.runId }
		});
	}
	return ok(input);
}

/** Lets a search that is over go on from where it was, for as long again as it was asked for. */
export async function resumeRun(
	scope: Scope,
	input: RunInput
): Promise<Result<Started, Failure<'organiser.not-found' | 'organiser.run-long-enough'>>> {
	const run = await lockRunOf(scope, input);
	if (!run) return fail('organiser.not-found');
	if (run.state === 'waiting' || run.state === 'running') return ok(input);
	const seconds = Math.ceil(run.spentMs / 1_000) + run.seconds;
	if (seconds > 3_600) return fail('organiser.run-long-enough');
	await waitAgain(scope, run.runId, seconds);
	await recordDecision(scope, {
		action: 'organiser.resume-run',
		learnerId: null,
		object: { type: 'run', id: run.runId },
		changes: { seconds: [run.seconds, seconds] }
	});
	return ok(input);
}
