import type { Transactions } from '#lib/server/platform/access/index.ts';
import type { Auth } from '#lib/server/platform/auth/index.ts';
import type { Clock } from '#lib/server/platform/clock/index.ts';
import type { Config } from '#lib/server/platform/config/index.ts';
import type { Log } from '#lib/server/platform/log/index.ts';

/** What imports need of the application they run in. */
export interface ImportHost extends Transactions {
	readonly config: Pick<Config, 'dataFolder'>;
	readonly clock: Clock;
	readonly log: Log;
	readonly auth: Pick<Auth, 'local'>;
}
