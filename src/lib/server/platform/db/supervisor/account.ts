import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DatabaseRefusal } from './database-refusal.ts';

/** Whose rights the PostgreSQL processes run with. */
export type Account = {
	readonly name: string;
	/** What `spawn` gets: empty where the processes simply run as the person who started Locus. */
	readonly spawn: { readonly uid?: number; readonly gid?: number };
};

const AS_STARTED: Account = { name: 'the current user', spawn: {} };

/** True when PostgreSQL would refuse to run as the current user. */
export function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root. Started as root, Locus runs it as the user named by
 * `LOCUS_DATABASE_USER`, else `locus` where such a user exists, else `nobody`: no user is added
 * to a machine without being asked.
 */
export function chooseAccount(wanted: string | undefined): Account {
	if (!isRoot()) return AS_STARTED;
	const users = systemUsers();
	if (wanted !== undefined && !users.has(wanted)) {
		throw new DatabaseRefusal(
			'database.other-user',
			`LOCUS_DATABASE_USER names the user “${wanted}”, which this machine does not have. Create it, or leave the setting out.`
		);
	}
	const found = users.get(wanted ?? 'locus') ?? users.get('nobody');
	if (found === undefined || found.spawn.uid === 0) {
		throw new DatabaseRefusal(
			'database.other-user',
			'PostgreSQL does not run as root, and this machine has no other user to run it as. Create one (useradd --system locus), or start Locus as an ordinary user.'
		);
	}
	return found;
}

/** Whether the account can enter this folder, asked of the system itself (modes, groups, ACLs). */
export function canEnter(account: Account, folder: string): boolean {
	if (account.spawn.uid === undefined) return true;
	const script = 'cd "$1" && cat "$2" > /dev/null';
	const probe = [folder, '/dev/null'];
	return (
		spawnSync('/bin/sh', ['-c', script, 'sh', ...probe], { ...account.spawn, cwd: '/' }).status ===
		0
	);
}

function systemUsers(): Map<string, Account> {
	const users = new Map<string, Account>();
	for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
		const [name, , uid, gid] = line.split(':');
		if (name === undefined || uid === undefined || gid === undefined) continue;
		users.set(name, { name, spawn: { uid: Number(uid), gid: Number(gid) } });
	}
	return users;
}
