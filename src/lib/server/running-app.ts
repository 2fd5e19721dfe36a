import { createApp, type App } from './app.ts';
import type { AuthOptions } from './platform/auth/better-auth.ts';
import { readConfig } from './platform/config/index.ts';
import { invariant } from './platform/invariant.ts';

let running: App | undefined;

/**
 * The application of this process. The command line has started the database before the web server is loaded, and
 * left the address of the application's own role in `LOCUS_APP_CONNECTION`.
 */
export function startRunningApp(
	requestEvent: NonNullable<AuthOptions['requestEvent']>,
	whenAway: () => never
): App {
	const connection = process.env['LOCUS_APP_CONNECTION'];
	invariant(connection, 'the command line has started the database');
	running ??= createApp({
		config: readConfig(process.env),
		connection: JSON.parse(connection),
		requestEvent,
		whenAway
	});
	return running;
}

export function runningApp(): App {
	invariant(running, 'the application has started');
	return running;
}
