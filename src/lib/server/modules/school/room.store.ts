import type { Scope } from '../../platform/access/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import type { RoomId, SchoolTables } from './school.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<SchoolTables>();

export interface StoredRoom {
	readonly roomId: RoomId;
	readonly siteId: SiteId;
	readonly name: string;
	readonly seats: number;
	readonly features: readonly string[];
	readonly area: string | null;
	readonly retiredAt: Date | null;
}

const columns = [
	'room_id as roomId',
	'site_id as siteId',
	'name',
	'seats',
	'features',
	'area',
	'retired_at as retiredAt'
] as const;

/** The room under this id, of whichever site, retired or not. */
export async function findRoom(scope: Scope, roomId: RoomId): Promise<StoredRoom | undefined> {
	return db(scope)
		.selectFrom('room')
		.select(columns)
		.where('community_id', '=', scope.communityId)
		.where('room_id', '=', roomId)
		.executeTakeFirst();
}

/** Every room of a site, those no longer used last. */
export async function listAllRooms(scope: Scope, siteId: SiteId): Promise<readonly StoredRoom[]> {
	return db(scope)
		.selectFrom('room')
		.select(columns)
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.orderBy('retired_at', (order) => order.asc().nullsFirst())
		.orderBy('name')
		.orderBy('room_id')
		.execute();
}

/** Adds the room, or gives the one under this id its new facts. */
export async function putRoom(scope: Scope, room: StoredRoom): Promise<void> {
	await db(scope)
		.insertInto('room')
		.values({
			community_id: scope.communityId,
			room_id: room.roomId,
			site_id: room.siteId,
			name: room.name,
			seats: room.seats,
			features: [...room.features],
			area: room.area,
			retired_at: room.retiredAt
		})
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'room_id']).doUpdateSet((eb) => ({
				name: eb.ref('excluded.name'),
				seats: eb.ref('excluded.seats'),
				features: eb.ref('excluded.features'),
				area: eb.ref('excluded.area'),
				retired_at: eb.ref('excluded.retired_at')
			}))
		)
		.execute();
}
