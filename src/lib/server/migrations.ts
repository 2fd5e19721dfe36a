import { peopleMigration } from './modules/people/index.ts';
import { schoolMigration } from './modules/school/index.ts';
import type { Migration } from './platform/db/migrate.ts';
import { auth } from './platform/migrations/0002-auth.ts';
import { platform } from './platform/migrations/0001-platform.ts';

/** Every step of the schema; the runner sorts them by id. */
export const migrations: readonly Migration[] = [platform, auth, schoolMigration, peopleMigration];
