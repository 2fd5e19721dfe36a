import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Tx } from '../db/database.ts';
import { fail, ok, type Result } from '../result.ts';
import { findAccountsByIdentifier, findPasswordHash, type AccountView } from './account.store.ts';
import { forgetTries, lanesOf, takeTry } from './attempts.ts';
import type { Doorway, SignInError, SignInOrigin } from './sign-in.ts';

/** The one account that a typed username or e-mail means. */
export async function resolveIdentifier(
	tx: Tx,
	identifier: string
): Promise<Result<AccountView, SignInError>> {
	const accounts = await findAccountsByIdentifier(tx, identifier);
	if (accounts.length > 1) return fail('sign-in.shared-address', 'identifier');
	const [account] = accounts;
	return account ? ok(account) : fail('sign-in.wrong', 'password');
}

let nobodysHash: Promise<string> | undefined;

/** A missing account costs the same slow hash as a wrong password, so that the answer's time tells nothing. */
async function isPassword(hash: string | null, password: string): Promise<boolean> {
	nobodysHash ??= hashPassword('nobody has this password');
	const isRight = await verifyPassword({ hash: hash ?? (await nobodysHash), password });
	return hash !== null && isRight;
}

/** By username (or an e-mail that one person alone has) and password. */
export const passwordDoor =
	(door: Doorway) =>
	async (
		typed: string,
		password: string,
		{ headers, address }: SignInOrigin
	): Promise<Result<AccountView, SignInError>> => {
		const identifier = typed.trim().toLowerCase();
		const lanes = lanesOf(door.subject, 'password', identifier, address);
		const attempt = await door.local('write', (tx) => takeTry(tx, 'password', lanes, door.now()));
		if (!attempt) return fail('sign-in.too-many-tries');
		const { found, hash } = await door.local('read', async (tx) => {
			const account = await resolveIdentifier(tx, identifier);
			const known = account.ok ? await findPasswordHash(tx, account.value.userId) : null;
			return { found: account, hash: known };
		});
		if (!found.ok && found.error.code !== 'sign-in.wrong') return found;
		if (!(await isPassword(hash, password)) || !found.ok) return fail('sign-in.wrong', 'password');
		const visitor = await door.findVisitor(found.value.communityId, found.value.personId);
		if (!visitor) return fail('sign-in.wrong', 'password');
		await door.local('write', (tx) => forgetTries(tx, attempt, door.now()));
		await door.startSession(found.value, visitor.hours, headers);
		return found;
	};
