/** OneRoster 1.1 CSV, bulk: files to a checked roster in the words of Locus. */
export { parseRoster } from './parse-roster.ts';
export { countRoster, type RosterNoun } from './count-roster.ts';
export { ageBandOf, grade, typicalAge, type AgeBand, type GradeCode } from './grade.ts';
export type { Progress } from './read-tables.ts';
export type { UserId } from './refine.ts';
export type {
	BirthRecord,
	EquityRecord,
	RosterClass,
	RosterCourse,
	RosterEnrolment,
	RosterMembership,
	RosterOrganisation,
	RosterPerson,
	RosterPlan,
	RosterRelationship,
	RosterRole,
	RosterTerm
} from './roster-plan.ts';
export type { ClassId, CourseId, EnrolmentId, OrganisationId, PersonId, TermId } from './tables.ts';
