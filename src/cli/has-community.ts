import { type RunningDatabase, withClient } from '../lib/server/platform/db/supervisor/index.ts';

/** True once a community lives in the database; its schema is up to date. */
export function hasCommunity({ owner }: RunningDatabase): Promise<boolean> {
	return withClient(owner, async (client) => {
		const { rowCount } = await client.query('select from local.community_directory limit 1');
		return rowCount !== 0;
	});
}
