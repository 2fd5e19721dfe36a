import { type RunningDatabase, startDatabase } from '../lib/server/platform/db/supervisor/index.ts';
import type { CommandContext } from './command.ts';
import { type AppFunctions, loadApp } from './app-functions.ts';
import { readSecret } from './settings.ts';

/** A database that answers and the application's functions for it. */
export type Installation = { readonly database: RunningDatabase; readonly app: AppFunctions };

type Use = {
	/** True for commands that may work beside a running Locus. */
	readonly mayJoin: boolean;
};

/** Brings the database up, does the work, and stops what it started, whatever happens. */
export async function withInstallation<T>(
	{ settings, say }: CommandContext,
	{ mayJoin }: Use,
	work: (installation: Installation) => Promise<T>
): Promise<T> {
	const database = await startDatabase({
		dataFolder: settings.dataFolder,
		url: settings.databaseUrl,
		directUrl: settings.databaseDirectUrl,
		databaseUser: settings.databaseUser,
		mayJoin,
		say
	});
	try {
		// The pages are built separately and read these when they are loaded.
		process.env['LOCUS_DATA'] = settings.dataFolder;
		process.env['LOCUS_SECRET'] = readSecret(process.env, settings.dataFolder);
		process.env['LOCUS_APP_CONNECTION'] = JSON.stringify(database.app);
		return await work({ database, app: await loadApp() });
	} finally {
		await database.stop();
	}
}
