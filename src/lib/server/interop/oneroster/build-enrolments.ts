import type { Report } from '../diagnostics/index.ts';
import { checkOrder } from './build-terms.ts';
import type { Indexes } from './indexes.ts';
import type { Placed, RosterTables } from './read-tables.ts';
import { placeOf, reportWrongKind } from './references.ts';
import type { RosterEnrolment } from './roster-plan.ts';
import { fileOf, type RowOf } from './tables.ts';

type EnrolmentRow = Placed<RowOf<'enrollments'>>;
type UserRow = RowOf<'users'>;

const STAFF = ['administrator', 'aide', 'teacher'] as const;

/** Enrolments whose class, school and person fit together; repeats over the same days fall away. */
export function buildEnrolments(
	tables: RosterTables,
	indexes: Indexes,
	report: Report
): readonly RosterEnrolment[] {
	const kept = new Map<string, RosterEnrolment[]>();
	const enrolments: RosterEnrolment[] = [];
	for (const row of tables.enrollments.rows) {
		const at = { from: 'enrollments', row: row.row } as const;
		checkSchool(row, indexes, report);
		checkOrder(row.beginDate, row.endDate, at, 'beginDate', report);
		const user = indexes.users.find(row.userSourcedId, { ...at, field: 'userSourcedId' });
		if (user === undefined || !checkRole(row, user, report)) continue;
		const enrolment = enrolmentOf(row, user);
		if (addUnlessRepeated(kept, enrolment)) enrolments.push(enrolment);
		else
			report.add('import.roster.repeated-enrolment', { file: fileOf('enrollments'), row: row.row });
	}
	return enrolments;
}

function checkSchool(row: EnrolmentRow, indexes: Indexes, report: Report): void {
	const at = { from: 'enrollments', row: row.row } as const;
	const pointer = { ...at, field: 'schoolSourcedId' };
	const owner = indexes.classes.find(row.classSourcedId, { ...at, field: 'classSourcedId' });
	const school = indexes.orgs.find(row.schoolSourcedId, pointer);
	if (owner === undefined || school === undefined) return;
	if (owner.schoolSourcedId !== row.schoolSourcedId) {
		const expected = {
			kind: 'same-as',
			file: fileOf('classes'),
			field: 'schoolSourcedId'
		} as const;
		report.add('import.roster.school-mismatch', placeOf(pointer), expected);
	}
}

/** Learners learn and staff do not; family members are never enrolled. */
function checkRole(row: EnrolmentRow, user: UserRow, report: Report): boolean {
	const isStaff = STAFF.some((role) => role === user.role);
	const pointer = { from: 'enrollments', row: row.row, field: 'role' } as const;
	if (user.role !== 'student' && !isStaff) {
		const person = { ...pointer, field: 'userSourcedId' };
		reportWrongKind(person, 'users', row.role === 'student' ? ['student'] : STAFF, report);
		return false;
	}
	if (isStaff === (row.role !== 'student')) return true;
	const values = isStaff ? ['teacher', 'administrator', 'proctor'] : ['student'];
	report.add('import.roster.role-mismatch', placeOf(pointer), { kind: 'one-of', values });
	return false;
}

function enrolmentOf(row: EnrolmentRow, user: UserRow): RosterEnrolment {
	return {
		id: row.sourcedId,
		classId: row.classSourcedId,
		siteId: row.schoolSourcedId,
		personId: row.userSourcedId,
		role: roleOf(row.role, user),
		lead: row.role === 'teacher' && row.primary,
		from: row.beginDate,
		to: row.endDate
	};
}

/** Version 1.1 has no word for an aide in a class: it enrols aides as `administrator`. */
function roleOf(role: EnrolmentRow['role'], user: UserRow): RosterEnrolment['role'] {
	if (role === 'student') return 'learner';
	if (role === 'teacher') return 'teacher';
	return role === 'proctor' || user.role === 'aide' ? 'support' : 'administrator';
}

function addUnlessRepeated(kept: Map<string, RosterEnrolment[]>, next: RosterEnrolment): boolean {
	const key = JSON.stringify([next.classId, next.personId, next.role]);
	const others = kept.get(key) ?? [];
	if (others.some((other) => overlap(other, next))) return false;
	kept.set(key, [...others, next]);
	return true;
}

function overlap(a: RosterEnrolment, b: RosterEnrolment): boolean {
	const startsBeforeEnd = (x: RosterEnrolment, y: RosterEnrolment) =>
		x.from === null || y.to === null || x.from <= y.to;
	return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}
