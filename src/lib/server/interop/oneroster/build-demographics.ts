import type { Report } from '../diagnostics/index.ts';
import { ageOn } from './grade.ts';
import type { Indexes } from './indexes.ts';
import type { Placed, RosterTables } from './read-tables.ts';
import { placeOf } from './references.ts';
import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { EQUITY_GROUPS, type BirthRecord, type EquityRecord } from './roster-plan.ts';
import type { PersonId, RowOf } from './tables.ts';

type DemographicsRow = Placed<RowOf<'demographics'>>;

const LEARNER_AGES = { kind: 'ages', from: 3, to: 21 } as const;

export interface Demographics {
	readonly equity: readonly EquityRecord[];
	readonly births: readonly BirthRecord[];
	readonly ages: ReadonlyMap<PersonId, number>;
}

/**
 * Equity attributes and birth dates, each bound to its purpose. Ages are on `start`, the first day
 * of the roster's school year; a birth after `today` is an error, an unlikely age a warning.
 */
export function buildDemographics(
	tables: RosterTables,
	indexes: Indexes,
	days: { readonly today: SchoolDay; readonly start: SchoolDay },
	report: Report
): Demographics {
	const births: BirthRecord[] = [];
	const ages = new Map<PersonId, number>();
	const equity = tables.demographics.rows.map((row) => {
		const at = { from: 'demographics', row: row.row } as const;
		const user = indexes.users.find(row.sourcedId, { ...at, field: 'sourcedId' });
		if (row.birthDate !== null) {
			births.push({ purpose: 'age band', personId: row.sourcedId, day: row.birthDate });
			const age = ageOn(row.birthDate, days.start);
			const isLearner = user?.role === 'student';
			const likely = checkBirth(row, age, isLearner, days.today, report);
			// An age nobody believes decides nothing: the grade tells the age band then.
			if (likely) ages.set(row.sourcedId, age);
		}
		return equityRecord(row);
	});
	return { equity, births, ages };
}

function checkBirth(
	row: DemographicsRow,
	age: number,
	isLearner: boolean,
	today: SchoolDay,
	report: Report
): boolean {
	const place = placeOf({ from: 'demographics', row: row.row, field: 'birthDate' });
	const born = row.birthDate === null || row.birthDate <= today;
	const likely = !isLearner || (age >= LEARNER_AGES.from && age <= LEARNER_AGES.to);
	if (!born) report.add('import.roster.future-birth-date', place, { kind: 'date' });
	else if (!likely) report.add('import.roster.unlikely-age', place, LEARNER_AGES);
	return born && likely;
}

function equityRecord(row: DemographicsRow): EquityRecord {
	return {
		purpose: 'equity',
		personId: row.sourcedId,
		sex: row.sex,
		groups: EQUITY_GROUPS.filter((group) => row[group]),
		countryOfBirth: row.countryOfBirthCode
	};
}
