import { existsSync } from 'node:fs';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { migrateSchema } from './prepare-schema.ts';
import { CommandProblem, UsageProblem } from './problem.ts';

/** `locus import`: brings a roster, a framework, items or lessons in, whole or not at all. */
export const importFiles: Command = {
	summary: 'Import a roster, a framework, items or lessons',
	usage: 'import <oneroster|case|items|oatutor|lessons> <file or folder>',
	options: { community: { type: 'string' } },
	optionHelp: { community: 'The name of the community, where there are several' },
	async run({ positionals, values }, context) {
		const [kind, path] = positionals;
		if (kind === undefined || path === undefined) {
			throw new UsageProblem(`Usage: locus ${importFiles.usage}`);
		}
		if (!existsSync(path)) throw new CommandProblem(`There is no file or folder ${path}.`);
		await withInstallation(context, { mayJoin: true }, async (installation) => {
			await migrateSchema(installation, context);
			const { community } = values;
			const request = {
				kind,
				path,
				community: typeof community === 'string' ? community : undefined
			};
			const report = await installation.app.importFrom(installation.database, request);
			for (const line of report.lines) context.say(line);
			if (!report.isApplied) throw new CommandProblem('Nothing was imported.');
		});
	}
};
