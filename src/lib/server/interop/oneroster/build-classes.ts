import type { Report } from '../diagnostics/index.ts';
import type { RosterTables } from './read-tables.ts';
import { reportWrongKind } from './references.ts';
import type { Indexes } from './indexes.ts';
import type { RosterClass, RosterCourse } from './roster-plan.ts';
import type { RowOf } from './tables.ts';

/** Courses, each with its organisation and school year found. */
export function buildCourses(
	tables: RosterTables,
	indexes: Indexes,
	report: Report
): readonly RosterCourse[] {
	return tables.courses.rows.map((row) => {
		const at = { from: 'courses', row: row.row } as const;
		indexes.orgs.find(row.orgSourcedId, { ...at, field: 'orgSourcedId' });
		if (row.schoolYearSourcedId !== null) {
			const pointer = { ...at, field: 'schoolYearSourcedId' };
			const year = indexes.academicSessions.find(row.schoolYearSourcedId, pointer);
			if (year && year.type !== 'schoolYear') {
				reportWrongKind(pointer, 'academicSessions', ['schoolYear'], report);
			}
		}
		return course(row);
	});
}

function course(row: RowOf<'courses'>): RosterCourse {
	return {
		id: row.sourcedId,
		title: row.title,
		code: row.courseCode,
		grades: row.grades,
		organisationId: row.orgSourcedId,
		yearId: row.schoolYearSourcedId,
		subjects: row.subjects,
		subjectCodes: row.subjectCodes
	};
}

/** Classes and home groups, each with its course, school and terms found. */
export function buildClasses(
	tables: RosterTables,
	indexes: Indexes,
	report: Report
): readonly RosterClass[] {
	return tables.classes.rows.map((row) => {
		const at = { from: 'classes', row: row.row } as const;
		indexes.courses.find(row.courseSourcedId, { ...at, field: 'courseSourcedId' });
		const pointer = { ...at, field: 'schoolSourcedId' };
		const school = indexes.orgs.find(row.schoolSourcedId, pointer);
		if (school && school.type !== 'school') reportWrongKind(pointer, 'orgs', ['school'], report);
		for (const id of row.termSourcedIds) {
			indexes.academicSessions.find(id, { ...at, field: 'termSourcedIds' });
		}
		return classOf(row);
	});
}

function classOf(row: RowOf<'classes'>): RosterClass {
	return {
		id: row.sourcedId,
		title: row.title,
		code: row.classCode,
		kind: row.classType === 'homeroom' ? 'home group' : 'class',
		courseId: row.courseSourcedId,
		siteId: row.schoolSourcedId,
		termIds: row.termSourcedIds,
		grades: row.grades,
		location: row.location,
		subjects: row.subjects,
		subjectCodes: row.subjectCodes,
		periods: row.periods
	};
}
