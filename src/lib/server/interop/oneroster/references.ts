import type { Report } from '../diagnostics/index.ts';
import { fileOf, type TableName } from './tables.ts';
import type { Placed, RosterTable } from './read-tables.ts';

/** A cell that points to a row of another file. */
export interface Pointer {
	readonly from: TableName;
	readonly row: number;
	readonly field: string;
}

/** Finds rows by id and reports the pointers that lead nowhere or to the wrong kind. */
export interface References<Id extends string, T> {
	/** The row, or undefined: after a report, or silently where that row is itself at fault. */
	find(id: Id, pointer: Pointer): Placed<T> | undefined;
}

/** An index over one table. `complete: false` tables accuse nobody of dangling. */
export function createReferences<Id extends string, T extends { readonly sourcedId: Id }>(
	target: TableName,
	table: RosterTable<T>,
	report: Report
): References<Id, T> {
	const rows = new Map(table.rows.map((row) => [row.sourcedId, row]));
	return {
		find(id, pointer) {
			const row = rows.get(id);
			if (row === undefined && table.complete && !table.ids.has(id)) {
				report.add('import.roster.dangling', placeOf(pointer), {
					kind: 'row-in',
					file: fileOf(target)
				});
			}
			return row;
		}
	};
}

export const placeOf = ({ from, row, field }: Pointer) => ({ file: fileOf(from), row, field });

/** Reports a pointer to a row of the wrong kind; `kinds` are the right ones. */
export function reportWrongKind(
	pointer: Pointer,
	target: TableName,
	kinds: readonly string[],
	report: Report
): void {
	const expected = { kind: 'reference', file: fileOf(target), values: kinds } as const;
	report.add('import.roster.wrong-kind', placeOf(pointer), expected);
}

/** Parent pointers: reports the ones that dangle and every row that lies on a cycle. */
export function checkParents<
	Id extends string,
	T extends { readonly sourcedId: Id; readonly parentSourcedId: Id | null }
>(target: TableName, table: RosterTable<T>, references: References<Id, T>, report: Report): void {
	const parents = new Map(table.rows.map((row) => [row.sourcedId, row.parentSourcedId]));
	for (const { row, sourcedId, parentSourcedId } of table.rows) {
		if (parentSourcedId === null) continue;
		const pointer = { from: target, row, field: 'parentSourcedId' };
		references.find(parentSourcedId, pointer);
		if (returnsTo(sourcedId, parents)) report.add('import.roster.parent-cycle', placeOf(pointer));
	}
}

function returnsTo<Id>(start: Id, parents: ReadonlyMap<Id, Id | null>): boolean {
	let at = parents.get(start);
	// A cycle that does not hold `start` would be walked for ever; it has at most `size` steps.
	for (let step = 0; step < parents.size && at !== null && at !== undefined; step += 1) {
		if (at === start) return true;
		at = parents.get(at);
	}
	return false;
}
