import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClientConfig } from 'pg';
import type { RunningDatabase } from '../lib/server/platform/db/supervisor/index.ts';
import { writeBackup } from './backup/write-backup.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { CommandProblem } from './problem.ts';

/** `locus backup`: everything of an installation, as of one instant, in one file; beside a running Locus too. */
export const backup: Command = {
	summary: 'Write everything into one backup file, also while Locus runs',
	usage: 'backup [file] [--force]',
	options: { force: { type: 'boolean' } },
	optionHelp: { force: 'Replace a file of that name' },
	async run({ values, positionals }, context) {
		const target = backupTarget(positionals[0], context.settings.dataFolder);
		if (existsSync(target) && values['force'] !== true) {
			throw new CommandProblem(
				`The file ${target} exists already; nothing was changed. Choose another name, or replace it with --force.`
			);
		}
		await withInstallation(context, { mayJoin: true }, async ({ database }) => {
			const { rows, tables, files } = await writeBackup({
				connection: fullSight(database),
				dataFolder: context.settings.dataFolder,
				target,
				madeAt: new Date()
			});
			context.say(
				`Backup written: ${target} (${rows} rows of ${tables} tables, ${files} files). It holds personal data and keys: keep it safe.`
			);
		});
	}
};

function backupTarget(given: string | undefined, dataFolder: string): string {
	if (given !== undefined) return resolve(given);
	const folder = join(dataFolder, 'backups');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
	return join(folder, `${stamp}.locus-backup`);
}

/** The connection that sees every row: only an administrator's does. */
export function fullSight({ admin, app }: RunningDatabase): ClientConfig {
	if (admin !== undefined) return { ...admin, database: app.database ?? '' };
	throw new CommandProblem(
		'The user of DATABASE_URL may not see every row, so Locus cannot make or restore a backup through it. Use pg_dump and pg_restore of that server, and copy the folders “files” and “keys” of the data folder.'
	);
}
