import type { Table } from './parameters.ts';

/** A table with typed arrays. */
export interface CompiledTable {
	readonly first: number;
	readonly second: number;
	readonly firstCuts: Float64Array;
	readonly secondCuts: Float64Array;
	readonly values: Float64Array;
}

export const compileTable = (table: Table): CompiledTable => ({
	first: table.first,
	second: table.second,
	firstCuts: Float64Array.from(table.firstCuts),
	secondCuts: Float64Array.from(table.secondCuts),
	values: Float64Array.from(table.values)
});

/** Number of cuts below `value`; cuts rise. */
export function cellOf(cuts: Float64Array, value: number): number {
	let cell = 0;
	while (cell < cuts.length && value > (cuts[cell] ?? Infinity)) cell += 1;
	return cell;
}

/** The log-odds a table adds for these values of the table features. */
export function lookUp(table: CompiledTable, values: Float64Array): number {
	const row = cellOf(table.firstCuts, values[table.first] ?? 0);
	const column = cellOf(table.secondCuts, values[table.second] ?? 0);
	return table.values[row * (table.secondCuts.length + 1) + column] ?? 0;
}
