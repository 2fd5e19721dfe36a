import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../lib/server/platform/db/supervisor/index.ts';
import type { CommandContext } from './command.ts';
import { hasCommunity } from './has-community.ts';
import type { Installation } from './installation.ts';

/** Brings the schema up to date and says what was done. */
export async function migrateSchema(
	{ database, app }: Installation,
	{ say }: CommandContext
): Promise<void> {
	const steps = await app.migrate(database.owner);
	if (steps.length > 0) say(`The database is up to date (${steps.length} steps applied).`);
}

/**
 * Loads the demo community on a first start. Whoever starts with `--empty` gets no demo community
 * later either: the wish is kept in the data folder.
 */
export async function seedFirstStart(
	{ database, app }: Installation,
	{ settings, say }: CommandContext,
	isEmptyWanted: boolean
): Promise<void> {
	const wish = join(settings.dataFolder, 'started-empty');
	if (isEmptyWanted) writeFileSync(wish, '');
	if (existsSync(wish) || (await hasCommunity(database))) return;
	say('Loading the demo community (all people in it are fictional).');
	await loadDemo({ database, app }, settings.dataFolder);
}

/**
 * Loads the demo community. PostgreSQL would know of full tables a minute later; until then it plans for empty ones, and a page
 * of a week took ten times its processor time.
 */
export async function loadDemo({ database, app }: Installation, dataFolder: string): Promise<void> {
	await app.seedDemo(database, dataFolder);
	await withClient(database.owner, (client) => client.query('analyze'));
}
