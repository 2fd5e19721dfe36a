import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { holdsDatabase, openDataFolder } from './data-folder.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { ADMIN_ROLE, initialise } from './initialise.ts';
import { type Keeper, takeKeeper } from './keeper.ts';
import { type ServerPlan, ensurePostmaster, stopPostmaster } from './postmaster.ts';
import { type Postmaster, findPostmaster } from './postmaster-file.ts';
import {
	APP_ROLE,
	DATABASE_NAME,
	OWNER_ROLE,
	ensureRolesAndDatabase,
	withClient
} from './roles.ts';
import { chooseAddress } from './server-address.ts';
import type { Durability } from './settings.ts';

/** How to run the embedded server. */
export type EmbeddedOptions = {
	readonly dataFolder: string;
	readonly durability: Durability;
	/** True for commands that may work beside a running Locus, such as a backup. */
	readonly mayJoin: boolean;
	readonly databaseUser: string | undefined;
	readonly say: (sentence: string) => void;
};

/** A running embedded server and the three ways to connect to it. */
export type EmbeddedServer = {
	readonly admin: ClientConfig;
	readonly owner: ClientConfig;
	readonly app: ClientConfig;
	readonly version: string;
	stop(): Promise<void>;
};

const HEAL_PAUSE_MS = 1_000;
const CONNECT_TRIES = 50;
const CONNECT_PAUSE_MS = 100;

/** Starts or adopts the server of a data folder and keeps it running until `stop`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
	const { plan, credentials } = await preparePlan(options);
	const { postmaster, keeper } = await claimOrClean(plan, credentials, options.mayJoin);
	const connect = connectionTo(postmaster);
	const admin = connect(ADMIN_ROLE, credentials.admin, 'postgres');
	await ensureRolesAndDatabase(admin, credentials);
	const stop = keeper === undefined ? async () => {} : keep(plan, credentials, postmaster, keeper);
	return {
		admin,
		owner: connect(OWNER_ROLE, credentials.owner),
		app: connect(APP_ROLE, credentials.app),
		version: await serverVersion(admin),
		stop
	};
}

async function preparePlan(options: EmbeddedOptions) {
	const account = chooseAccount(options.databaseUser);
	const folder = openDataFolder(options.dataFolder, account);
	const exists = holdsDatabase(folder.database);
	const binaries = findBinaries(account, folder.reachable);
	const credentials = readCredentials(folder.keys, exists);
	if (!exists) {
		options.say('Making a new database.');
		initialise(binaries, account, folder.database, credentials.admin, options.durability);
	}
	const address = await chooseAddress(account, folder.database);
	const { durability, say } = options;
	const plan: ServerPlan = { binaries, account, folder, durability, address, say };
	return { plan, credentials };
}

/** Claims the server; the socket folder made for it goes again if it is not the one in use. */
async function claimOrClean(plan: ServerPlan, credentials: Credentials, mayJoin: boolean) {
	let used: string | undefined;
	try {
		const claimed = await claim(plan, credentials, mayJoin);
		used = claimed.postmaster.socketFolder;
		return claimed;
	} finally {
		const made = 'socketFolder' in plan.address ? plan.address.socketFolder : '';
		const current = used ?? findPostmaster(plan.folder.database)?.socketFolder;
		if (made !== current) removeSocketFolder(made);
	}
}

type Claim = { readonly postmaster: Postmaster; readonly keeper: Keeper | undefined };

/** Brings the server up and becomes its keeper, or joins another's where that is allowed. */
async function claim(plan: ServerPlan, credentials: Credentials, mayJoin: boolean): Promise<Claim> {
	for (let attempt = 1; ; attempt += 1) {
		const postmaster = await ensureOrAdopt(plan);
		try {
			const admin = connectionTo(postmaster)(ADMIN_ROLE, credentials.admin, 'postgres');
			const keeper = await takeKeeper(admin);
			if (!('heldBy' in keeper)) return { postmaster, keeper };
			if (mayJoin) return { postmaster, keeper: undefined };
			throw inUse(plan.folder.root, keeper.heldBy);
		} catch (cause) {
			// The server went down between being ready and being asked: look again.
			if (cause instanceof DatabaseRefusal || attempt >= CONNECT_TRIES) throw cause;
			if (isWrongPassword(cause)) throw wrongKeys(plan.folder.keys);
			await delay(CONNECT_PAUSE_MS);
		}
	}
}

/**
 * Two starts at the same moment: the slower one's server finds the folder taken and ends. When the faster one's is
 * there by then, that is the server to look at, and what was wrong is told from it.
 */
async function ensureOrAdopt(plan: ServerPlan): Promise<Postmaster> {
	try {
		return await ensurePostmaster(plan);
	} catch (cause) {
		const isLate = cause instanceof DatabaseRefusal && cause.code === 'database.did-not-start';
		if (!isLate || findPostmaster(plan.folder.database) === undefined) throw cause;
		await delay(CONNECT_PAUSE_MS);
		return ensurePostmaster(plan);
	}
}

/** Watches the server and starts it again when it dies; returns the orderly stop. */
function keep(
	plan: ServerPlan,
	credentials: Credentials,
	first: Postmaster,
	firstKeeper: Keeper
): () => Promise<void> {
	let state: Claim & { readonly keeper: Keeper } = { postmaster: first, keeper: firstKeeper };
	let isStopping = false;
	const watch = async (): Promise<void> => {
		while (!isStopping) {
			await state.keeper.ended;
			if (isStopping) return;
			plan.say('The database ended unexpectedly; starting it again.');
			const again = await reclaim(plan, credentials, () => isStopping);
			if (again !== undefined) state = again;
		}
	};
	const watching = watch();
	return async () => {
		isStopping = true;
		await state.keeper.release();
		await watching;
		await stopPostmaster(plan, state.postmaster);
		removeSocketFolder(state.postmaster.socketFolder);
	};
}

async function reclaim(plan: ServerPlan, credentials: Credentials, isStopping: () => boolean) {
	while (!isStopping()) {
		try {
			const { postmaster, keeper } = await claim(plan, credentials, false);
			if (keeper !== undefined) return { postmaster, keeper };
		} catch (cause) {
			plan.say(cause instanceof Error ? cause.message : String(cause));
			await delay(HEAL_PAUSE_MS);
		}
	}
	return undefined;
}

function connectionTo({ socketFolder, port }: Postmaster) {
	const host = socketFolder === '' ? '127.0.0.1' : socketFolder;
	return (user: string, password: string, database = DATABASE_NAME): ClientConfig => ({
		host,
		port,
		user,
		password,
		database
	});
}

async function serverVersion(config: ClientConfig): Promise<string> {
	return withClient(config, async (client) => {
		const { rows } = await client.query<{ server_version: string }>('show server_version');
		return rows[0]?.server_version ?? '';
	});
}

function removeSocketFolder(folder: string): void {
	if (folder !== '') rmSync(folder, { recursive: true, force: true });
}

function isWrongPassword(cause: unknown): boolean {
	return cause instanceof Error && 'code' in cause && cause.code === '28P01';
}

function inUse(root: string, heldBy: string): DatabaseRefusal {
	return new DatabaseRefusal(
		'database.in-use',
		`Locus already runs on the data folder ${root} (${heldBy}). Stop that one first, or choose another folder with LOCUS_DATA.`
	);
}

function wrongKeys(keys: string): DatabaseRefusal {
	return new DatabaseRefusal(
		'database.keys-lost',
		`The passwords in ${keys} do not open the database beside them. Put back the file that belongs to this database; nothing was changed.`
	);
}
