import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { GatheringSocket } from './gathering-socket.ts';
import { isUuid, type CommunityId } from '../ids.ts';
import { invariant } from '../invariant.ts';
import type { Log } from '../log/index.ts';
import { isServerAway } from './server-away.ts';
import { namedClient, type StatementObserver } from './named-client.ts';
import { createTypeParsers } from './types.ts';

declare const insideTransaction: unique symbol;

/** A query builder inside one transaction; in a signature it means "only inside one". */
export type Tx = Kysely<object> & { readonly [insideTransaction]: true };

export interface TransactionOptions {
	readonly mode: 'read' | 'write';
	readonly observe?: StatementObserver;
}

export interface Database {
	/** Runs `work` in one transaction that sees one community only; rolls back when it throws. */
	inCommunity<T>(
		communityId: CommunityId,
		options: TransactionOptions,
		work: (tx: Tx) => Promise<T>
	): Promise<T>;
	/** Runs `work` without a community: local tables only (accounts, jobs); domain tables show no row. */
	inLocal<T>(options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T>;
	/**
	 * One statement on local tables says whose community it is, then `work` reads there, by the same connection; null where
	 * `find` finds nobody. Every request begins so: what stands alone needs no transaction around it.
	 */
	inFoundCommunity<Found extends { readonly communityId: CommunityId }, T>(
		observe: StatementObserver,
		find: (tx: Tx) => Promise<Found | null>,
		work: (tx: Tx, found: Found) => Promise<T>
	): Promise<T | null>;
	/** For libraries that bring their own queries (accounts, jobs). */
	readonly pool: pg.Pool;
	close(): Promise<void>;
}

export interface DatabaseOptions {
	readonly connection: pg.ClientConfig;
	readonly log: Log;
	readonly hasNamedStatements?: boolean;
	readonly mostConnections?: number;
	readonly statementTimeoutMs?: number;
	/** Throws what the edge wants to answer while the server is away; without it the driver's own error comes through. */
	readonly whenAway?: () => never;
}

function beginStatement(
	mode: 'read' | 'write',
	communityId: CommunityId | null,
	timeoutMs: number
) {
	const begin = `begin${mode === 'read' ? ' read only' : ''}; set local statement_timeout = ${timeoutMs}`;
	if (communityId === null) return begin;
	// The only place where a value enters SQL text: SET takes no parameter, so the shape is checked here.
	invariant(isUuid(communityId), 'a community id is a UUID');
	return `${begin}; set local locus.community = '${communityId}'`;
}

/** So long a transaction that has read everything may stay open: it holds no lock that anyone waits for. */
const mostWaitOfEndMs = 20;

/** What is not waited for fails with what is sent behind it, or says in the log that the connection broke. */
const heardElsewhere = () => undefined;

function transactionOn(client: pg.PoolClient, hasNames: boolean, observe: StatementObserver): Tx {
	// SAFETY: named clients have the three members that the dialect calls; it never makes one itself.
	const named = namedClient(client, hasNames, observe) as unknown as PostgresPoolClient;
	const dialect = new PostgresDialect({
		pool: { connect: async () => named, end: async () => undefined, options: {} }
	});
	// SAFETY: the brand has no content; the caller opened a transaction on this client.
	return new Kysely<object>({ dialect }) as Tx;
}

/** Opens a pool of connections for the application's own role, which owns nothing and bypasses nothing. */
export function openDatabase(options: DatabaseOptions): Database {
	const pool = new pg.Pool({
		...options.connection,
		types: createTypeParsers(),
		max: options.mostConnections ?? 10,
		// Statements leave when they are made, not when the one before is answered; the server keeps their order.
		pipeline: true,
		stream: () => new GatheringSocket(),
		idleTimeoutMillis: 30_000
	});
	// Without a listener an idle connection that breaks would end the process.
	pool.on('error', (error) => options.log.warn('database.connection-lost', { name: error.name }));
	const timeoutMs = options.statementTimeoutMs ?? 15_000;
	const hasNames = options.hasNamedStatements ?? true;

	/** Says that the server is away, once, and in words that the edge knows. */
	function away(error: unknown): never {
		options.log.warn('database.away', { name: error instanceof Error ? error.name : 'unknown' });
		if (options.whenAway) options.whenAway();
		throw error;
	}
	const connect = () =>
		pool.connect().catch((error: unknown) => {
			if (isServerAway(error)) away(error);
			throw error;
		});

	/**
	 * Connections whose reading is over and not ended yet: its end goes out with what the connection is asked for next, or
	 * by itself where nothing comes. A busy server so wakes the database once less for each page.
	 */
	const ending = new WeakSet<pg.PoolClient>();
	function endReading(client: pg.PoolClient): void {
		if (ending.delete(client)) client.query('commit').catch(heardElsewhere);
	}
	pool.on('acquire', endReading);

	async function within<T>(
		client: pg.PoolClient,
		communityId: CommunityId | null,
		{ mode, observe = () => undefined }: TransactionOptions,
		work: (tx: Tx) => Promise<T>
	): Promise<T> {
		const begun = client.query(beginStatement(mode, communityId, timeoutMs));
		// What only reads goes out together with its first statement, and nobody waits for its end.
		if (mode === 'write') await begun;
		else begun.catch(heardElsewhere);
		const value = await work(transactionOn(client, hasNames, observe));
		await begun;
		if (mode === 'write') await client.query('commit');
		else {
			ending.add(client);
			setTimeout(endReading, mostWaitOfEndMs, client).unref();
		}
		return value;
	}

	async function connected<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
		const client = await connect();
		let broken: Error | undefined;
		try {
			return await work(client);
		} catch (error) {
			await client.query('rollback').catch((cause: Error) => (broken = cause));
			if (isServerAway(error)) away(error);
			throw error;
		} finally {
			client.release(broken);
		}
	}

	return {
		inCommunity: (communityId, settings, work) =>
			connected((client) => within(client, communityId, settings, work)),
		inLocal: (settings, work) => connected((client) => within(client, null, settings, work)),
		inFoundCommunity: (observe, find, work) =>
			connected(async (client) => {
				const found = await find(transactionOn(client, hasNames, observe));
				return (
					found &&
					within(client, found.communityId, { mode: 'read', observe }, (tx) => work(tx, found))
				);
			}),
		pool,
		close: () => pool.end()
	};
}
