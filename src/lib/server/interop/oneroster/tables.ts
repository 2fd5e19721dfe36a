import type { Brand } from '#engines/kernel/index.ts';
import { blankable, optional, required, type ValuesOf } from './fields.ts';
import { grade } from './grade.ts';
import { email, flag, listOf, oneOf, schoolDay, sourcedId, text, userIds, year } from './refine.ts';

export type OrganisationId = Brand<string, 'roster.organisation'>;
export type TermId = Brand<string, 'roster.term'>;
export type CourseId = Brand<string, 'roster.course'>;
export type ClassId = Brand<string, 'roster.class'>;
export type PersonId = Brand<string, 'roster.person'>;
export type EnrolmentId = Brand<string, 'roster.enrolment'>;

/** `status` of a bulk file is empty; some systems write `active`. Deletions belong to delta files. */
export const BULK_STATUS = ['active'];

const bookkeeping = {
	status: optional(text(), null),
	dateLastModified: optional(text(), null)
};

const organisations = {
	sourcedId: required(sourcedId<OrganisationId>()),
	...bookkeeping,
	name: required(text()),
	type: required(oneOf(['department', 'school', 'district', 'local', 'state', 'national'])),
	identifier: optional(text(), null),
	parentSourcedId: blankable(sourcedId<OrganisationId>(), null)
};

const terms = {
	sourcedId: required(sourcedId<TermId>()),
	...bookkeeping,
	title: required(text()),
	type: required(oneOf(['gradingPeriod', 'semester', 'schoolYear', 'term'])),
	startDate: required(schoolDay),
	endDate: required(schoolDay),
	parentSourcedId: blankable(sourcedId<TermId>(), null),
	schoolYear: optional(year, null)
};

const courses = {
	sourcedId: required(sourcedId<CourseId>()),
	...bookkeeping,
	schoolYearSourcedId: optional(sourcedId<TermId>(), null),
	title: required(text()),
	courseCode: optional(text(), null),
	grades: optional(listOf(grade), []),
	orgSourcedId: required(sourcedId<OrganisationId>()),
	subjects: optional(text(1_000), null),
	subjectCodes: optional(listOf(text()), [])
};

const classes = {
	sourcedId: required(sourcedId<ClassId>()),
	...bookkeeping,
	title: required(text()),
	grades: optional(listOf(grade), []),
	courseSourcedId: required(sourcedId<CourseId>()),
	classCode: optional(text(), null),
	classType: required(oneOf(['homeroom', 'scheduled'])),
	location: optional(text(), null),
	schoolSourcedId: required(sourcedId<OrganisationId>()),
	termSourcedIds: required(listOf(sourcedId<TermId>())),
	subjects: optional(text(1_000), null),
	subjectCodes: optional(listOf(text()), []),
	periods: optional(listOf(text()), [])
};

const USER_ROLES = [
	'administrator',
	'aide',
	'guardian',
	'parent',
	'relative',
	'student',
	'teacher'
] as const;

const people = {
	sourcedId: required(sourcedId<PersonId>()),
	...bookkeeping,
	enabledUser: required(flag),
	orgSourcedIds: required(listOf(sourcedId<OrganisationId>())),
	role: required(oneOf(USER_ROLES)),
	username: optional(text(), null),
	userIds: optional(userIds, []),
	givenName: blankable(text(), null),
	familyName: blankable(text(), null),
	middleName: optional(text(), null),
	preferredGivenName: optional(text(), null),
	preferredFamilyName: optional(text(), null),
	identifier: optional(text(), null),
	email: optional(email, null),
	sms: optional(text(64), null),
	phone: optional(text(64), null),
	agentSourcedIds: optional(listOf(sourcedId<PersonId>()), []),
	grades: optional(listOf(grade), []),
	// Never read as a value: whether it is there is all that is looked at.
	password: optional(() => ({ ok: true, value: true }) as const, false)
};

const enrolments = {
	sourcedId: required(sourcedId<EnrolmentId>()),
	...bookkeeping,
	classSourcedId: required(sourcedId<ClassId>()),
	schoolSourcedId: required(sourcedId<OrganisationId>()),
	userSourcedId: required(sourcedId<PersonId>()),
	role: required(oneOf(['administrator', 'proctor', 'student', 'teacher'])),
	primary: optional(flag, false),
	beginDate: optional(schoolDay, null),
	endDate: optional(schoolDay, null)
};

const demographics = {
	sourcedId: required(sourcedId<PersonId>()),
	...bookkeeping,
	birthDate: optional(schoolDay, null),
	sex: optional(oneOf(['male', 'female', 'other', 'unspecified']), null),
	americanIndianOrAlaskaNative: optional(flag, false),
	asian: optional(flag, false),
	blackOrAfricanAmerican: optional(flag, false),
	nativeHawaiianOrOtherPacificIslander: optional(flag, false),
	white: optional(flag, false),
	demographicRaceTwoOrMoreRaces: optional(flag, false),
	hispanicOrLatinoEthnicity: optional(flag, false),
	countryOfBirthCode: optional(text(), null),
	// Known, so that they raise no question, and left out: nothing here needs them.
	stateOfBirthAbbreviation: optional(text(), null),
	cityOfBirth: optional(text(), null),
	publicSchoolResidenceStatus: optional(text(), null)
};

/** The columns of every OneRoster 1.1 file that is read, by file name without `.csv`. */
export const TABLES = {
	orgs: organisations,
	academicSessions: terms,
	courses,
	classes,
	users: people,
	enrollments: enrolments,
	demographics
} as const;

export type TableName = keyof typeof TABLES;
export type RowOf<Name extends TableName> = ValuesOf<(typeof TABLES)[Name]>;

export const TABLE_NAMES = [
	'orgs',
	'academicSessions',
	'courses',
	'classes',
	'users',
	'enrollments',
	'demographics'
] as const satisfies readonly TableName[];

export const fileOf = (name: TableName) => `${name}.csv`;
