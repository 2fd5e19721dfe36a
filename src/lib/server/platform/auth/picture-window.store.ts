import type { Tx } from '../db/database.ts';
import type { CommunityId, GroupId, PersonId, Uuid } from '../ids.ts';

type Tables = {
	'local.picture_window': {
		window_id: Uuid;
		code_digest: string;
		community_id: CommunityId;
		group_id: GroupId;
		opened_by: PersonId;
		opened_at: Date;
		closes_at: Date;
	};
};
const local = (tx: Tx) => tx.$extendTables<Tables>();

/** The time in which the young children of one class may sign in; a teacher opens it. */
export interface PictureWindow {
	readonly windowId: Uuid;
	readonly communityId: CommunityId;
	readonly groupId: GroupId;
	readonly openedBy: PersonId;
	readonly closesAt: Date;
}

const columns = [
	'window_id as windowId',
	'community_id as communityId',
	'group_id as groupId',
	'opened_by as openedBy',
	'closes_at as closesAt'
] as const;

/** Opens a window for a class; the one before it closes. Windows of the day before are forgotten. */
export async function insertWindow(
	tx: Tx,
	window: PictureWindow & { readonly codeDigest: string },
	now: Date
): Promise<void> {
	await deleteWindowsOf(tx, window.communityId, window.groupId);
	await local(tx)
		.deleteFrom('local.picture_window')
		.where('closes_at', '<', new Date(now.getTime() - 86_400_000))
		.execute();
	await local(tx)
		.insertInto('local.picture_window')
		.values({
			window_id: window.windowId,
			code_digest: window.codeDigest,
			community_id: window.communityId,
			group_id: window.groupId,
			opened_by: window.openedBy,
			opened_at: now,
			closes_at: window.closesAt
		})
		.execute();
}

export async function deleteWindowsOf(
	tx: Tx,
	communityId: CommunityId,
	groupId: GroupId
): Promise<void> {
	await local(tx)
		.deleteFrom('local.picture_window')
		.where('community_id', '=', communityId)
		.where('group_id', '=', groupId)
		.execute();
}

/** The open window with this code, whichever community it is in. */
export async function findWindowByDigest(
	tx: Tx,
	codeDigest: string,
	now: Date
): Promise<PictureWindow | null> {
	const found = await local(tx)
		.selectFrom('local.picture_window')
		.select(columns)
		.where('code_digest', '=', codeDigest)
		.where('closes_at', '>', now)
		.executeTakeFirst();
	return found ?? null;
}

/** The windows that are open in a community now. */
export async function listOpenWindows(
	tx: Tx,
	communityId: CommunityId,
	now: Date
): Promise<readonly PictureWindow[]> {
	return local(tx)
		.selectFrom('local.picture_window')
		.select(columns)
		.where('community_id', '=', communityId)
		.where('closes_at', '>', now)
		.execute();
}
