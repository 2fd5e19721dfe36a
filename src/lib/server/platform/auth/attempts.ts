import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { newUuid, type Uuid } from '../ids.ts';

export type Door = 'password' | 'picture' | 'card' | 'code';

type Tables = {
	'local.sign_in_attempt': { attempt_id: Uuid; door: Door; subject: string; at: Date };
};
const local = (tx: Tx) => tx.$extendTables<Tables>();

/** How many tries in vain one person has at one door before it stays shut, and for how long they count (TS5, TS6). */
export const doorLimits: Record<Door, { readonly tries: number; readonly minutes: number }> = {
	password: { tries: 10, minutes: 15 },
	picture: { tries: 5, minutes: 10 },
	card: { tries: 10, minutes: 15 },
	code: { tries: 5, minutes: 15 }
};

/** Who or what tried, as a keyed digest: the table never holds a name or an address. */
export const attemptSubject = (secret: string, ...parts: readonly string[]): string =>
	createHmac('sha256', secret).update(parts.join('\u0000')).digest('base64url');

/** One thing that tries are counted by. */
export interface Lane {
	readonly subject: string;
	readonly tries: number;
	/** Getting in shows that the earlier tries were the person's own; an address that many share forgets only this one. */
	readonly isForgottenOnEntry: boolean;
}

/** A person at any address has this many times the tries they have at one, so that nobody can be shut out from afar. */
const anyAddressShare = 5;
/** A school stands behind one address; this many times the tries of one person slow guessing without shutting it out. */
const sharedAddressShare = 40;

/** How a door counts somebody who names themself: by name and address, by name, and by address. */
export function lanesOf(
	subject: (...parts: readonly string[]) => string,
	door: Door,
	name: string,
	address: string
): readonly Lane[] {
	const { tries } = doorLimits[door];
	return [
		{ subject: subject('both', name, address), tries, isForgottenOnEntry: true },
		{ subject: subject('who', name), tries: tries * anyAddressShare, isForgottenOnEntry: true },
		addressLane(subject, door, address)
	];
}

export const addressLane = (
	subject: (...parts: readonly string[]) => string,
	door: Door,
	address: string
): Lane => ({
	subject: subject('from', address),
	tries: doorLimits[door].tries * sharedAddressShare,
	isForgottenOnEntry: false
});

/** A try that was let through; it counts as one in vain until it is forgotten. */
export interface Try {
	readonly door: Door;
	readonly lanes: readonly Lane[];
	readonly ids: readonly Uuid[];
}

/**
 * Takes one of the tries that are left, or null when the door is shut. It is counted before anything is compared, and
 * one after the other for the same subject, so that a hundred at once are no more than one after another.
 */
export async function takeTry(
	tx: Tx,
	door: Door,
	lanes: readonly Lane[],
	now: Date,
	since = new Date(0)
): Promise<Try | null> {
	const from = new Date(now.getTime() - doorLimits[door].minutes * 60_000);
	for (const { subject } of [...lanes].sort((a, b) => (a.subject < b.subject ? -1 : 1))) {
		await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(tx);
	}
	const counts = await local(tx)
		.selectFrom('local.sign_in_attempt')
		.select((eb) => ['subject', eb.fn.countAll<number>().as('count')])
		.where('door', '=', door)
		.where('subject', '=', sql<string>`any(${lanes.map((lane) => lane.subject)}::text[])`)
		.where('at', '>', from)
		.where('at', '>=', since)
		.groupBy('subject')
		.execute();
	const used = new Map(counts.map(({ subject, count }) => [subject, Number(count)]));
	if (lanes.some(({ subject, tries }) => (used.get(subject) ?? 0) >= tries)) return null;
	const rows = lanes.map(({ subject }) => ({ attempt_id: newUuid(now), door, subject, at: now }));
	await local(tx).insertInto('local.sign_in_attempt').values(rows).execute();
	return { door, lanes, ids: rows.map((row) => row.attempt_id) };
}

/** The person got in: this try was not in vain, and earlier ones no longer count against them. */
export async function forgetTries(tx: Tx, { door, lanes, ids }: Try, now: Date): Promise<void> {
	const own = lanes.filter((lane) => lane.isForgottenOnEntry).map((lane) => lane.subject);
	await local(tx)
		.deleteFrom('local.sign_in_attempt')
		.where('door', '=', door)
		.where((eb) =>
			eb.or([
				eb('subject', '=', sql<string>`any(${own}::text[])`),
				eb('attempt_id', '=', sql<Uuid>`any(${ids}::uuid[])`)
			])
		)
		.execute();
	// Nothing is counted for longer than an hour, so nothing is kept for longer.
	await local(tx)
		.deleteFrom('local.sign_in_attempt')
		.where('at', '<', new Date(now.getTime() - 3_600_000))
		.execute();
}
