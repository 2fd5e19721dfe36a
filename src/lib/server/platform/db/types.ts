import pg from 'pg';
import { invariant } from '../invariant.ts';

const oid = { int8: 20, date: 1082, time: 1083, numeric: 1700 } as const;

/** Explicit parsers: whole numbers stay exact, days stay days (never a local midnight). */
export function createTypeParsers(): InstanceType<typeof pg.TypeOverrides> {
	const parsers = new pg.TypeOverrides();
	parsers.setTypeParser(oid.int8, (text) => {
		const value = Number(text);
		invariant(Number.isSafeInteger(value), 'an int8 fits a safe integer');
		return value;
	});
	parsers.setTypeParser(oid.numeric, Number);
	parsers.setTypeParser(oid.date, (text) => text);
	parsers.setTypeParser(oid.time, (text) => text);
	return parsers;
}
