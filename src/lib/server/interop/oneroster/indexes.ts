import type { Report } from '../diagnostics/index.ts';
import type { RosterTables } from './read-tables.ts';
import { createReferences, type References } from './references.ts';
import type { ClassId, CourseId, OrganisationId, PersonId, RowOf, TermId } from './tables.ts';

/** Every file that others point to, by id. */
export interface Indexes {
	readonly orgs: References<OrganisationId, RowOf<'orgs'>>;
	readonly academicSessions: References<TermId, RowOf<'academicSessions'>>;
	readonly courses: References<CourseId, RowOf<'courses'>>;
	readonly classes: References<ClassId, RowOf<'classes'>>;
	readonly users: References<PersonId, RowOf<'users'>>;
}

export function createIndexes(tables: RosterTables, report: Report): Indexes {
	return {
		orgs: createReferences('orgs', tables.orgs, report),
		academicSessions: createReferences('academicSessions', tables.academicSessions, report),
		courses: createReferences('courses', tables.courses, report),
		classes: createReferences('classes', tables.classes, report),
		users: createReferences('users', tables.users, report)
	};
}
