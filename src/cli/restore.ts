import { existsSync } from 'node:fs';
import { migrate } from '../lib/server/platform/db/migrate.ts';
import { migrations } from '../lib/server/migrations.ts';
import { fullSight } from './backup.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { CommandProblem, UsageProblem } from './problem.ts';

/** `locus restore`: brings an installation back to what a backup holds, row by row. */
export const restore: Command = {
	summary: 'Bring everything back from a backup file',
	usage: 'restore <file> [--force]',
	options: { force: { type: 'boolean' } },
	optionHelp: { force: 'Replace the community that lives in the data folder' },
	async run({ values, positionals: [source] }, context) {
		if (source === undefined) throw new UsageProblem(`Usage: locus ${restore.usage}`);
		if (!existsSync(source)) throw new CommandProblem(`There is no file ${source}.`);
		await withInstallation(context, { mayJoin: false }, async ({ database }) => {
			const { rows, tables, files } = await restoreBackup({
				source,
				dataFolder: context.settings.dataFolder,
				database,
				admin: fullSight(database),
				mayReplace: values['force'] === true,
				migrations,
				migrate
			});
			context.say(
				`Restored: ${rows} rows of ${tables} tables and ${files} files, each compared with the backup.`
			);
		});
	}
};
