import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
	await app.seedDemo(database, settings.dataFolder);
}
