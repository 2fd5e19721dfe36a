import {
	checkProblem,
	solve,
	type Snapshot,
	type SolveResult,
	type WeekProblem
} from '#engines/organiser/index.ts';
import type { Scope, SystemActor, Transactions } from '../../platform/access/index.ts';
import { invariant } from '../../platform/invariant.ts';
import { ok } from '../../platform/result.ts';
import { thinCurve } from './curve.ts';
import type { RunId } from './organiser.tables.ts';
import { readWeekFacts } from './read-week-facts.ts';
import { reportOf } from './run-report.ts';
import { beginRun, endRun, failRun, lockRun, saveProgress, type RunWork } from './run.store.ts';
import { toWeekProblem } from './week-problem.ts';
import { findWeekHead } from './week-view.store.ts';

/** How a run measures its time; a test counts looks at the clock instead of milliseconds. */
export interface RunPace {
	/** Milliseconds since some fixed moment. */
	readonly elapsed: () => number;
	/** Search between two looks at the table. */
	readonly sliceMs: number;
	/** Search between two snapshots. */
	readonly snapshotMs: number;
	/** Moves between two looks at the clock; the engine's own number where absent. */
	readonly checkpointMoves?: number;
}

export type RunEnd = 'done' | 'stopped' | 'failed' | 'not-open';

/** The problem as it was frozen, or made now from what stands in the tables. */
async function problemOf(scope: Scope, run: RunWork): Promise<WeekProblem> {
	if (run.problem) return run.problem;
	const week = await findWeekHead(scope, run.weekId);
	invariant(week, 'a run has a week');
	return toWeekProblem(await readWeekFacts(scope, week));
}

type Begun = { readonly run: RunWork; readonly problem: WeekProblem } | 'failed' | 'not-open';

async function begin(app: Transactions, actor: SystemActor, runId: RunId): Promise<Begun> {
	const begun = await app.change(actor, async (scope) => {
		const run = await lockRun(scope, runId);
		if (!run || (run.state !== 'waiting' && run.state !== 'running')) return ok<Begun>('not-open');
		const problem = await problemOf(scope, run);
		const faults = checkProblem(problem);
		if (faults.length > 0) {
			await failRun(scope, runId, faults);
			return ok<Begun>('failed');
		}
		await beginRun(scope, runId, problem);
		return ok<Begun>({ run, problem });
	});
	invariant(begun.ok, 'beginning a run is never refused');
	return begun.value;
}

type Solved = Extract<SolveResult, { readonly ok: true }>;

/** One piece of the search, from where the last one ended; bit for bit what an unbroken search would do. */
function searchOn(
	problem: WeekProblem,
	{
		seed,
		snapshot,
		share,
		isUp,
		checkpointMoves
	}: {
		readonly seed: number;
		readonly snapshot: Snapshot | null;
		readonly share: () => number;
		readonly isUp: () => boolean;
		readonly checkpointMoves: number | undefined;
	}
): Solved {
	const result = solve(problem, {
		seed,
		budget: { spent: share },
		shouldStop: isUp,
		...(checkpointMoves !== undefined && { checkpointMoves }),
		...(snapshot ? { resume: snapshot } : problem.published && { warmStart: problem.published })
	});
	invariant(result.ok, 'the problem was checked before');
	return result;
}

/** The snapshot without the points of its curve that say nothing: a long run stays small. */
const slim = (snapshot: Snapshot): Snapshot => ({ ...snapshot, curve: thinCurve(snapshot.curve) });

/**
 * Works on one run until its time is over or somebody stops it: a second of search, a look at the table, and so on. What
 * was kept last is where the next worker goes on if this one is lost. Touches nothing but the run's own row.
 */
export async function workOnRun(
	app: Transactions,
	actor: SystemActor,
	runId: RunId,
	pace: RunPace
): Promise<RunEnd> {
	const begun = await begin(app, actor, runId);
	if (typeof begun === 'string') return begun;
	const { run, problem } = begun;
	const totalMs = 1_000 * run.seconds;
	const start = pace.elapsed();
	const spent = () => run.spentMs + pace.elapsed() - start;
	let { snapshot } = run;
	let keptAt = -Infinity;
	for (;;) {
		const sliceEnd = pace.elapsed() + pace.sliceMs;
		const movesBefore = snapshot?.walk.moves ?? -1;
		const found = searchOn(problem, {
			seed: run.seed,
			snapshot,
			share: () => Math.min(1, spent() / totalMs),
			isUp: () => pace.elapsed() >= sliceEnd,
			checkpointMoves: pace.checkpointMoves
		});
		snapshot = slim(found.snapshot);
		// Nothing left to try: a week without options is finished at once.
		const isOver = spent() >= totalMs || snapshot.walk.moves === movesBefore;
		const isKept = spent() - keptAt >= pace.snapshotMs;
		if (isKept) keptAt = spent();
		const progress = {
			curve: snapshot.curve,
			levels: found.score.levels,
			spentMs: Math.min(totalMs, Math.round(spent())),
			snapshot: isKept || isOver ? snapshot : null
		};
		const seen = await note(app, actor, (scope) => saveProgress(scope, runId, progress));
		if (!seen) return 'not-open';
		if (!isOver && !seen.wantsStop) continue;
		const { plan } = found;
		const report = reportOf(problem, plan);
		const isStopped = !isOver;
		const result = { ...progress, snapshot, plan, report, isStopped };
		await note(app, actor, (scope) => endRun(scope, runId, result));
		return isStopped ? 'stopped' : 'done';
	}
}

async function note<T>(
	app: Transactions,
	actor: SystemActor,
	work: (scope: Scope) => Promise<T>
): Promise<T> {
	const done = await app.change(actor, async (scope) => ok(await work(scope)));
	invariant(done.ok, 'noting is never refused');
	return done.value;
}
