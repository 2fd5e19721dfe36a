import { hashPassword } from 'better-auth/crypto';
import type { Database, Tx } from '../db/database.ts';
import { noteStatement } from '../db/statements.ts';
import type { AccountView } from './account.store.ts';
import { attemptSubject } from './attempts.ts';
import { createBetterAuth, hasSecureCookies, type AuthOptions } from './better-auth.ts';
import { codeDoor } from './code-door.ts';
import { passwordDoor } from './password-door.ts';
import { sessionTokenIn } from './session-token.ts';
import type { Doorway, FindVisitor } from './sign-in.ts';
import { cardDoor, findWindow, pictureDoor, windowCodeOf, windowDigestOf } from './young-doors.ts';

export { hashPassword };

/** How the code of a picture window is told and kept; both are derived, so neither is written down. */
export interface WindowCodes {
	codeOf(windowId: string): string;
	digestOf(code: string): string;
}

export interface Auth {
	/** The token of the session cookie, if it is one of ours; `findSession` says whose it is. */
	sessionToken(headers: Headers): string | null;
	readonly signInWithPassword: ReturnType<typeof passwordDoor>;
	readonly signInWithCode: ReturnType<typeof codeDoor>;
	readonly signInWithPictures: ReturnType<typeof pictureDoor>;
	readonly signInWithCard: ReturnType<typeof cardDoor>;
	readonly findWindow: ReturnType<typeof findWindow>;
	readonly windowCodes: WindowCodes;
	/** Starts a visit for a person who proved themselves otherwise, as long as their roles allow. */
	startVisit(account: AccountView, headers: Headers): Promise<boolean>;
	signOut(headers: Headers): Promise<void>;
	/** One transaction on the local tables (accounts, tries, windows, secrets). */
	local<T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface AuthSources extends AuthOptions {
	readonly database: Database;
	readonly now: () => Date;
	readonly findVisitor: FindVisitor;
}

export function createAuth(sources: AuthSources): Auth {
	const library = createBetterAuth(sources);
	const { database, secret, now, findVisitor } = sources;
	const cookie = { secret, isSecure: hasSecureCookies(sources.origin) };
	const local: Auth['local'] = (mode, work) =>
		database.inLocal({ mode, observe: noteStatement }, work);

	/** A sign-in is a new session; what the browser held before it opens nothing any more (TS5). */
	async function startSession(account: AccountView, hours: number, headers: Headers) {
		const before = headers.has('cookie') ? await library.api.getSession({ headers }) : null;
		const body = { userId: account.userId, hours };
		const { started } = await library.api.startSessionFor({ body, headers });
		if (before) await library.api.endSession({ body: { token: before.session.token } });
		return started;
	}

	const door: Doorway = {
		local,
		now,
		findVisitor,
		startSession,
		subject: (...parts) => attemptSubject(secret, ...parts)
	};
	return {
		local,
		signInWithPassword: passwordDoor(door),
		signInWithCode: codeDoor(door),
		signInWithPictures: pictureDoor(door),
		signInWithCard: cardDoor(door),
		findWindow: findWindow(door),
		windowCodes: {
			codeOf: (windowId) => windowCodeOf(door, windowId),
			digestOf: (code) => windowDigestOf(door, code)
		},
		async startVisit(account, headers) {
			const visitor = await findVisitor(account.communityId, account.personId);
			return visitor !== null && startSession(account, visitor.hours, headers);
		},
		sessionToken: (headers) => sessionTokenIn(headers, cookie),
		async signOut(headers) {
			await library.api.signOut({ headers });
		}
	};
}
