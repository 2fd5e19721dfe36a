import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import type { PeriodId, PeriodKind, RoomId, SchoolTables } from './school.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<SchoolTables>();

export interface NewRoom {
	readonly siteId: SiteId;
	readonly name: string;
	readonly seats: number;
	readonly features: readonly string[];
	readonly area: string | null;
}

export async function insertRooms(scope: Scope, rooms: readonly NewRoom[]): Promise<void> {
	if (rooms.length === 0) return;
	await db(scope)
		.insertInto('room')
		.values(
			rooms.map((room) => ({
				community_id: scope.communityId,
				room_id: scope.newId<RoomId>(),
				site_id: room.siteId,
				name: room.name,
				seats: room.seats,
				features: [...room.features],
				area: room.area,
				retired_at: null
			}))
		)
		.execute();
}

export interface RoomView {
	readonly roomId: RoomId;
	readonly name: string;
	readonly seats: number;
	readonly features: readonly string[];
	readonly area: string | null;
}

/** The rooms of a site that are in use, by name. */
export async function listRooms(scope: Scope, siteId: SiteId): Promise<readonly RoomView[]> {
	return db(scope)
		.selectFrom('room')
		.select(['room_id as roomId', 'name', 'seats', 'features', 'area'])
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.where('retired_at', 'is', null)
		.orderBy('name')
		.orderBy('room_id')
		.execute();
}

export interface PeriodView {
	readonly periodId: PeriodId;
	/** 1 = Monday to 7 = Sunday. */
	readonly weekday: number;
	readonly position: number;
	readonly name: string;
	/** Times of day at the site, `HH:MM:SS`. */
	readonly startsAt: string;
	readonly endsAt: string;
	readonly kind: PeriodKind;
}

/** The week grid of a site, in order of time. */
export async function listPeriods(scope: Scope, siteId: SiteId): Promise<readonly PeriodView[]> {
	return db(scope)
		.selectFrom('period')
		.select([
			'period_id as periodId',
			'weekday',
			'position',
			'name',
			'starts_at as startsAt',
			'ends_at as endsAt',
			'kind'
		])
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.orderBy('weekday')
		.orderBy('position')
		.execute();
}

export interface ClosedDayView {
	readonly day: SchoolDay;
	readonly reason: string;
}

/** Days of a site on which nobody comes, both ends included. */
export async function listClosedDays(
	scope: Scope,
	siteId: SiteId,
	{ from, until }: { readonly from: SchoolDay; readonly until: SchoolDay }
): Promise<readonly ClosedDayView[]> {
	return db(scope)
		.selectFrom('closed_day')
		.select(['day', 'reason'])
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.where('day', '>=', from)
		.where('day', '<=', until)
		.orderBy('day')
		.execute();
}
