import type { Client } from 'pg';
import type { Row } from './backup-format.ts';
import type { TableShape } from './table-catalog.ts';

const PAGE = 500;

/** Every row of a table in the order of its key, a page at a time; inside a transaction. */
export async function* tableRows(client: Client, table: TableShape): AsyncGenerator<Row> {
	// By the bytes of the text forms: the same order whatever the collation of the server.
	const order = table.orderBy.map((column) => `${column}::text collate "C"`).join(', ');
	await client.query(
		`declare backup_rows no scroll cursor for
		select ${table.columns.join(', ')} from ${table.name} order by ${order}`
	);
	for (;;) {
		const { rows } = await client.query<(string | null)[]>({
			text: `fetch ${PAGE} from backup_rows`,
			rowMode: 'array'
		});
		yield* rows;
		if (rows.length < PAGE) break;
	}
	await client.query('close backup_rows');
}
