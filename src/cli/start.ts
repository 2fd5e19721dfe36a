import { once } from 'node:events';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { migrateSchema, seedFirstStart } from './prepare-schema.ts';
import { servePages } from './serve-pages.ts';

/** `locus start`: database, schema, demo community on a first start, pages; until told to stop. */
export const start: Command = {
	summary: 'Start Locus and serve its pages until Ctrl-C',
	usage: 'start [--empty]',
	options: { empty: { type: 'boolean' } },
	optionHelp: { empty: 'Begin with a set-up page for a new community, without the demo community' },
	run: ({ values }, context) =>
		withInstallation(context, { mayJoin: false }, async (installation) => {
			await migrateSchema(installation, context);
			await seedFirstStart(installation, context, values['empty'] === true);
			context.stop.throwIfAborted();
			const pages = await servePages(context.settings);
			let stopJobs = async () => {};
			try {
				stopJobs = await installation.app.workThroughJobs(installation.database, context.stop);
				context.say(`Locus is ready: ${pages.address}`);
				context.say('Press Ctrl-C to stop.');
				if (!context.stop.aborted) await once(context.stop, 'abort');
				context.say('Stopping.');
			} finally {
				// Whatever ends this, the port is free for the next start.
				await pages.close();
				await stopJobs();
			}
		})
};
