import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';

/** `locus migrate`: brings the schema up to date and stops again. */
export const migrate: Command = {
	summary: 'Bring the database schema up to date',
	usage: 'migrate',
	options: {},
	optionHelp: {},
	run: (_input, context) =>
		withInstallation(context, { mayJoin: true }, async ({ database, app }) => {
			const steps = await app.migrate(database.owner);
			for (const step of steps) context.say(`Applied ${step}.`);
			context.say(
				steps.length === 0 ? 'The database was up to date.' : 'The database is up to date.'
			);
		})
};
