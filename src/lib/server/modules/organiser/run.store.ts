import { sql, type Updateable } from 'kysely';
import type {
	CurvePoint,
	ProblemFault,
	Snapshot,
	WeekPlan,
	WeekProblem
} from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import { actorId } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PeopleTables } from '../people/index.ts';
import type { OrganiserTables, RunId, RunState, WeekId } from './organiser.tables.ts';
import type { RunReport } from './run-report.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables & PeopleTables>();

export interface NewRun {
	readonly runId: RunId;
	readonly weekId: WeekId;
	readonly name: string;
	readonly seconds: number;
}

/** Adds a run that waits; false when that key is there already (a retried request). */
export async function insertRun(scope: Scope, run: NewRun): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('organiser_run')
		.values({
			community_id: scope.communityId,
			run_id: run.runId,
			week_id: run.weekId,
			name: run.name,
			state: 'waiting',
			seed: scope.seed(),
			seconds: run.seconds,
			spent_ms: 0,
			wants_stop: false,
			asked_by: actorId(scope),
			asked_at: scope.now,
			started_at: null,
			heartbeat_at: null,
			ended_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** A run with what a search needs to begin or to go on. */
export interface RunWork {
	readonly runId: RunId;
	readonly weekId: WeekId;
	readonly state: RunState;
	readonly seed: number;
	readonly seconds: number;
	readonly spentMs: number;
	readonly wantsStop: boolean;
	readonly problem: WeekProblem | null;
	readonly snapshot: Snapshot | null;
	readonly plan: WeekPlan | null;
}

/** The run, locked until the transaction ends. */
export const lockRun = (scope: Scope, runId: RunId): Promise<RunWork | undefined> =>
	db(scope)
		.selectFrom('organiser_run')
		.select([
			'run_id as runId',
			'week_id as weekId',
			'state',
			'seed',
			'seconds',
			'spent_ms as spentMs',
			'wants_stop as wantsStop',
			'problem',
			'snapshot',
			'plan'
		])
		.where('community_id', '=', scope.communityId)
		.where('run_id', '=', runId)
		.forUpdate()
		.executeTakeFirst();

type RunSet = Updateable<OrganiserTables['organiser_run']>;

const setRun = (scope: Scope, runId: RunId, values: RunSet): Promise<unknown> =>
	db(scope)
		.updateTable('organiser_run')
		.set(values)
		.where('community_id', '=', scope.communityId)
		.where('run_id', '=', runId)
		.executeTakeFirst();

/** The search begins, or goes on after an interruption, on this very problem. */
export const beginRun = (scope: Scope, runId: RunId, problem: WeekProblem): Promise<unknown> =>
	setRun(scope, runId, {
		state: 'running',
		problem: JSON.stringify(problem),
		started_at: scope.now,
		heartbeat_at: scope.now
	});

export interface RunProgress {
	readonly curve: readonly CurvePoint[];
	readonly levels: readonly number[];
	readonly spentMs: number;
	/** Given every few seconds only: it is large. */
	readonly snapshot: Snapshot | null;
}

/** Notes how far a run is; tells whether it should stop, or undefined where it is no longer running. */
export async function saveProgress(
	scope: Scope,
	runId: RunId,
	{ curve, levels, spentMs, snapshot }: RunProgress
): Promise<{ readonly wantsStop: boolean } | undefined> {
	return db(scope)
		.updateTable('organiser_run')
		.set({
			curve: JSON.stringify(curve),
			levels: JSON.stringify(levels),
			spent_ms: spentMs,
			heartbeat_at: scope.now,
			...(snapshot && { snapshot: JSON.stringify(snapshot) })
		})
		.where('community_id', '=', scope.communityId)
		.where('run_id', '=', runId)
		.where('state', '=', 'running')
		.returning('wants_stop as wantsStop')
		.executeTakeFirst();
}

export interface RunResult extends RunProgress {
	readonly plan: WeekPlan;
	readonly report: RunReport;
	readonly isStopped: boolean;
}

/** Keeps the best week of a run that is over. */
export const endRun = (scope: Scope, runId: RunId, result: RunResult): Promise<unknown> =>
	setRun(scope, runId, {
		state: result.isStopped ? 'stopped' : 'done',
		plan: JSON.stringify(result.plan),
		report: JSON.stringify(result.report),
		curve: JSON.stringify(result.curve),
		levels: JSON.stringify(result.levels),
		spent_ms: result.spentMs,
		ended_at: scope.now,
		...(result.snapshot && { snapshot: JSON.stringify(result.snapshot) })
	});

/** The run cannot go on; what is wrong with its input, where that is why. */
export const failRun = (
	scope: Scope,
	runId: RunId,
	faults: readonly ProblemFault[]
): Promise<unknown> =>
	setRun(scope, runId, {
		state: 'failed',
		faults: JSON.stringify(faults),
		ended_at: scope.now
	});

/** Asks a run to stop; one that has not begun is over at once. */
export const askToStop = (scope: Scope, { runId, state }: RunWork): Promise<unknown> =>
	setRun(
		scope,
		runId,
		state === 'waiting' ? { state: 'stopped', ended_at: scope.now } : { wants_stop: true }
	);

/** Lets a run that is over wait for its turn again, for so many seconds in all. */
export const waitAgain = (scope: Scope, runId: RunId, seconds: number): Promise<unknown> =>
	setRun(scope, runId, { state: 'waiting', seconds, wants_stop: false, ended_at: null });

/** A worker notes each second that it is alive; after so long without a note it was lost. */
export const lostAfterMs = 15_000;

/** A run to work on: one that waits, or one whose worker was lost; the longest asked for comes first. */
export const findOpenRun = (
	scope: Scope,
	staleBefore: Date
): Promise<{ readonly runId: RunId; readonly askedAt: Date } | undefined> =>
	db(scope)
		.selectFrom('organiser_run')
		.select(['run_id as runId', 'asked_at as askedAt'])
		.where('community_id', '=', scope.communityId)
		.where('state', 'in', ['waiting', 'running'])
		.where((eb) =>
			eb.or([
				eb('state', '=', 'waiting'),
				eb('heartbeat_at', 'is', null),
				eb('heartbeat_at', '<', staleBefore)
			])
		)
		.orderBy('asked_at')
		.limit(1)
		.executeTakeFirst();

/** One line of the list of runs. */
export interface RunLine {
	readonly runId: RunId;
	readonly name: string;
	readonly state: RunState;
	readonly seconds: number;
	readonly spentMs: number;
	readonly levels: readonly number[] | null;
	readonly askedBy: string | null;
	readonly askedAt: Date;
	readonly hasPlan: boolean;
}

const runLines = (scope: Scope) =>
	db(scope)
		.selectFrom('organiser_run')
		.leftJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'organiser_run.asked_by')
				.on('person.community_id', '=', scope.communityId)
		)
		.select([
			'organiser_run.run_id as runId',
			'organiser_run.name',
			'organiser_run.state',
			'organiser_run.seconds',
			'organiser_run.spent_ms as spentMs',
			'organiser_run.levels',
			'person.called as askedBy',
			'organiser_run.asked_at as askedAt',
			sql<boolean>`organiser_run.plan is not null`.as('hasPlan')
		])
		.where('organiser_run.community_id', '=', scope.communityId);

