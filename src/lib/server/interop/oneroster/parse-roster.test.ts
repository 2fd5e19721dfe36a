import { describe, expect, test } from 'vitest';
import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import { createReport, type Diagnostic, type DiagnosticCode } from '../diagnostics/index.ts';
import {
	csvOf,
	filesOf,
	validRoster,
	withCell,
	type RosterFixture
} from '../testing/roster-fixture.ts';
import type { SourceFile } from '../text/index.ts';
import { countRoster } from './count-roster.ts';
import { parseRoster } from './parse-roster.ts';

async function parse(files: readonly SourceFile[]) {
	const today = '2026-02-02';
	if (!isSchoolDay(today)) throw new Error('a day');
	const report = createReport('roster');
	const plan = await parseRoster(files, { today }, report);
	return { plan, diagnostics: report.list() };
}

const place = (each: Diagnostic) => [each.code, each.file, each.row, each.field];

async function validPlan(roster: RosterFixture = validRoster) {
	const { plan, diagnostics } = await parse(filesOf(roster));
	if (plan === null) throw new Error(JSON.stringify(diagnostics));
	return { plan, diagnostics };
}

describe('a valid roster', () => {
	test('gives a plan without a word', async () => {
		const { plan, diagnostics } = await validPlan();
		expect(diagnostics).toEqual([]);
		expect(countRoster(plan)).toEqual({
			organisations: 3,
			sites: 2,
			terms: 3,
			courses: 2,
			classes: 2,
			learners: 2,
			family: 2,
			teachers: 1,
			support: 1,
			administrators: 1,
			relationships: 2,
			enrolments: 5,
			demographics: 2
		});
	});

	test('puts a teacher of two schools into both, from the first enrolled day', async () => {
		const { plan } = await validPlan();
		expect(plan.people.find((each) => each.id === 'a1')?.memberships).toEqual([
			{ role: 'teacher', siteId: 's1', from: '2026-01-29', to: null },
			{ role: 'teacher', siteId: 's2', from: null, to: null }
		]);
	});

	test('puts a person of the cluster above its schools', async () => {
		const { plan } = await validPlan();
		const leader = plan.people.find((each) => each.id === 'a3');
		expect(leader?.memberships).toEqual([
			{ role: 'administrator', siteId: null, from: null, to: null }
		]);
		expect(plan.community?.id).toBe('d1');
	});

	test('merges both directions of a family, and takes one direction alone', async () => {
		const { plan } = await validPlan();
		expect(plan.relationships).toEqual([
			{ learnerId: 'l1', familyId: 'g1', kind: 'guardian', listedBy: 'both' },
			{ learnerId: 'l1', familyId: 'g2', kind: 'parent', listedBy: 'learner' }
		]);
	});

	test('gives learners an age band, aides the support role, a class its lead', async () => {
		const { plan } = await validPlan();
		const bands = plan.people.flatMap((each) => each.learner?.ageBand ?? []);
		expect(bands).toEqual(['5-7', '12-18']);
		expect(plan.enrolments.map((each) => [each.role, each.lead])).toEqual([
			['learner', false],
			['learner', false],
			['teacher', true],
			['teacher', true],
			['support', false]
		]);
	});

	test('keeps equity attributes and birth dates out of people, each with its purpose', async () => {
		const { plan } = await validPlan();
		const { restricted, ...open } = plan;
		expect(JSON.stringify(open)).not.toMatch(/2018-11-03|female|nativeHawaiian|"NZ"/u);
		expect(restricted.equity.map((each) => each.purpose)).toEqual(['equity', 'equity']);
		expect(restricted.births.map((each) => each.day)).toEqual(['2018-11-03', '2013-10-21']);
	});

	test('finds the age band from the grade where there is no birth date', async () => {
		const roster = withCell(validRoster, 'demographics.csv', 2, 'birthDate', '');
		const { plan } = await validPlan(roster);
		expect(plan.people[0]?.learner?.ageBand).toBe('5-7');
	});

	test('reads a byte order mark, lone line feeds, other case and extra columns', async () => {
		const files = filesOf(validRoster).map(({ name, content }) => {
			const text = String(content).replaceAll('\r\n', '\n');
			return { name: name.toUpperCase(), content: Buffer.from('\uFEFF' + text) };
		});
		expect((await parse(files)).diagnostics).toEqual([]);
		const users = validRoster['users.csv'];
		if (users === undefined) throw new Error('fixture');
		const wider = {
			columns: [...users.columns, 'metadata.house'],
			rows: users.rows.map((row) => [...row, 'x'])
		};
		const { plan, diagnostics } = await validPlan({ ...validRoster, 'users.csv': wider });
		expect(plan.people).toHaveLength(7);
		expect(diagnostics.map(place)).toEqual([['import.csv.extra-column', 'users.csv', 1, '#19']]);
	});
});

