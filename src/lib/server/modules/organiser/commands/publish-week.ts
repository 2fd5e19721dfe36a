import * as v from 'valibot';
import { validate, type WeekPlan, type WeekProblem } from '#engines/organiser/index.ts';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { asSystem } from '../as-system.ts';
import type { ChangeId, RunId, SessionId, WeekId } from '../organiser.tables.ts';
import { movedBetween, toHeld, writeConsequences, writePlan } from '../publish.ts';
import {
	cancelSessions,
	findChange,
	hasRoll,
	insertChange,
	listHeld,
	lockWeek,
	noteCallsMet,
	reopenWeek,
	replaceFairness,
	replaceUnmet,
	setRevision,
	type LockedWeek
} from '../published.store.ts';
import { readWeekFacts } from '../read-week-facts.ts';
import { toWeekProblem } from '../week-problem.ts';
import { findWeek } from '../week-queries.ts';
import type { WeekHead } from '../week-view.store.ts';
import { lockRunOf } from './start-run.ts';

const revisionField = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));

export const publishWeekInput = v.object({
	weekId: idField<WeekId>(),
	runId: idField<RunId>(),
	/** Key of this publication, so that a repeated send publishes once. */
	changeId: idField<ChangeId>(),
	/** The revision of the week that was on the page. */
	revision: revisionField
});
export type PublishWeekInput = v.InferOutput<typeof publishWeekInput>;

export type PublishFailure = Failure<
	| 'organiser.not-found'
	| 'organiser.run-has-no-week'
	| 'organiser.week-stale'
	| 'organiser.week-begun'
	| 'organiser.run-outdated'
>;

/**
 * Makes the week of a run everybody's week. What has changed since the run began is looked at once more: a week that
 * would break a rule today is not published.
 */
export async function publishWeek(
	scope: Scope,
	input: PublishWeekInput
): Promise<Result<{ readonly weekId: WeekId }, PublishFailure>> {
	const { weekId, runId, changeId } = input;
	const run = await lockRunOf(scope, input);
	const week = await findWeek(scope, weekId);
	const locked = await lockWeek(scope, weekId);
	if (!run || !week || !locked) return fail('organiser.not-found');
	if (await findChange(scope, changeId)) return ok({ weekId });
	if (run.plan === null) return fail('organiser.run-has-no-week');
	if (locked.revision !== input.revision) return fail('organiser.week-stale');
	if (locked.state === 'published' && week.startsOn <= scope.today)
		return fail('organiser.week-begun');
	const system = asSystem(scope, 'a week is published');
	const problem = toWeekProblem(await readWeekFacts(system, week));
	if (validate(problem, run.plan).length > 0) return fail('organiser.run-outdated');
	await writePublished(scope, { week, locked, problem, plan: run.plan, runId, changeId });
	return ok({ weekId });
}

interface Publication {
	readonly week: WeekHead;
	readonly locked: LockedWeek;
	readonly problem: WeekProblem;
	readonly plan: WeekPlan;
	readonly runId: RunId;
	readonly changeId: ChangeId;
}

async function writePublished(
	scope: Scope,
	{ week: { weekId, siteId }, locked, problem, plan, runId, changeId }: Publication
): Promise<void> {
	const before = await listHeld(scope, weekId);
	const after = toHeld(plan, before, () => scope.newId<SessionId>());
	const moved = movedBetween(before, after);
	const revision = locked.revision + 1;
	await writePlan(scope, weekId, problem, before, after);
	await writeConsequences(scope, weekId, problem, plan);
	await setRevision(scope, weekId, revision, { runId });
	await insertChange(scope, {
		changeId,
		weekId,
		revision,
		kind: 'published',
		words: null,
		touched: new Set(moved.map(({ learnerId }) => learnerId)).size,
		// The first publication moves nobody: every seat is new.
		moved: before.length === 0 ? [] : moved
	});
	await recordDecision(scope, {
		action: 'organiser.publish-week',
		learnerId: null,
		object: { type: 'week', id: weekId },
		changes: { revision: [locked.revision, revision], runId: [null, runId] }
	});
	await announce(scope, 'organiser.week-published', { weekId, siteId });
}

/** So long after publishing it can be taken back, if nothing has changed since. */
export const takeBackMinutes = 15;

export const takeBackWeekInput = v.object({ weekId: idField<WeekId>(), revision: revisionField });

/** Undo of a publication: the week is open again, and nobody has a seat in it. */
export async function takeBackWeek(
	scope: Scope,
	{ weekId, revision }: v.InferOutput<typeof takeBackWeekInput>
): Promise<
	Result<
		{ readonly weekId: WeekId },
		Failure<'organiser.not-found' | 'organiser.week-stale' | 'organiser.too-late'>
	>
> {
	const week = await findWeek(scope, weekId);
	const locked = await lockWeek(scope, weekId);
	if (!week || !locked) return fail('organiser.not-found');
	if (locked.state !== 'published' || locked.publishedAt === null) return ok({ weekId });
	if (locked.revision !== revision || week.changes > 0) return fail('organiser.week-stale');
	const minutes = (scope.now.getTime() - locked.publishedAt.getTime()) / 60_000;
	if (minutes > takeBackMinutes || (await hasRoll(scope, weekId)))
		return fail('organiser.too-late');
	const held = await listHeld(scope, weekId);
	await cancelSessions(
		scope,
		held.map(({ sessionId }) => sessionId)
	);
	await replaceUnmet(scope, weekId, []);
	await replaceFairness(scope, weekId, []);
	await noteCallsMet(scope, weekId, []);
	await reopenWeek(scope, weekId, locked.revision + 1);
	await recordDecision(scope, {
		action: 'organiser.take-back-week',
		learnerId: null,
		object: { type: 'week', id: weekId },
		changes: { state: ['published', 'open'] }
	});
	return ok({ weekId });
}
