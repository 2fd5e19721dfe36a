import type { Report } from '../diagnostics/index.ts';
import type { RosterTable } from './read-tables.ts';
import { checkParents, placeOf, type References } from './references.ts';
import type { RosterTerm } from './roster-plan.ts';
import type { RowOf, TableName, TermId } from './tables.ts';

type TermRow = RowOf<'academicSessions'>;

const KINDS: Readonly<Record<TermRow['type'], RosterTerm['kind']>> = {
	schoolYear: 'year',
	semester: 'semester',
	term: 'term',
	gradingPeriod: 'grading period'
};

/** Years and terms, with their dates checked against each other and against their parent. */
export function buildTerms(
	table: RosterTable<TermRow>,
	references: References<TermId, TermRow>,
	report: Report
): readonly RosterTerm[] {
	checkParents('academicSessions', table, references, report);
	const byId = new Map(table.rows.map((row) => [row.sourcedId, row]));
	return table.rows.map((row) => {
		const place = { from: 'academicSessions', row: row.row } as const;
		const ordered = checkOrder(row.startDate, row.endDate, place, 'startDate', report);
		const parent = row.parentSourcedId === null ? undefined : byId.get(row.parentSourcedId);
		if (ordered && parent && !within(row, parent)) {
			const pointer = placeOf({ ...place, field: 'startDate' });
			report.add('import.roster.outside-parent', pointer, { kind: 'within-parent' });
		}
		return term(row);
	});
}

const within = (row: TermRow, parent: TermRow) =>
	row.startDate >= parent.startDate && row.endDate <= parent.endDate;

function term(row: TermRow): RosterTerm {
	return {
		id: row.sourcedId,
		title: row.title,
		kind: KINDS[row.type],
		from: row.startDate,
		to: row.endDate,
		parentId: row.parentSourcedId,
		schoolYear: row.schoolYear
	};
}

/** Reports an end before its start; ISO days compare as text. */
export function checkOrder(
	from: string | null,
	to: string | null,
	place: { readonly from: TableName; readonly row: number },
	startField: string,
	report: Report
): boolean {
	if (from === null || to === null || from <= to) return true;
	report.add('import.roster.dates-reversed', placeOf({ ...place, field: 'endDate' }), {
		kind: 'not-before',
		field: startField
	});
	return false;
}
