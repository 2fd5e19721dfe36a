import type { SourceFile } from '../text/index.ts';

/** One file as its header and rows, so that a test can change one cell and nothing else. */
export interface FixtureTable {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

export type RosterFixture = Readonly<Record<string, FixtureTable>>;

const table = (columns: string, ...rows: readonly string[]): FixtureTable => ({
	columns: columns.split('|'),
	rows: rows.map((row) => row.split('|'))
});

/**
 * A whole valid roster, as small as it can be while every kind of row and pointer is in it: two
 * schools of one cluster, a year with two terms, a learner with two family members, one learner
 * without, a teacher in both schools, an aide, an administrator. All people are made up.
 */
export const validRoster: RosterFixture = {
	'manifest.csv': table(
		'propertyName|value',
		'manifest.version|1.0',
		'oneroster.version|1.1',
		'file.academicSessions|bulk',
		'file.categories|absent',
		'file.classes|bulk',
		'file.courses|bulk',
		'file.demographics|bulk',
		'file.enrollments|bulk',
		'file.orgs|bulk',
		'file.users|bulk',
		'source.systemName|Test system'
	),
	'orgs.csv': table(
		'sourcedId|status|dateLastModified|name|type|identifier|parentSourcedId',
		'd1|||Test cluster|district|1|',
		's1|||Test primary|school|2|d1',
		's2|||Test college|school|3|d1'
	),
	'academicSessions.csv': table(
		'sourcedId|status|dateLastModified|title|type|startDate|endDate|parentSourcedId|schoolYear',
		'y26|||2026|schoolYear|2026-01-29|2026-12-18||2026',
		't1|||Term 1|term|2026-01-29|2026-04-02|y26|2026',
		't2|||Term 2|term|2026-04-20|2026-07-03|y26|2026'
	),
	'courses.csv': table(
		'sourcedId|status|dateLastModified|schoolYearSourcedId|title|courseCode|grades|orgSourcedId|subjects|subjectCodes',
		'k1|||y26|Pāngarau|MAT|02,03|d1|Mathematics|MAT',
		'k2|||y26|Hub|HUB|07|d1||'
	),
	'classes.csv': table(
		'sourcedId|status|dateLastModified|title|grades|courseSourcedId|classCode|classType|location|schoolSourcedId|termSourcedIds|subjects|subjectCodes|periods',
		'c1|||Kererū|02,03|k1|P-1|homeroom|Room 1|s1|t1,t2|||',
		'c2|||Mathematics, 7|07|k2|C-2|scheduled|Room 2|s2|t1|Mathematics|MAT|1,2'
	),
	'users.csv': table(
		'sourcedId|status|dateLastModified|enabledUser|orgSourcedIds|role|username|userIds|givenName|familyName|middleName|identifier|email|sms|phone|agentSourcedIds|grades|password',
		'l1|||true|s1|student|aroha|{LDAP:aroha},{State:7}|Aroha|Ngāta||||||g1,g2|02|',
		'l2|||true|s2|student|||Sione|O’Neill|||shared@home.example||||07|',
		'g1|||true|s1|guardian|||Mere|Ngāta|||shared@home.example||021 555|l1||',
		'g2|||true|s1|parent|||Tama|Rewi|||shared@home.example|||||',
		'a1|||true|s1,s2|teacher|||Ana|van der Berg|||ana@school.example|||||',
		'a2|||true|s1|aide|||Hemi|Pōtae||||||||',
		'a3|||true|d1|administrator|||Kiri|Moana||||||||'
	),
	'enrollments.csv': table(
		'sourcedId|status|dateLastModified|classSourcedId|schoolSourcedId|userSourcedId|role|primary|beginDate|endDate',
		'e1|||c1|s1|l1|student||2026-01-29|2026-12-18',
		'e2|||c2|s2|l2|student||2026-02-09|2026-12-18',
		'e3|||c1|s1|a1|teacher|true|2026-01-29|2026-12-18',
		'e4|||c2|s2|a1|teacher|true||',
		'e5|||c1|s1|a2|administrator|false|2026-01-29|2026-12-18'
	),
	'demographics.csv': table(
		'sourcedId|status|dateLastModified|birthDate|sex|americanIndianOrAlaskaNative|asian|blackOrAfricanAmerican|nativeHawaiianOrOtherPacificIslander|white|demographicRaceTwoOrMoreRaces|hispanicOrLatinoEthnicity|countryOfBirthCode|stateOfBirthAbbreviation|cityOfBirth|publicSchoolResidenceStatus',
		'l1|||2018-11-03|female|false|false|false|true|false|false|false|NZ|||',
		'l2|||2013-10-21|male|false|false|false|true|true|true|false|WS|||'
	)
};

/** Quotes a cell where RFC 4180 asks for it. */
const cell = (value: string) =>
	/[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

const line = (cells: readonly string[]) => cells.map(cell).join(',') + '\r\n';

export const csvOf = ({ columns, rows }: FixtureTable): string =>
	[columns, ...rows].map(line).join('');

/** The files of a fixture as they would arrive. */
export function filesOf(roster: RosterFixture): readonly SourceFile[] {
	return Object.entries(roster).map(([name, each]) => ({
		name,
		content: Buffer.from(csvOf(each))
	}));
}

/** The fixture with one cell changed; `row` counts as a spreadsheet does (the header is row 1). */
export function withCell(
	roster: RosterFixture,
	file: string,
	row: number,
	column: string,
	value: string
): RosterFixture {
	const before = roster[file];
	const at = before?.columns.indexOf(column) ?? -1;
	if (before === undefined || at < 0) throw new RangeError('no such cell in the fixture');
	const rows = before.rows.map((cells, index) =>
		index === row - 2 ? cells.with(at, value) : cells
	);
	return { ...roster, [file]: { ...before, rows } };
}
