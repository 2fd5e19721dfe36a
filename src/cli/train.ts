import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { migrateSchema } from './prepare-schema.ts';

/** `locus train`: learns from the community's own answers how hard things are and how learning goes. */
export const train: Command = {
	summary: 'Train the learner model on the answers given here',
	usage: 'train',
	options: { community: { type: 'string' }, again: { type: 'boolean' } },
	optionHelp: {
		community: 'The name of a community; all of them when left out',
		again: 'Train on all answers again, even where little is new since the last time'
	},
	async run({ values: { community, again } }, context) {
		await withInstallation(context, { mayJoin: true }, async (installation) => {
			await migrateSchema(installation, context);
			await installation.app.trainModels(installation.database, {
				community: typeof community === 'string' ? community : undefined,
				isForced: again === true,
				say: context.say,
				stop: context.stop
			});
		});
	}
};
