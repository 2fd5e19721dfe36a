import { once } from 'node:events';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { migrateSchema, seedFirstStart } from './prepare-schema.ts';

/** `locus dev`: like start, with pages that follow every change of the source. */
export const dev: Command = {
	summary: 'Start Locus for work on it: pages follow the source',
	usage: 'dev [--empty]',
	options: { empty: { type: 'boolean' } },
	optionHelp: { empty: 'Begin without the demo community' },
	run: ({ values }, context) =>
		withInstallation(context, { mayJoin: false }, async (installation) => {
			await migrateSchema(installation, context);
			await seedFirstStart(installation, context, values['empty'] === true);
			const { createServer } = await import('vite');
			const { port, host } = context.settings;
			const server = await createServer({
				server: { port, strictPort: true, host: host ?? 'localhost' }
			});
			await server.listen();
			server.printUrls();
			if (!context.stop.aborted) await once(context.stop, 'abort');
			await server.close();
		})
};
