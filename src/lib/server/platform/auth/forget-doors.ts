import type { Tx } from '../db/database.ts';

type Tables = {
	'auth.session': { expiresAt: Date };
	'local.sign_in_attempt': { at: Date };
	'local.sign_in_secret': { used_at: Date | null; expires_at: Date | null };
	'local.picture_window': { closes_at: Date };
};

const hourMs = 3_600_000;
/** A used or outworn code can still be asked about for two weeks. */
const secretHours = 14 * 24;

/** Removes what no door needs any more (TP4): ended visits, tries that no longer count, shut windows, outworn secrets. */
export async function forgetDoors(tx: Tx, now: Date): Promise<void> {
	const local = tx.$extendTables<Tables>();
	const before = (hours: number) => new Date(now.getTime() - hours * hourMs);
	await local.deleteFrom('auth.session').where('expiresAt', '<', now).execute();
	await local.deleteFrom('local.sign_in_attempt').where('at', '<', before(1)).execute();
	await local.deleteFrom('local.picture_window').where('closes_at', '<', before(24)).execute();
	await local
		.deleteFrom('local.sign_in_secret')
		.where((eb) =>
			eb.or([eb('used_at', '<', before(secretHours)), eb('expires_at', '<', before(secretHours))])
		)
		.execute();
}
