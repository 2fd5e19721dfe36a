import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	idField,
	listField,
	numberField,
	optionalWordsField,
	wordsField
} from '../../../platform/http/fields.ts';
import type { SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockSite } from '../calendar.store.ts';
import { findRoom, listAllRooms, putRoom, type StoredRoom } from '../room.store.ts';
import { changeSchool } from '../school.policy.ts';
import type { RoomId } from '../school.store.ts';

export const saveRoomInput = v.object({
	/** Comes with the form: sent again, it changes the same room. */
	roomId: idField<RoomId>(),
	siteId: idField<SiteId>(),
	name: wordsField(100),
	seats: numberField(0, 2_000),
	/** What is in it, with commas between. */
	features: listField(20),
	area: optionalWordsField(60)
});
export type SaveRoomInput = v.InferOutput<typeof saveRoomInput>;

type RoomFailure = Failure<'school.not-found' | 'school.room-name-taken'>;
type RoomDone = { readonly roomId: RoomId };

const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase();

/** Whether another room that is in use has this name. */
const isTaken = async (
	scope: Scope,
	{ siteId, roomId, name }: Pick<StoredRoom, 'siteId' | 'roomId' | 'name'>
) =>
	(await listAllRooms(scope, siteId)).some(
		(other) =>
			other.roomId !== roomId && other.retiredAt === null && folded(other.name) === folded(name)
	);

/** A new room of a site, or new facts for one that is there. */
export async function saveRoom(
	scope: Scope,
	input: SaveRoomInput
): Promise<Result<RoomDone, RoomFailure>> {
	const { siteId, roomId } = input;
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const known = await findRoom(scope, roomId);
	if (known && known.siteId !== siteId) return fail('school.not-found');
	if (await isTaken(scope, input)) return fail('school.room-name-taken', 'name');
	await putRoom(scope, { ...input, retiredAt: known?.retiredAt ?? null });
	await recordDecision(scope, {
		action: 'school.save-room',
		learnerId: null,
		object: { type: 'room', id: roomId },
		changes: { seats: [known?.seats ?? null, input.seats] }
	});
	return ok({ roomId });
}

export const roomInput = v.object({ roomId: idField<RoomId>() });

/** A room is used no more: what is published stays where it is, later weeks leave it out. */
export const retireRoom = (
	scope: Scope,
	input: v.InferOutput<typeof roomInput>
): Promise<Result<RoomDone, RoomFailure>> => setRetired(scope, input, scope.now);

/** The way back from retiring. */
export const restoreRoom = (
	scope: Scope,
	input: v.InferOutput<typeof roomInput>
): Promise<Result<RoomDone, RoomFailure>> => setRetired(scope, input, null);

async function setRetired(
	scope: Scope,
	{ roomId }: v.InferOutput<typeof roomInput>,
	retiredAt: Date | null
): Promise<Result<RoomDone, RoomFailure>> {
	const known = await findRoom(scope, roomId);
	if (!known || !may(scope.actor, changeSchool)) return fail('school.not-found');
	await lockSite(scope, known.siteId);
	if ((known.retiredAt === null) === (retiredAt === null)) return ok({ roomId });
	if (retiredAt === null && (await isTaken(scope, known))) return fail('school.room-name-taken');
	await putRoom(scope, { ...known, retiredAt });
	await recordDecision(scope, {
		action: retiredAt ? 'school.retire-room' : 'school.restore-room',
		learnerId: null,
		object: { type: 'room', id: roomId }
	});
	return ok({ roomId });
}
