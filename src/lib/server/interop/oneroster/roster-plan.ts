import type { Brand } from '#engines/kernel/index.ts';
import type { AgeBand, GradeCode } from './grade.ts';
import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import type { UserId } from './refine.ts';
import type { ClassId, CourseId, EnrolmentId, OrganisationId, PersonId, TermId } from './tables.ts';

/** Roles a roster can give; mentors, leaders and councils are named in Locus itself. */
export type RosterRole = 'learner' | 'teacher' | 'family' | 'support' | 'administrator';

/** A school, or another body of the tree above or below schools. */
export interface RosterOrganisation {
	readonly id: OrganisationId;
	readonly name: string;
	readonly code: string | null;
	readonly kind: 'community' | 'site' | 'area' | 'department';
	readonly parentId: OrganisationId | null;
}

export interface RosterTerm {
	readonly id: TermId;
	readonly title: string;
	readonly kind: 'year' | 'semester' | 'term' | 'grading period';
	readonly from: SchoolDay;
	readonly to: SchoolDay;
	readonly parentId: TermId | null;
	readonly schoolYear: number | null;
}

export interface RosterCourse {
	readonly id: CourseId;
	readonly title: string;
	readonly code: string | null;
	readonly grades: readonly GradeCode[];
	readonly organisationId: OrganisationId;
	readonly yearId: TermId | null;
	readonly subjects: string | null;
	readonly subjectCodes: readonly string[];
}

export interface RosterClass {
	readonly id: ClassId;
	readonly title: string;
	readonly code: string | null;
	readonly kind: 'home group' | 'class';
	readonly courseId: CourseId;
	readonly siteId: OrganisationId;
	readonly termIds: readonly TermId[];
	readonly grades: readonly GradeCode[];
	readonly location: string | null;
	readonly subjects: string | null;
	readonly subjectCodes: readonly string[];
	readonly periods: readonly string[];
}

/** A role at a site; `siteId` null means the whole community. Days are inclusive, null is open. */
export interface RosterMembership {
	readonly role: RosterRole;
	readonly siteId: OrganisationId | null;
	/** First enrolled day at the site; null when the roster names none: from the day of the import. */
	readonly from: SchoolDay | null;
	/** Always null from bulk files: a membership ends by rollover or a delta, not by a term's end. */
	readonly to: SchoolDay | null;
}

export interface RosterPerson {
	readonly id: PersonId;
	/** At least one of given and family name is there. */
	readonly givenName: string | null;
	readonly familyName: string | null;
	readonly middleName: string | null;
	readonly preferredGivenName: string | null;
	readonly preferredFamilyName: string | null;
	/** A suggestion only; accounts are made by the platform. */
	readonly usernameHint: string | null;
	readonly otherIds: readonly UserId[];
	readonly localId: string | null;
	/** Contacts; neither is unique. */
	readonly email: string | null;
	readonly phone: string | null;
	readonly maySignIn: boolean;
	readonly memberships: readonly RosterMembership[];
	/** Only for learners. `ageBand` is null when neither birth date nor grade tells. */
	readonly learner: {
		readonly grades: readonly GradeCode[];
		readonly ageBand: AgeBand | null;
	} | null;
}

/** Family of a learner. `listedBy` says which of the two records names the other. */
export interface RosterRelationship {
	readonly learnerId: PersonId;
	readonly familyId: PersonId;
	readonly kind: 'guardian' | 'parent' | 'relative';
	readonly listedBy: 'both' | 'learner' | 'family';
}

export interface RosterEnrolment {
	readonly id: EnrolmentId;
	readonly classId: ClassId;
	readonly siteId: OrganisationId;
	readonly personId: PersonId;
	readonly role: 'learner' | 'teacher' | 'support' | 'administrator';
	/** The teacher who answers for the class. */
	readonly lead: boolean;
	readonly from: SchoolDay | null;
	readonly to: SchoolDay | null;
}

export const EQUITY_GROUPS = [
	'americanIndianOrAlaskaNative',
	'asian',
	'blackOrAfricanAmerican',
	'nativeHawaiianOrOtherPacificIslander',
	'white',
	'demographicRaceTwoOrMoreRaces',
	'hispanicOrLatinoEthnicity'
] as const;

/** Seen by equity insight alone, never by a teaching page. */
export interface EquityRecord {
	readonly purpose: 'equity';
	readonly personId: PersonId;
	readonly sex: 'male' | 'female' | 'other' | 'unspecified' | null;
	readonly groups: readonly (typeof EQUITY_GROUPS)[number][];
	readonly countryOfBirth: string | null;
}

/** Kept to move a learner to the next age band in time, for nothing else. */
export interface BirthRecord {
	readonly purpose: 'age band';
	readonly personId: PersonId;
	readonly day: SchoolDay;
}

interface RosterPlanParts {
	readonly kind: 'roster';
	/** The system the roster came from, as its manifest names it. */
	readonly system: string | null;
	/** The root of the tree; null when the roster has none or several. */
	readonly community: RosterOrganisation | null;
	readonly organisations: readonly RosterOrganisation[];
	readonly sites: readonly RosterOrganisation[];
	readonly terms: readonly RosterTerm[];
	readonly courses: readonly RosterCourse[];
	readonly classes: readonly RosterClass[];
	readonly people: readonly RosterPerson[];
	readonly relationships: readonly RosterRelationship[];
	readonly enrolments: readonly RosterEnrolment[];
	/** Apart from the people, each part bound to its purpose. */
	readonly restricted: {
		readonly equity: readonly EquityRecord[];
		readonly births: readonly BirthRecord[];
	};
}

/** A whole roster, free of errors: every id in it is found in it. Made by `parseRoster` alone. */
export type RosterPlan = RosterPlanParts & Brand<object, 'roster-plan'>;

/** Brands checked parts; only called when the report holds no error. */
export function asRosterPlan(parts: RosterPlanParts): RosterPlan {
	// SAFETY: the caller built the parts from refined rows whose references were all checked.
	return parts as RosterPlan;
}
