import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { hasCommunity } from './has-community.ts';
import { loadDemo, migrateSchema } from './prepare-schema.ts';
import { CommandProblem } from './problem.ts';

/** `locus seed`: loads the demo community into a database that has none. */
export const seed: Command = {
	summary: 'Load the demo community into an empty database',
	usage: 'seed',
	options: {},
	optionHelp: {},
	run: (_input, context) =>
		withInstallation(context, { mayJoin: true }, async (installation) => {
			await migrateSchema(installation, context);
			if (await hasCommunity(installation.database)) {
				throw new CommandProblem(
					'A community lives in this database already; nothing was changed. Choose an empty folder with LOCUS_DATA to load the demo community into.'
				);
			}
			await loadDemo(installation, context.settings.dataFolder);
			context.say('The demo community is loaded. All people in it are fictional.');
		})
};
