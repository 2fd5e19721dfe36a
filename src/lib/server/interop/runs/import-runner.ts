import type { Actor } from '#lib/server/platform/access/index.ts';
import { schoolDay } from '#lib/server/platform/clock/index.ts';
import { fail, ok, type Failure } from '#lib/server/platform/result.ts';
import { prepareImport, type ImportKind, type PreparedImport } from '../apply/prepare-import.ts';
import { summariseDiagnostics } from '../diagnostics/index.ts';
import { readImportFiles, removeImportFiles, sweepImportFiles } from './import-files.ts';
import type { ImportHost } from './import-host.ts';
import type { ImportId } from './import-run.ts';
import { moveRun, touchRun, type RunFacts } from './import-run.store.ts';

export interface ImportJob {
	readonly actor: Actor;
	readonly importId: ImportId;
	readonly kind: ImportKind;
	readonly timeZone: string;
	readonly locale: string;
}

/** Works on imports behind the pages, one after another. Each method ends when its work has. */
export interface ImportRunner {
	/** Reads the files: the run becomes ready, refused or failed. */
	check(job: ImportJob): Promise<void>;
	/** Applies it in one transaction: the run becomes applied, or failed with nothing of it left. */
	apply(job: ImportJob): Promise<void>;
}

const heartbeatMs = 10_000;

/** Ends the transaction of an import that somebody cancelled meanwhile. */
class Cancelled extends Error {}

export function createImportRunner(app: ImportHost): ImportRunner {
	const { dataFolder } = app.config;
	let queue: Promise<void> = sweepImportFiles(dataFolder, app.clock.now());
	/** The plan last checked, so that it need not be read twice; one at most, to bound memory. */
	let kept: { readonly importId: ImportId; readonly prepared: PreparedImport } | null = null;

	const move = (job: ImportJob, to: 'ready' | 'refused' | 'failed', facts: RunFacts) =>
		app.change(job.actor, async (scope) => ok(await moveRun(scope, job.importId, to, facts)));

	const touch = async (job: ImportJob, progress: number | null) => {
		const state = await app.change(job.actor, async (scope) =>
			ok(await touchRun(scope, job.importId, progress))
		);
		return state.ok ? state.value : null;
	};

	async function read(job: ImportJob) {
		const files = await readImportFiles(dataFolder, job.importId);
		if (files === null) return null;
		const name = files.length === 1 ? (files[0]?.name ?? '') : job.kind;
		const today = schoolDay(app.clock.now(), job.timeZone);
		return prepareImport(job.kind, { name, files }, { today });
	}

	async function checkNow(job: ImportJob): Promise<void> {
		const found = await read(job);
		if (found === null) {
			await move(job, 'failed', { failure: 'import.interrupted' });
			return;
		}
		const { diagnostics } = found;
		const report = { diagnostics, problems: summariseDiagnostics(diagnostics) };
		if (!found.ok) {
			await move(job, 'refused', report);
			await removeImportFiles(dataFolder, job.importId);
			return;
		}
		const { prepared, summary } = found;
		kept = { importId: job.importId, prepared };
		const known = await app.read(job.actor, (scope) => prepared.countKnown(scope));
		await move(job, 'ready', { ...report, summary, known, progress_of: prepared.rows });
	}

	async function applyNow(job: ImportJob): Promise<void> {
		const again = kept?.importId === job.importId ? null : await read(job);
		const prepared = again === null ? kept?.prepared : again.ok ? again.prepared : undefined;
		kept = null;
		if (!prepared) {
			await move(job, 'failed', { failure: 'import.interrupted' });
			return;
		}
		let rows = 0;
		const told = async (more: number) => {
			rows += more;
			// On another connection: what the transaction itself writes nobody sees before it ends.
			if ((await touch(job, rows)) !== 'applying') throw new Cancelled();
		};
		const result = await app.change<null, Failure>(job.actor, async (scope) => {
			const done = await prepared.apply(scope, { ...job, told });
			if (!done.ok) return done;
			const { added, known } = done.value;
			const moved = await moveRun(scope, job.importId, 'applied', { added, known });
			return moved ? ok(null) : fail('import.too-late');
		});
		if (!result.ok && result.error.code !== 'import.too-late') {
			await move(job, 'failed', { failure: result.error.code });
		}
	}

	/** Keeps the run alive while it is worked on; a defect is logged, told plainly, and leaves nothing. */
	async function guarded(job: ImportJob, work: (job: ImportJob) => Promise<void>): Promise<void> {
		const heart = setInterval(() => void touch(job, null).catch(() => null), heartbeatMs);
		heart.unref();
		try {
			await work(job);
		} catch (error) {
			if (error instanceof Cancelled) return;
			app.log.error('import.failed', error, { importId: job.importId, kind: job.kind });
			await move(job, 'failed', { failure: 'import.defect' }).catch(() => null);
		} finally {
			clearInterval(heart);
		}
	}

	const enqueue = (work: () => Promise<void>): Promise<void> => {
		queue = queue.then(work, work);
		return queue;
	};

	return {
		check: (job) => enqueue(() => guarded(job, checkNow)),
		apply: (job) =>
			enqueue(async () => {
				await guarded(job, applyNow);
				await removeImportFiles(dataFolder, job.importId);
			})
	};
}

const runners = new WeakMap<ImportHost, ImportRunner>();

/** The one runner of this process's application. */
export function importRunner(app: ImportHost): ImportRunner {
	const runner = runners.get(app) ?? createImportRunner(app);
	runners.set(app, runner);
	return runner;
}