/** One change of the valid roster, and all that must be said about it. */
interface Mutation {
	readonly name: string;
	readonly file: string;
	readonly row: number;
	readonly field: string;
	readonly value: string;
	readonly code: DiagnosticCode;
	/** Where it is told, if not at the changed cell. */
	readonly at?: readonly [file: string, row: number, field: string | null];
}

const mutate = (
	code: DiagnosticCode,
	file: string,
	row: number,
	field: string,
	value: string,
	at?: Mutation['at']
): Mutation => ({
	name: `${code}: ${field} of row ${row} in ${file}`,
	file: `${file}.csv`,
	row,
	field,
	value,
	code,
	...(at && { at })
});

const errors: readonly Mutation[] = [
	mutate('import.value.missing', 'orgs', 2, 'name', ''),
	mutate('import.value.missing', 'users', 2, 'orgSourcedIds', ''),
	mutate('import.value.missing', 'enrollments', 3, 'userSourcedId', ''),
	mutate('import.value.missing', 'users', 8, 'sourcedId', ''),
	mutate('import.value.missing', 'users', 2, 'sourcedId', ''),
	mutate('import.value.not-an-id', 'classes', 2, 'sourcedId', 'c 1'),
	mutate('import.value.not-an-id', 'enrollments', 2, 'classSourcedId', 'c{1}'),
	mutate('import.value.not-a-date', 'academicSessions', 3, 'startDate', '29/01/2026'),
	mutate('import.value.not-a-date', 'enrollments', 2, 'beginDate', '2026-02-30'),
	mutate('import.value.not-a-date', 'demographics', 2, 'birthDate', '1826-01-01'),
	mutate('import.value.not-listed', 'orgs', 3, 'type', 'castle'),
	mutate('import.value.not-listed', 'users', 2, 'role', 'pupil'),
	mutate('import.value.not-listed', 'users', 2, 'enabledUser', 'yes'),
	mutate('import.value.not-listed', 'classes', 2, 'classType', 'hub'),
	mutate('import.value.not-a-grade', 'users', 2, 'grades', 'Y7'),
	mutate('import.value.not-a-grade', 'classes', 2, 'grades', '02,2nd'),
	mutate('import.value.not-a-year', 'academicSessions', 2, 'schoolYear', '2026/27'),
	mutate('import.value.not-user-ids', 'users', 2, 'userIds', 'LDAP:aroha'),
	mutate('import.value.too-long', 'courses', 2, 'title', 'x'.repeat(256)),
	mutate('import.value.control-character', 'users', 2, 'givenName', 'Aro\nha'),
	mutate('import.roster.delta-status', 'users', 8, 'status', 'tobedeleted'),
	mutate('import.roster.unsupported-version', 'manifest', 3, 'value', '1.2', [
		'manifest.csv',
		3,
		'oneroster.version'
	]),
	mutate('import.roster.delta-file', 'manifest', 11, 'value', 'delta', [
		'manifest.csv',
		11,
		'file.users'
	]),
	mutate('import.value.not-listed', 'manifest', 8, 'value', 'some', [
		'manifest.csv',
		8,
		'file.demographics'
	]),
	mutate('import.roster.duplicate-id', 'users', 8, 'sourcedId', 'l1'),
	mutate('import.roster.duplicate-id', 'enrollments', 3, 'sourcedId', 'e1'),
	mutate('import.roster.dangling', 'orgs', 4, 'parentSourcedId', 'd9'),
	mutate('import.roster.dangling', 'academicSessions', 3, 'parentSourcedId', 'y9'),
	mutate('import.roster.dangling', 'courses', 2, 'orgSourcedId', 'd9'),
	mutate('import.roster.dangling', 'courses', 2, 'schoolYearSourcedId', 'y9'),
	mutate('import.roster.dangling', 'classes', 2, 'courseSourcedId', 'k9'),
	mutate('import.roster.dangling', 'classes', 2, 'termSourcedIds', 't1,t9'),
	mutate('import.roster.dangling', 'users', 2, 'orgSourcedIds', 's1,s9'),
	mutate('import.roster.dangling', 'users', 2, 'agentSourcedIds', 'g1,g9'),
	mutate('import.roster.dangling', 'enrollments', 2, 'classSourcedId', 'c9'),
	mutate('import.roster.dangling', 'enrollments', 2, 'userSourcedId', 'l9'),
	mutate('import.roster.dangling', 'demographics', 2, 'sourcedId', 'l9'),
	mutate('import.roster.wrong-kind', 'courses', 2, 'schoolYearSourcedId', 't1'),
	mutate('import.roster.wrong-kind', 'users', 2, 'agentSourcedIds', 'g1,l2'),
	mutate('import.roster.wrong-kind', 'users', 5, 'agentSourcedIds', 'g1'),
	mutate('import.roster.wrong-kind', 'enrollments', 2, 'userSourcedId', 'g1'),
	mutate('import.roster.parent-cycle', 'academicSessions', 3, 'parentSourcedId', 't1'),
	mutate('import.roster.dates-reversed', 'academicSessions', 4, 'endDate', '2026-04-19'),
	mutate('import.roster.dates-reversed', 'enrollments', 2, 'endDate', '2026-01-28'),
	mutate('import.roster.school-mismatch', 'enrollments', 2, 'schoolSourcedId', 's2'),
	mutate('import.roster.role-mismatch', 'enrollments', 2, 'role', 'teacher'),
	mutate('import.roster.role-mismatch', 'enrollments', 4, 'role', 'student'),
	mutate('import.roster.future-birth-date', 'demographics', 2, 'birthDate', '2026-02-03')
];

