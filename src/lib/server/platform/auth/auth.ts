import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { PersonActor } from '../access/index.ts';
import type { Database, Tx } from '../db/database.ts';
import { noteStatement } from '../db/statements.ts';
import { toId, type CommunityId, type PersonId } from '../ids.ts';
import { fail, ok, type Failure, type Result } from '../result.ts';
import {
	findAccountsByIdentifier,
	findAccountOfPerson,
	requirePasswordChange,
	type AccountView
} from './account.store.ts';
import { opensDoor, plainCode } from './sign-in-secret.store.ts';
import { attemptSubject, forgetFailures, isShut, noteFailure } from './attempts.ts';
import { createBetterAuth, type AuthOptions, type BetterAuth } from './better-auth.ts';

export { hashPassword, verifyPassword };

/** Who is signed in, before anything is known about the person. */
export interface SessionIdentity {
	readonly userId: string;
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly mustChangePassword: boolean;
}

export type SignInError = Failure<
	| 'sign-in.wrong'
	| 'sign-in.too-many-tries'
	| 'sign-in.shared-address'
	| 'sign-in.no-account'
	| 'sign-in.code-wrong'
>;

/** How the caller's address is known, so that one address cannot try every account. */
export interface SignInOrigin {
	readonly headers: Headers;
	readonly address: string;
}

export interface Auth {
	findSession(headers: Headers): Promise<SessionIdentity | null>;
	signInWithPassword(
		identifier: string,
		password: string,
		origin: SignInOrigin
	): Promise<Result<AccountView, SignInError>>;
	/** By the one-time code of a person; their session begins once they are in. */
	signInWithCode(
		username: string,
		code: string,
		origin: SignInOrigin
	): Promise<Result<AccountView, SignInError>>;
	/** Starts a session for a person who proved themselves otherwise; `hours` is how long it lasts at most. */
	startSession(account: AccountView, hours: number, headers: Headers): Promise<boolean>;
	signOut(headers: Headers): Promise<void>;
	/** One transaction on the local tables (accounts, tries, windows, secrets). */
	local<T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>;
	subject(...parts: readonly string[]): string;
}

export interface AuthSources extends AuthOptions {
	readonly database: Database;
	readonly now: () => Date;
}

async function resolveIdentifier(
	tx: Tx,
	identifier: string
): Promise<Result<AccountView, SignInError>> {
	const accounts = await findAccountsByIdentifier(tx, identifier);
	if (accounts.length > 1) return fail('sign-in.shared-address', 'identifier');
	const [account] = accounts;
	return account ? ok(account) : fail('sign-in.wrong', 'password');
}

async function passwordSignIn(
	library: BetterAuth,
	username: string,
	password: string,
	headers: Headers
): Promise<boolean> {
	try {
		await library.api.signInUsername({ body: { username, password }, headers });
		return true;
	} catch (error) {
		// The library throws its own class for a wrong name or password; anything else is a defect.
		if (error instanceof Error && error.name === 'APIError') return false;
		throw error;
	}
}

/** Long enough to choose a password; the visit that follows is a new session. */
const codeHours = 1;

export function createAuth(sources: AuthSources): Auth {
	const library = createBetterAuth(sources);
	const { database, secret, now } = sources;
	const local: Auth['local'] = (mode, work) =>
		database.inLocal({ mode, observe: noteStatement }, work);
	const subject = (...parts: readonly string[]) => attemptSubject(secret, ...parts);

	async function signInWithPassword(identifier: string, password: string, origin: SignInOrigin) {
		const subjects = [
			subject('who', identifier.trim().toLowerCase()),
			subject('from', origin.address, identifier)
		];
		const found = await local('read', async (tx) => {
			for (const each of subjects)
				if (await isShut(tx, 'password', each, now())) return fail('sign-in.too-many-tries');
			return resolveIdentifier(tx, identifier);
		});
		// A missing account still costs one hash, so that the answer's time tells nothing.
		const username = found.ok ? found.value.username : 'nobody@nowhere';
		const isShutNow = !found.ok && found.error.code !== 'sign-in.wrong';
		const isRight =
			!isShutNow && (await passwordSignIn(library, username, password, origin.headers));
		await local('write', async (tx) => {
			for (const each of subjects) {
				await (isRight
					? forgetFailures(tx, 'password', each)
					: noteFailure(tx, 'password', each, now()));
			}
		});
		if (!found.ok) return found;
		return isRight ? found : fail('sign-in.wrong', 'password');
	}

	async function signInWithCode(username: string, code: string, origin: SignInOrigin) {
		const name = username.trim().toLowerCase();
		const subjects = [subject('who', name), subject('from', origin.address)];
		const result = await local('write', async (tx) => {
			for (const each of subjects)
				if (await isShut(tx, 'code', each, now())) return fail('sign-in.too-many-tries', 'code');
			const found = await resolveIdentifier(tx, name);
			if (found.ok && (await opensDoor(tx, found.value, 'code', plainCode(code), now()))) {
				await forgetFailures(tx, 'code', subject('who', name));
				await requirePasswordChange(tx, found.value.userId, now());
				return found;
			}
			for (const each of subjects) await noteFailure(tx, 'code', each, now());
			return fail('sign-in.code-wrong', 'code');
		});
		if (result.ok) await startSession(result.value, codeHours, origin.headers);
		return result;
	}

	async function startSession(account: AccountView, hours: number, headers: Headers) {
		const { started } = await library.api.startSessionFor({
			body: { userId: account.userId, hours },
			headers
		});
		return started;
	}

	return {
		local,
		subject,
		signInWithPassword,
		signInWithCode,
		startSession,
		async findSession(headers) {
			const found = await library.api.getSession({ headers });
			if (!found) return null;
			return {
				userId: found.user.id,
				communityId: toId(found.user.communityId),
				personId: toId(found.user.personId),
				mustChangePassword: found.user.mustChangePassword ?? false
			};
		},
		async signOut(headers) {
			await library.api.signOut({ headers });
		}
	};
}

/** Finds a person's account, for the ways in that start from the person. */
export const accountOf = (tx: Tx, actor: Pick<PersonActor, 'communityId' | 'personId'>) =>
	findAccountOfPerson(tx, actor.communityId, actor.personId);
