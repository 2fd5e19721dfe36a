import { createHmac } from 'node:crypto';
import type { Tx } from '../db/database.ts';
import { newUuid } from '../ids.ts';

export type Door = 'password' | 'picture' | 'card' | 'code';

export interface AttemptTable {
	attempt_id: string;
	door: Door;
	subject: string;
	at: Date;
}
type Tables = { 'local.sign_in_attempt': AttemptTable };

/** How many failed tries a subject has before the door stays shut, and for how long it is counted (TS5, TS6). */
export const doorLimits: Record<Door, { readonly tries: number; readonly minutes: number }> = {
	password: { tries: 10, minutes: 15 },
	picture: { tries: 5, minutes: 10 },
	card: { tries: 10, minutes: 15 },
	code: { tries: 5, minutes: 15 }
};

/** Who or what tried, as a keyed digest: the table never holds a name or an address. */
export const attemptSubject = (secret: string, ...parts: readonly string[]): string =>
	createHmac('sha256', secret).update(parts.join('\u0000')).digest('base64url');

/** Whether the door is shut for this subject now. */
export async function isShut(tx: Tx, door: Door, subject: string, now: Date): Promise<boolean> {
	const { tries, minutes } = doorLimits[door];
	const { count } = await tx
		.$extendTables<Tables>()
		.selectFrom('local.sign_in_attempt')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('door', '=', door)
		.where('subject', '=', subject)
		.where('at', '>', new Date(now.getTime() - minutes * 60_000))
		.executeTakeFirstOrThrow();
	return count >= tries;
}

/** Notes a failed try, and forgets the ones that no longer count. */
export async function noteFailure(tx: Tx, door: Door, subject: string, now: Date): Promise<void> {
	const local = tx.$extendTables<Tables>();
	await local
		.deleteFrom('local.sign_in_attempt')
		.where('at', '<', new Date(now.getTime() - 3_600_000))
		.execute();
	await local
		.insertInto('local.sign_in_attempt')
		.values({ attempt_id: newUuid(now), door, subject, at: now })
		.execute();
}

/** A person got in: earlier tries no longer count against them. */
export async function forgetFailures(tx: Tx, door: Door, subject: string): Promise<void> {
	await tx
		.$extendTables<Tables>()
		.deleteFrom('local.sign_in_attempt')
		.where('door', '=', door)
		.where('subject', '=', subject)
		.execute();
}
