import { checkProblem, solve } from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import { invariant, present } from '../../platform/invariant.ts';
import { asSystem } from './as-system.ts';
import { thinCurve } from './curve.ts';
import type { RunId } from './organiser.tables.ts';
import { readWeekFacts } from './read-week-facts.ts';
import { reportOf } from './run-report.ts';
import { beginRun, endRun, lockRun } from './run.store.ts';
import { toWeekProblem } from './week-problem.ts';
import { findWeekHead } from './week-view.store.ts';

/**
 * Works on a run that waits by a number of moves instead of seconds, within this transaction: the same rows give the
 * same week. It counts moves and no time, so none is said to be spent. For seeding and for tests; a page asks for a run and leaves it to the worker.
 */
export async function runAtOnce(scope: Scope, runId: RunId, moves: number): Promise<void> {
	const run = present(await lockRun(scope, runId), 'the run was asked for');
	const week = present(await findWeekHead(scope, run.weekId), 'a run has a week');
	const problem = toWeekProblem(await readWeekFacts(asSystem(scope, 'a run at once'), week));
	invariant(checkProblem(problem).length === 0, 'the problem fits together');
	await beginRun(scope, runId, problem);
	const solved = solve(problem, { seed: run.seed, budget: { moves } });
	invariant(solved.ok, 'the problem was checked');
	const { plan, score, curve, snapshot } = solved;
	await endRun(scope, runId, {
		plan,
		levels: score.levels,
		curve: thinCurve(curve),
		report: reportOf(problem, plan),
		spentMs: 0,
		snapshot: { ...snapshot, curve: thinCurve(curve) },
		isStopped: false
	});
}
