import type { PersonId } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { findAccountOfPerson, type AccountView } from './account.store.ts';
import { addressLane, forgetTries, takeTry } from './attempts.ts';
import { findWindowByDigest, listOpenWindows, type PictureWindow } from './picture-window.store.ts';
import { plainPictures, type SignInPicture } from './pictures.ts';
import {
	clearLettersOf,
	findCardHolder,
	opensDoor,
	plainCode,
	secretMadeAt
} from './sign-in-secret.store.ts';
import type { Doorway, SignInError, SignInOrigin } from './sign-in.ts';

/** A tablet goes from hand to hand; a child's visit is one stretch of work. */
const youngHours = 2;

type Answer = Promise<Result<AccountView, SignInError>>;

/** The code that opens a window's page, six clear letters; it is derived, so it is kept nowhere. */
export const windowCodeOf = (door: Pick<Doorway, 'subject'>, windowId: string): string =>
	clearLettersOf(Buffer.from(door.subject('window', windowId), 'base64url').subarray(0, 6));

/** As the table of windows holds a code. */
export const windowDigestOf = (door: Pick<Doorway, 'subject'>, code: string): string =>
	door.subject('window-code', plainCode(code));

/** The open window that a shared tablet asked for by its code. */
export const findWindow =
	(door: Doorway) =>
	(code: string): Promise<PictureWindow | null> =>
		door.local('read', (tx) => findWindowByDigest(tx, windowDigestOf(door, code), door.now()));

/** What a child at the tablet did: in whose window, who they are, what they touched. */
export interface TouchedPictures {
	readonly window: PictureWindow;
	readonly personId: PersonId;
	readonly pictures: readonly SignInPicture[];
}

/** By a row of drawings, in an open window of the child's class; five tries per ten minutes (TS6). */
export const pictureDoor =
	(door: Doorway) =>
	async ({ window, personId, pictures }: TouchedPictures, headers: Headers): Answer => {
		const person = { communityId: window.communityId, personId };
		const visitor = await door.findVisitor(window.communityId, personId);
		if (!visitor?.isYoung || !visitor.groupIds.includes(window.groupId))
			return fail('sign-in.window-closed');
		const lane = { subject: door.subject('child', personId), tries: 5, isForgottenOnEntry: true };
		const attempt = await door.local('write', async (tx) => {
			// A teacher who gives a new picture gives new tries with it.
			const madeAt = (await secretMadeAt(tx, person, 'picture')) ?? new Date(0);
			return takeTry(tx, 'picture', [lane], door.now(), madeAt);
		});
		if (!attempt) return fail('sign-in.picture-too-many-tries');
		const account = await door.local('write', async (tx) => {
			const plain = plainPictures(pictures);
			if (!(await opensDoor(tx, person, 'picture', plain, door.now()))) return null;
			await forgetTries(tx, attempt, door.now());
			return findAccountOfPerson(tx, window.communityId, personId);
		});
		if (!account) return fail('sign-in.picture-wrong');
		await door.startSession(account, Math.min(youngHours, visitor.hours), headers);
		return ok(account);
	};

/** By a printed card; it opens only while a window of the child's class is open. */
export const cardDoor =
	(door: Doorway) =>
	async (code: string, { headers, address }: SignInOrigin): Answer => {
		const lanes = [addressLane(door.subject, 'card', address)];
		const attempt = await door.local('write', (tx) => takeTry(tx, 'card', lanes, door.now()));
		if (!attempt) return fail('sign-in.too-many-tries', 'code');
		const found = await door.local('write', async (tx) => {
			const holder = await findCardHolder(tx, plainCode(code), door.now());
			if (!holder) return null;
			await forgetTries(tx, attempt, door.now());
			const account = await findAccountOfPerson(tx, holder.communityId, holder.personId);
			const windows = await listOpenWindows(tx, holder.communityId, door.now());
			return account && { account, windows };
		});
		const visitor =
			found && (await door.findVisitor(found.account.communityId, found.account.personId));
		if (!found || !visitor?.isYoung) return fail('sign-in.card-wrong', 'code');
		const isOpen = found.windows.some(({ groupId }) => visitor.groupIds.includes(groupId));
		if (!isOpen) return fail('sign-in.card-window', 'code');
		await door.startSession(found.account, Math.min(youngHours, visitor.hours), headers);
		return ok(found.account);
	};
