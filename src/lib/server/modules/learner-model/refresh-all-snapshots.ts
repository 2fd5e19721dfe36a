import { setImmediate } from 'node:timers/promises';
import type { Transactions } from '../../platform/access/index.ts';
import type { CommunityId } from '../../platform/ids.ts';
import { ok } from '../../platform/result.ts';
import { refreshSnapshots } from './states.ts';

const atOnce = 50;

/** Takes every snapshot that no longer serves, a few in each transaction, with room for pages in between. */
export async function refreshAllSnapshots(
	app: Transactions,
	communityId: CommunityId
): Promise<void> {
	const reason = 'keeping what pages read of beliefs short';
	const actor = { kind: 'system', communityId, reason } as const;
	for (;;) {
		const taken = await app.change(actor, async (scope) =>
			ok(await refreshSnapshots(scope, atOnce))
		);
		if (!taken.ok || taken.value < atOnce) return;
		await setImmediate();
	}
}
