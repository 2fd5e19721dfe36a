import { sql } from 'kysely';
import { onePlanText } from './named-client.ts';

/** See `onePlanText`; only inside a transaction. */
export const onePlan = sql.raw(onePlanText);
