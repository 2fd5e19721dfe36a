import * as v from 'valibot';
import { personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { deleteWindowsOf, insertWindow, type WindowCodes } from '../../../platform/auth/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { GroupId, Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { findClass } from '../class.store.ts';

export const groupInput = v.object({ groupId: idField<GroupId>() });
type Input = v.InferOutput<typeof groupInput>;

/** A window closes by itself: long enough for a class to come in, short enough to be forgotten safely. */
const windowMinutes = 20;

/** Opens the window in which the young children of a class may sign in by picture or card; an open one gets a new code. */
export async function openPictureWindow(
	scope: Scope,
	{ groupId }: Input,
	codes: WindowCodes
): Promise<Result<{ readonly code: string }, Failure<'people.not-found'>>> {
	const { communityId, now } = scope;
	if (scope.actor.kind !== 'person' || !(await findClass(scope, groupId)))
		return fail('people.not-found');
	const windowId = scope.newId<Uuid>();
	const code = codes.codeOf(windowId);
	const closesAt = new Date(now.getTime() + windowMinutes * 60_000);
	const window = { windowId, communityId, groupId, openedBy: personOf(scope).personId, closesAt };
	await insertWindow(scope.tx, { ...window, codeDigest: codes.digestOf(code) }, now);
	await recordDecision(scope, {
		action: 'people.open-picture-window',
		learnerId: null,
		object: { type: 'group', id: groupId }
	});
	return ok({ code });
}

/** Closes it before its time; visits that began in it go on. */
export async function closePictureWindow(
	scope: Scope,
	{ groupId }: Input
): Promise<Result<null, Failure<'people.not-found'>>> {
	if (scope.actor.kind !== 'person' || !(await findClass(scope, groupId)))
		return fail('people.not-found');
	await deleteWindowsOf(scope.tx, scope.communityId, groupId);
	await recordDecision(scope, {
		action: 'people.close-picture-window',
		learnerId: null,
		object: { type: 'group', id: groupId }
	});
	return ok(null);
}
