import { randomInt } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
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

/** A code of ten clear letters (50 bits), in two halves for the eye. */
export function drawCode(): string {
	const letters = Array.from({ length: 10 }, () => clearLetters[randomInt(clearLetters.length)]);
	return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** What was typed, as it was drawn: no spaces or dashes, capital letters. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

export interface NewSecret {
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly kind: SecretKind;
	/** The secret itself; only its salted hash is kept. */
	readonly plain: string;
	readonly madeBy: PersonId | null;
	readonly expiresAt: Date | null;
}

/** Gives a person a new secret of a kind; the ones before it open nothing any more. */
export async function replaceSecret(tx: Tx, secret: NewSecret, now: Date): Promise<void> {
	const { communityId, personId, kind } = secret;
	const digest = await hashPassword(secret.plain);
	await local(tx)
		.deleteFrom('local.sign_in_secret')
		.where('community_id', '=', communityId)
		.where('person_id', '=', personId)
		.where('kind', '=', kind)
		.execute();
	await local(tx)
		.insertInto('local.sign_in_secret')
		.values({
			secret_id: newUuid(now),
			community_id: communityId,
			person_id: personId,
			kind,
			digest,
			made_by: secret.madeBy,
			made_at: now,
			expires_at: secret.expiresAt,
			used_at: null
		})
		.execute();
}

/** Whether this opens the person's door now; a code that opened it once opens it no more. */
export async function opensDoor(
	tx: Tx,
	person: { readonly communityId: CommunityId; readonly personId: PersonId },
	kind: SecretKind,
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