const warnings: readonly Mutation[] = [
	mutate('import.value.grade-without-zero', 'users', 2, 'grades', '2'),
	mutate('import.value.not-an-email', 'users', 3, 'email', 'call me'),
	mutate('import.roster.outside-parent', 'academicSessions', 3, 'startDate', '2026-01-01'),
	mutate('import.roster.one-name', 'users', 2, 'familyName', ''),
	mutate('import.roster.password-ignored', 'users', 3, 'password', 'secret'),
	mutate('import.roster.staff-as-family', 'users', 2, 'agentSourcedIds', 'g1,g2,a2', [
		'users.csv',
		2,
		'agentSourcedIds'
	]),
	mutate('import.roster.unlikely-age', 'demographics', 3, 'birthDate', '1995-10-21'),
	mutate('import.roster.unlikely-grade', 'users', 2, 'grades', '12'),
	mutate('import.roster.not-a-member', 'users', 3, 'orgSourcedIds', 's1'),
	mutate('import.file.not-imported', 'manifest', 5, 'value', 'bulk', [
		'manifest.csv',
		5,
		'file.categories'
	])
];

const run = async (mutation: Mutation) => {
	const { file, row, field, value } = mutation;
	return parse(filesOf(withCell(validRoster, file, row, field, value)));
};
const expectedPlace = ({ code, file, row, field, at }: Mutation) =>
	at ? [code, ...at] : [code, file, row, field];

describe('one wrong cell is told once, where it is', () => {
	test.each(errors)('$name', async (mutation) => {
		const { plan, diagnostics } = await run(mutation);
		const found = diagnostics.filter((each) => each.severity === 'error');
		expect(found.map(place)).toEqual([expectedPlace(mutation)]);
		expect(plan).toBeNull();
	});

	test.each(warnings)('$name', async (mutation) => {
		const { plan, diagnostics } = await run(mutation);
		expect(diagnostics.map(place)).toEqual([expectedPlace(mutation)]);
		expect(plan).not.toBeNull();
	});

	test('several bodies at the top', async () => {
		const orgs = validRoster['orgs.csv'];
		if (orgs === undefined) throw new Error('fixture');
		const rows = [...orgs.rows, ['d2', '', '', 'Another cluster', 'district', '', '']];
		const { plan, diagnostics } = await validPlan({
			...validRoster,
			'orgs.csv': { ...orgs, rows }
		});
		expect(diagnostics.map(place)).toEqual([
			['import.roster.several-roots', 'orgs.csv', 5, 'parentSourcedId']
		]);
		expect(plan.community).toBeNull();
	});

	test('no diagnostic repeats what was in the file', async () => {
		for (const mutation of [...errors, ...warnings]) {
			if (mutation.value.length < 4) continue;
			const { diagnostics } = await run(mutation);
			const said = JSON.stringify(diagnostics.map(({ expected, ...rest }) => [rest, expected]));
			const ownWords = ['teacher', 'student', 'bulk', 'delta', 'local'];
			if (!ownWords.includes(mutation.value)) expect(said).not.toContain(mutation.value);
		}
	});
});

