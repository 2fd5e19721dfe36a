/** RFC 4180 CSV: rows with the numbers a spreadsheet shows, tables by column name, plain reports. */
export { readTable, type ColumnNames, type TableRow } from './read-table.ts';
