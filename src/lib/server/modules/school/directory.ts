import type { Tx } from '../../platform/db/database.ts';
import type { CommunityId } from '../../platform/ids.ts';
import type { SchoolTables } from './school.store.ts';

/** One community of this installation, as the sign-in page needs it before anyone is known. */
export interface DirectoryEntry {
	readonly communityId: CommunityId;
	readonly name: string;
	readonly isDemo: boolean;
}

/** The communities of this installation, oldest first; a local table, so no tenant setting is needed. */
export async function listCommunities(tx: Tx): Promise<readonly DirectoryEntry[]> {
	return tx
		.$extendTables<SchoolTables>()
		.selectFrom('local.community_directory')
		.select(['community_id as communityId', 'name', 'is_demo as isDemo'])
		.orderBy('created_at')
		.execute();
}
