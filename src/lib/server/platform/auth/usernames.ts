import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { AuthTables } from './account.store.ts';

const shortest = 2;
const longest = 50;

/** What may stand in a username, from what people are called: no marks, no spaces, small letters. */
export function usernameStem(words: string): string {
	const plain = words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
	const stem = plain.replaceAll(/\s+/gu, '.').replaceAll(/[^\p{L}\p{N}._@-]/gu, '');
	return stem.replaceAll(/^[._@-]+|[._@-]+$/gu, '').slice(0, longest);
}

/** The first of stem, stem2, stem3 … that is free; `taken` learns it. A stem that is too short becomes `person`. */
export function claimUsername(stem: string, taken: Set<string>): string {
	const base = stem.length < shortest ? 'person' : stem;
	let name = base;
	for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
	taken.add(name);
	return name;
}

/** Usernames of this installation that begin as one of the stems and end in digits or nothing. */
export async function findTakenUsernames(tx: Tx, stems: readonly string[]): Promise<Set<string>> {
	const rows = await tx
		.$extendTables<AuthTables>()
		.selectFrom('auth.user')
		.select('username')
		.where(
			sql<boolean>`regexp_replace(username, '[0-9]+$', '') = any(${[
				...new Set(stems.map((stem) => stem.replace(/\d+$/u, '')))
			]}::text[])`
		)
		.execute();
	return new Set(rows.flatMap(({ username }) => (username === null ? [] : [username])));
}
