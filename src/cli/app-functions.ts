import type { ClientConfig } from 'pg';
import type { RunningDatabase } from '../lib/server/platform/db/supervisor/index.ts';

/** What the command line asks of the composition root. */
export type AppFunctions = {
	/** Brings the schema up to date as its owner; returns the steps applied. */
	migrate(owner: ClientConfig): Promise<readonly string[]>;
	/** Loads the demo community, all of it or nothing; its photos go below the data folder. */
	seedDemo(database: RunningDatabase, dataFolder: string): Promise<void>;
	/** Works through the jobs beside the pages; returns how to stop. `until` ends the waiting for a database that is away. */
	workThroughJobs(database: RunningDatabase, until: AbortSignal): Promise<() => Promise<void>>;
	/** Imports a folder or file; returns the report's lines. */
	importFrom(database: RunningDatabase, input: ImportRequest): Promise<ImportReport>;
	/** Trains the learner model of one community or all; says how it goes. */
	trainModels(database: RunningDatabase, input: TrainRequest): Promise<void>;
};

/** What `locus train` was asked for. */
export type TrainRequest = {
	/** The name of a community; all of them when absent. */
	readonly community?: string | undefined;
	/** Also when little is new since the last training. */
	readonly isForced: boolean;
	readonly say: (sentence: string) => void;
	readonly stop: AbortSignal;
};

/** What `locus import` was asked to bring in. */
export type ImportRequest = {
	readonly kind: string;
	readonly path: string;
	/** The name of a community, where there are several. */
	readonly community?: string | undefined;
};

/** How an import went: applied as a whole or not at all. */
export type ImportReport = { readonly isApplied: boolean; readonly lines: readonly string[] };

/** Loads the composition root only when a command needs it, so that help stays instant. */
export async function loadApp(): Promise<AppFunctions> {
	const { migrate, seedDemo, importFrom, trainModels } = await import('../lib/server/app.ts');
	return {
		migrate,
		seedDemo,
		importFrom,
		trainModels,
		workThroughJobs: async (database, until) => {
			const { workThroughJobs } = await import('../lib/server/jobs.ts');
			return workThroughJobs(database, until);
		}
	};
}