describe('one wrong file is told once', () => {
	const without = (name: string) => filesOf(validRoster).filter((file) => file.name !== name);
	const names = Object.keys(validRoster);

	test.each(names)('%s is missing', async (name) => {
		const { plan, diagnostics } = await parse(without(name));
		expect(plan).toBeNull();
		expect(diagnostics.map(place)).toEqual([['import.file.missing', name, null, null]]);
	});

	test.each(names)('%s is empty', async (name) => {
		const files = [...without(name), { name, content: Buffer.from('') }];
		const { diagnostics } = await parse(files);
		expect(diagnostics.map(place)).toEqual([['import.file.empty', name, null, null]]);
	});

	test.each(names)('%s has lost a cell of its second row', async (name) => {
		const table = validRoster[name];
		if (table === undefined) throw new Error('fixture');
		const rows = table.rows.map((row, at) => (at === 0 ? row.slice(0, -1) : row));
		const files = [...without(name), { name, content: Buffer.from(csvOf({ ...table, rows })) }];
		const { diagnostics } = await parse(files);
		expect(diagnostics.map(place)).toEqual([['import.csv.ragged-row', name, 2, null]]);
	});

	test('a manifest that lists a needed file as absent', async () => {
		const roster = withCell(validRoster, 'manifest.csv', 11, 'value', 'absent');
		const { diagnostics } = await parse(filesOf(roster));
		expect(diagnostics.map(place)).toEqual([
			['import.roster.file-needed', 'manifest.csv', 11, 'file.users'],
			['import.roster.file-not-listed', 'users.csv', null, null]
		]);
	});

	test('a roster without schools', async () => {
		const { diagnostics } = await parse(
			filesOf({
				...validRoster,
				'orgs.csv': {
					columns: validRoster['orgs.csv']?.columns ?? [],
					rows: (validRoster['orgs.csv']?.rows ?? []).map((row) => row.with(4, 'department'))
				}
			})
		);
		expect(diagnostics.map((each) => each.code)).toContain('import.roster.no-site');
	});
});

test('an enrolment over the same days is left out once, one over other days stays', async () => {
	const enrolments = validRoster['enrollments.csv'];
	if (enrolments === undefined) throw new Error('fixture');
	const [first] = enrolments.rows;
	if (first === undefined) throw new Error('fixture');
	const again = first.with(0, 'e8').with(8, '2026-06-01');
	const later = first.with(0, 'e9').with(8, '2027-01-29').with(9, '2027-12-18');
	const rows = [...enrolments.rows, again, later];
	const { plan, diagnostics } = await validPlan({
		...validRoster,
		'enrollments.csv': { ...enrolments, rows }
	});
	expect(diagnostics.map(place)).toEqual([
		['import.roster.repeated-enrolment', 'enrollments.csv', 7, null]
	]);
	expect(plan.enrolments.map((each) => each.id)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e9']);
});

test('several faults are all told in one go', async () => {
	let roster = validRoster;
	const apart = errors.filter((each) =>
		['import.value.not-a-date', 'import.value.not-listed', 'import.roster.dates-reversed'].includes(
			each.code
		)
	);
	for (const { file, row, field, value } of apart)
		roster = withCell(roster, file, row, field, value);
	const { diagnostics } = await parse(filesOf(roster));
	const told = diagnostics.filter((each) => each.severity === 'error').map(place);
	const cells = apart.filter((each) => each.code.startsWith('import.value'));
	for (const mutation of cells) expect(told).toContainEqual(expectedPlace(mutation));
});
