import { createHash, randomInt } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { newUuid, type CommunityId, type PersonId, type Uuid } from '../ids.ts';

export type SecretKind = 'picture' | 'card' | 'code';

type Tables = {
	'local.sign_in_secret': {
		secret_id: Uuid;
		community_id: CommunityId;
		person_id: PersonId;
		kind: SecretKind;
		digest: string;
		made_by: PersonId | null;
		made_at: Date;
		expires_at: Date | null;
		used_at: Date | null;
	};
};
const local = (tx: Tx) => tx.$extendTables<Tables>();

/** Letters and digits that nobody mixes up when they are read aloud or written down. */
const clearLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const drawLetters = (count: number): string =>
	Array.from({ length: count }, () => clearLetters[randomInt(clearLetters.length)]).join('');

/** Any bytes as clear letters, five bits each; for codes that are derived and not drawn. */
export const clearLettersOf = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => clearLetters[byte % clearLetters.length]).join('');

/** A code of ten clear letters (50 bits), in two halves for the eye. */
export function drawCode(): string {
	return `${drawLetters(5)}-${drawLetters(5)}`;
}

/** What a card carries: twenty-five clear letters (125 bits), in fives; a tablet reads them, a hand can type them. */
export const drawCardCode = (): string => Array.from({ length: 5 }, () => drawLetters(5)).join('-');

/** What was typed, as it was drawn: no spaces or dashes, capital letters. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

export interface NewSecret {
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly kind: SecretKind;
	/** The secret itself; only its hash is kept. */
	readonly plain: string;
	readonly madeBy: PersonId | null;
	readonly expiresAt: Date | null;
}

/** A card's secret is too long to guess, so that a plain hash finds it; short ones are salted and slow. */
const digestOf = async ({ kind, plain }: Pick<NewSecret, 'kind' | 'plain'>): Promise<string> =>
	kind === 'card' ? cardDigest(plain) : hashPassword(plain);

const cardDigest = (plain: string): string =>
	createHash('sha256').update(plain).digest('base64url');

/** Gives a person a new secret of a kind; the ones before it open nothing any more. */
export const replaceSecret = (tx: Tx, secret: NewSecret, now: Date): Promise<void> =>
	replaceSecrets(tx, [secret], now);

/** The same for several people of one community at once; all secrets are of one kind. */
export async function replaceSecrets(
	tx: Tx,
	secrets: readonly NewSecret[],
	now: Date
): Promise<void> {
	const [first] = secrets;
	if (!first) return;
	const digests = await Promise.all(secrets.map(digestOf));
	await local(tx)
		.deleteFrom('local.sign_in_secret')
		.where('community_id', '=', first.communityId)
		.where('person_id', '=', sql<PersonId>`any(${secrets.map((each) => each.personId)}::uuid[])`)
		.where('kind', '=', first.kind)
		.execute();
	await local(tx)
		.insertInto('local.sign_in_secret')
		.values(
			secrets.map((secret, index) => ({
				secret_id: newUuid(now),
				community_id: secret.communityId,
				person_id: secret.personId,
				kind: secret.kind,
				digest: digests[index] ?? '',
				made_by: secret.madeBy,
				made_at: now,
				expires_at: secret.expiresAt,
				used_at: null
			}))
		)
		.execute();
}

/** Who holds which ways in besides a password, for a class; nothing of the secrets themselves. */
export async function listSecretHolders(
	tx: Tx,
	communityId: CommunityId,
	personIds: readonly PersonId[],
	now: Date
): Promise<readonly { readonly personId: PersonId; readonly kind: SecretKind }[]> {
	return local(tx)
		.selectFrom('local.sign_in_secret')
		.select(['person_id as personId', 'kind'])
		.where('community_id', '=', communityId)
		.where('person_id', '=', sql<PersonId>`any(${personIds}::uuid[])`)
		.where('used_at', 'is', null)
		.where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
		.execute();
}

/** When a person's secret of a kind was made, or null where there is none: tries before it do not count. */
export async function secretMadeAt(
	tx: Tx,
	person: { readonly communityId: CommunityId; readonly personId: PersonId },
	kind: SecretKind
): Promise<Date | null> {
	const found = await local(tx)
		.selectFrom('local.sign_in_secret')
		.select('made_at')
		.where('community_id', '=', person.communityId)
		.where('person_id', '=', person.personId)
		.where('kind', '=', kind)
		.executeTakeFirst();
	return found?.made_at ?? null;
}

/** Whose card this is, or null when it is nobody's or too old. */
export async function findCardHolder(
	tx: Tx,
	plain: string,
	now: Date
): Promise<{ readonly communityId: CommunityId; readonly personId: PersonId } | null> {
	const found = await local(tx)
		.selectFrom('local.sign_in_secret')
		.select(['community_id as communityId', 'person_id as personId'])
		.where('kind', '=', 'card')
		.where('digest', '=', cardDigest(plain))
		.where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
		.executeTakeFirst();
	return found ?? null;
}

/** Whether this opens the person's door now; a code that opened it once opens it no more. */
export async function opensDoor(
	tx: Tx,
	person: { readonly communityId: CommunityId; readonly personId: PersonId },
	kind: 'picture' | 'code',
	plain: string,
	now: Date
): Promise<boolean> {
	const secret = await local(tx)
		.selectFrom('local.sign_in_secret')
		.select(['secret_id', 'digest'])
		.where('community_id', '=', person.communityId)
		.where('person_id', '=', person.personId)
		.where('kind', '=', kind)
		.where('used_at', 'is', null)
		.where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
		.forUpdate()
		.executeTakeFirst();
	if (!secret || !(await verifyPassword({ hash: secret.digest, password: plain }))) return false;
	if (kind === 'code') {
		await local(tx)
			.updateTable('local.sign_in_secret')
			.set({ used_at: now })
			.where('secret_id', '=', secret.secret_id)
			.execute();
	}
	return true;
}
