import { totalmem } from 'node:os';

const MEBIBYTE = 1024 * 1024;

/** How careful the server is: `throwaway` is for tests, whose data may be lost. */
export type Durability = 'durable' | 'throwaway';

/** PostgreSQL settings for one small machine, given on the command line at every start. */
export function serverSettings(durability: Durability): Readonly<Record<string, string>> {
	const memory = totalmem() / MEBIBYTE;
	return {
		...memorySettings(memory),
		max_connections: '60',
		// One machine, fewer processes: no replicas, reads done by the session itself.
		max_wal_senders: '0',
		max_logical_replication_workers: '0',
		wal_level: 'minimal',
		io_method: 'sync',
		jit: 'off',
		random_page_cost: '1.1',
		max_wal_size: '512MB',
		// After a crash, one call for the whole disk instead of one per file: 0.3 s for 3 s.
		...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
		timezone: 'UTC',
		log_timezone: 'UTC',
		// An error message or statement may quote what a person typed: only the server's own
		// life (LOG, FATAL, PANIC) is written down.
		log_min_messages: 'log',
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_parameter_max_length_on_error: '0',
		log_checkpoints: 'off',
		...(durability === 'throwaway'
			? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' }
			: {})
	};
}

function memorySettings(memory: number): Record<string, string> {
	const shared = Math.round(Math.min(1024, Math.max(64, memory / 16)));
	return {
		shared_buffers: `${shared}MB`,
		effective_cache_size: `${Math.round(Math.max(256, memory / 2))}MB`,
		work_mem: '8MB',
		maintenance_work_mem: '64MB'
	};
}
