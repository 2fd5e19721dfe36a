import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { newUuid, toId, type CommunityId, type PersonId, type Uuid } from '../ids.ts';

export type AuthTables = {
	'auth.user': {
		id: string;
		name: string;
		email: string;
		emailVerified: boolean;
		createdAt: Date;
		updatedAt: Date;
		username: string | null;
		displayUsername: string | null;
		communityId: Uuid;
		personId: Uuid;
		contactEmail: string | null;
		mustChangePassword: boolean;
	};
	'auth.account': {
		id: string;
		accountId: string;
		providerId: string;
		userId: string;
		password: string | null;
		createdAt: Date;
		updatedAt: Date;
	};
	'auth.session': { id: string; userId: string; token: string; expiresAt: Date };
};

/** What an account is made from; a family may share one address, so it is a contact and never a key. */
export interface NewAccount {
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly username: string;
	readonly contactEmail: string | null;
	/** A hash by `hashPassword`, or null for people who have no password (yet). */
	readonly passwordHash: string | null;
	readonly mustChangePassword?: boolean;
}

const local = (tx: Tx) => tx.$extendTables<AuthTables>();

/** Makes accounts in two statements, however many; a username that is taken makes the database refuse. */
export async function insertAccounts(
	tx: Tx,
	accounts: readonly NewAccount[],
	now: Date
): Promise<void> {
	if (accounts.length === 0) return;
	const rows = accounts.map((account) => ({ account, id: newUuid(now) }));
	await local(tx)
		.insertInto('auth.user')
		.values(
			rows.map(({ account, id }) => ({
				id,
				// The library wants a name and a unique address; the real ones live in the tenant tables.
				name: account.username,
				email: `${account.personId}@account.invalid`,
				emailVerified: true,
				createdAt: now,
				updatedAt: now,
				username: account.username.toLowerCase(),
				displayUsername: account.username,
				communityId: account.communityId,
				personId: account.personId,
				contactEmail: account.contactEmail?.toLowerCase() ?? null,
				mustChangePassword: account.mustChangePassword ?? false
			}))
		)
		.execute();
	await local(tx)
		.insertInto('auth.account')
		.values(
			rows.map(({ account, id }) => ({
				id: newUuid(now),
				accountId: id,
				providerId: 'credential',
				userId: id,
				password: account.passwordHash,
				createdAt: now,
				updatedAt: now
			}))
		)
		.execute();
}

export interface AccountView {
	readonly userId: string;
	readonly username: string;
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly mustChangePassword: boolean;
}

const accountColumns = ['id', 'username', 'communityId', 'personId', 'mustChangePassword'] as const;

function toAccount(row: {
	id: string;
	username: string | null;
	communityId: Uuid;
	personId: Uuid;
	mustChangePassword: boolean;
}): AccountView {
	return {
		userId: row.id,
		username: row.username ?? '',
		communityId: toId(row.communityId),
		personId: toId(row.personId),
		mustChangePassword: row.mustChangePassword
	};
}

/** The accounts that a typed username or e-mail may mean: one for a username, several for a shared address. */
export async function findAccountsByIdentifier(
	tx: Tx,
	typed: string
): Promise<readonly AccountView[]> {
	const identifier = typed.trim().toLowerCase();
	const rows = await local(tx)
		.selectFrom('auth.user')
		.select(accountColumns)
		.where((eb) => eb.or([eb('username', '=', identifier), eb('contactEmail', '=', identifier)]))
		.limit(5)
		.execute();
	const exact = rows.filter((row) => row.username === identifier);
	return (exact.length > 0 ? exact : rows).map(toAccount);
}

export async function findAccountOfPerson(
	tx: Tx,
	communityId: CommunityId,
	personId: PersonId
): Promise<AccountView | null> {
	const row = await local(tx)
		.selectFrom('auth.user')
		.select(accountColumns)
		.where('communityId', '=', communityId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return row ? toAccount(row) : null;
}

/** The hash that a password is compared with, or null for people who have none. */
export async function findPasswordHash(tx: Tx, userId: string): Promise<string | null> {
	const row = await local(tx)
		.selectFrom('auth.account')
		.select('password')
		.where('userId', '=', userId)
		.where('providerId', '=', 'credential')
		.executeTakeFirst();
	return row?.password ?? null;
}

/** Usernames of people, for cards and lists; people without an account are missing. */
export async function listUsernames(
	tx: Tx,
	communityId: CommunityId,
	personIds: readonly PersonId[]
): Promise<ReadonlyMap<PersonId, string>> {
	const rows = await local(tx)
		.selectFrom('auth.user')
		.select(['personId', 'username'])
		.where('communityId', '=', communityId)
		.where('personId', '=', sql<PersonId>`any(${personIds}::uuid[])`)
		.execute();
	return new Map(rows.map((row) => [toId<PersonId>(row.personId), row.username ?? '']));
}

/** Sets a new password and ends every session of the person. */
export async function setPasswordHash(
	tx: Tx,
	userId: string,
	passwordHash: string,
	mustChangePassword: boolean,
	now: Date
): Promise<void> {
	const db = local(tx);
	await db
		.updateTable('auth.account')
		.set({ password: passwordHash, updatedAt: now })
		.where('userId', '=', userId)
		.where('providerId', '=', 'credential')
		.execute();
	await db
		.updateTable('auth.user')
		.set({ mustChangePassword, updatedAt: now })
		.where('id', '=', userId)
		.execute();
	await db.deleteFrom('auth.session').where('userId', '=', userId).execute();
}

/** Whoever came in by a one-time code chooses a password before anything else. */
export async function requirePasswordChange(tx: Tx, userId: string, now: Date): Promise<void> {
	await local(tx)
		.updateTable('auth.user')
		.set({ mustChangePassword: true, updatedAt: now })
		.where('id', '=', userId)
		.execute();
}

/** Ends every session of a person, on demand (TS5). */
export async function endSessions(
	tx: Tx,
	communityId: CommunityId,
	personId: PersonId
): Promise<void> {
	const db = local(tx);
	await db
		.deleteFrom('auth.session')
		.where('userId', 'in', (eb) =>
			eb
				.selectFrom('auth.user')
				.select('auth.user.id')
				.where('auth.user.communityId', '=', communityId)
				.where('auth.user.personId', '=', personId)
		)
		.execute();
}
