/** RFC 4180 CSV: rows with the numbers a spreadsheet shows, tables by column name, plain reports. */
export { CSV_LIMITS, readRows, type CsvEnd, type CsvLimits, type CsvRow } from './read-rows.ts';
export { readTable, type ColumnNames, type TableRow, type TableSink } from './read-table.ts';
