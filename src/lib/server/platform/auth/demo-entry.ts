import type { Tx } from '../db/database.ts';
import type { CommunityId, PersonId } from '../ids.ts';

export type DemoShows =
	'learner-5-7' | 'learner-8-11' | 'learner-12-18' | 'teacher' | 'family' | 'leader';

/** One of the six people of the demo community, as its sign-in page offers them. */
export interface DemoEntry {
	readonly position: number;
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly name: string;
	readonly age: number | null;
	readonly shows: DemoShows;
}

type Tables = {
	'local.demo_entry': {
		position: number;
		community_id: CommunityId;
		person_id: PersonId;
		name: string;
		age: number | null;
		shows: DemoShows;
	};
};

/** The six people, in their order; none outside the demo community. */
export async function listDemoEntries(tx: Tx): Promise<readonly DemoEntry[]> {
	return tx
		.$extendTables<Tables>()
		.selectFrom('local.demo_entry')
		.select([
			'position',
			'community_id as communityId',
			'person_id as personId',
			'name',
			'age',
			'shows'
		])
		.orderBy('position')
		.execute();
}

export async function insertDemoEntries(tx: Tx, entries: readonly DemoEntry[]): Promise<void> {
	if (entries.length === 0) return;
	await tx
		.$extendTables<Tables>()
		.insertInto('local.demo_entry')
		.values(
			entries.map((entry) => ({
				position: entry.position,
				community_id: entry.communityId,
				person_id: entry.personId,
				name: entry.name,
				age: entry.age,
				shows: entry.shows
			}))
		)
		.execute();
}

const loopbackHosts = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;
const loopbackAddresses = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * Whether the one-click doors may open: the request comes from this very machine, it asked for this very machine (a
 * page elsewhere cannot borrow the name), and no public address is set up.
 */
export function isOnThisMachine(request: {
	readonly address: string;
	readonly hostname: string;
	readonly origin: string | null;
}): boolean {
	const isPublic = request.origin !== null && !loopbackHosts.test(new URL(request.origin).hostname);
	return (
		!isPublic && loopbackAddresses.test(request.address) && loopbackHosts.test(request.hostname)
	);
}
