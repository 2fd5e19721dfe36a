/** The door of the database supervisor: one function brings a database up, whatever kind it is. */
export {
	type RunningDatabase,
	type StartDatabaseOptions,
	startDatabase
} from './start-database.ts';
export { DatabaseRefusal, type DatabaseRefusalCode } from './database-refusal.ts';
export { APP_ROLE, DATABASE_NAME, OWNER_ROLE, ensureDatabase, withClient } from './roles.ts';
