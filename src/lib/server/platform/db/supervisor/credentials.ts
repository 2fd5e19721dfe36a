import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseRefusal } from './database-refusal.ts';

/** The roles whose passwords an installation keeps. */
export type Credentials = { readonly admin: string; readonly owner: string; readonly app: string };

/** Reads the passwords of the database roles, making them on the first start. */
export function readCredentials(file: string, databaseExists: boolean): Credentials {
	if (existsSync(file)) return parseCredentials(file);
	if (databaseExists) throw keysLost(file);
	const made = { admin: newPassword(), owner: newPassword(), app: newPassword() };
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const partial = `${file}.${process.pid}`;
	writeFileSync(partial, JSON.stringify(made, undefined, '\t'), { mode: 0o600, flush: true });
	renameSync(partial, file);
	return made;
}

function parseCredentials(file: string): Credentials {
	const text = readFileSync(file, 'utf8');
	try {
		const { admin, owner, app }: Record<string, unknown> = Object(JSON.parse(text));
		if (typeof admin === 'string' && typeof owner === 'string' && typeof app === 'string') {
			return { admin, owner, app };
		}
	} catch {
		// Not JSON: told below, together with every other damage.
	}
	throw keysLost(file);
}

/** 256 bits: nobody types it, so it needs no stretching. */
function newPassword(): string {
	return randomBytes(32).toString('base64url');
}

function keysLost(file: string): DatabaseRefusal {
	return new DatabaseRefusal(
		'database.keys-lost',
		`The database is there, but its passwords (${file}) are missing or damaged. Put that file back from a copy of the data folder; nothing was changed.`
	);
}