/** The runs of a week, the newest first; thirty at most. */
export const listRuns = (scope: Scope, weekId: WeekId): Promise<readonly RunLine[]> =>
	runLines(scope)
		.where('organiser_run.week_id', '=', weekId)
		.orderBy('organiser_run.asked_at', 'desc')
		.orderBy('organiser_run.run_id', 'desc')
		.limit(30)
		.execute();

/** A run as its page shows it. */
export interface RunView extends RunLine {
	readonly wantsStop: boolean;
	/** When its worker last said that it is alive. */
	readonly heartbeatAt: Date | null;
	readonly curve: readonly CurvePoint[] | null;
	readonly plan: WeekPlan | null;
	readonly report: RunReport | null;
	readonly faults: readonly ProblemFault[] | null;
}

/** Some runs of one week, without their large input. */
export async function listRunViews(
	scope: Scope,
	weekId: WeekId,
	runIds: readonly RunId[]
): Promise<readonly RunView[]> {
	if (runIds.length === 0) return [];
	const rows = await runLines(scope)
		.select([
			'organiser_run.wants_stop as wantsStop',
			'organiser_run.heartbeat_at as heartbeatAt',
			'organiser_run.curve',
			'organiser_run.plan',
			'organiser_run.report',
			'organiser_run.faults'
		])
		.where('organiser_run.week_id', '=', weekId)
		.where('organiser_run.run_id', 'in', [...runIds])
		.execute();
	// SAFETY: only `endRun` writes the column.
	return rows.map((row) => ({ ...row, report: row.report as RunReport | null }));
}

/** Throws away the runs of weeks before a day: they name people, and what came of them is in the weeks. */
export async function deleteRunsBefore(scope: Scope, day: SchoolDay): Promise<void> {
	await db(scope)
		.deleteFrom('organiser_run')
		.where('organiser_run.community_id', '=', scope.communityId)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('site_week')
					.select('site_week.week_id')
					.where('site_week.community_id', '=', scope.communityId)
					.whereRef('site_week.week_id', '=', 'organiser_run.week_id')
					.where('site_week.starts_on', '<', day)
			)
		)
		.execute();
}
