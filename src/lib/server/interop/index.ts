/**
 * The way in from other systems: bytes to a complete, checked plan or to a complete list of what is
 * wrong. Pure: no database, no clock, nothing written to disk. Applying a plan is done elsewhere.
 */
import { frameworkImporter } from './framework-importer.ts';
import { itemsImporter } from './items/index.ts';
import { oakLessonsImporter } from './oak-lessons/index.ts';
import { oatutorImporter } from './oatutor/index.ts';
import { rosterImporter } from './roster-importer.ts';

export type {
	Importer,
	ImportInput,
	ImportOptions,
	ImportOutcome,
	ImportSummary
} from './importer.ts';
export { frameworkImporter, itemsImporter, oakLessonsImporter, oatutorImporter, rosterImporter };
/** Every importer, in the order a page lists them. */
export const importers = [
	rosterImporter,
	frameworkImporter,
	itemsImporter,
	oatutorImporter,
	oakLessonsImporter
] as const;

export type { Bytes, SourceFile } from './text/index.ts';
export type { Progress, UserId } from './oneroster/index.ts';
export {
	diagnosticsAsCsv,
	type Diagnostic,
	type DiagnosticCode,
	type DiagnosticGroup,
	type DiagnosticSummary,
	type DiagnosticWords,
	type DownloadHeader,
	type Expected,
	type Severity
} from './diagnostics/index.ts';
export { describeDiagnostic, downloadHeader } from './diagnostics/describe.ts';
export { describeKind, describeNoun } from './describe-import.ts';
export type { ItemBankNoun, ItemBankPlan } from './items/index.ts';
export type { LessonDraft, LessonNoun, LessonPlan } from './oak-lessons/index.ts';
export type { ConversionCount, OatutorPlan } from './oatutor/index.ts';
export type {
	AssociationKind,
	CaseId,
	FrameworkAssociation,
	FrameworkDocument,
	FrameworkItem,
	FrameworkNoun,
	FrameworkPlan
} from './case/index.ts';
export type {
	AgeBand,
	BirthRecord,
	ClassId,
	CourseId,
	EnrolmentId,
	EquityRecord,
	GradeCode,
	OrganisationId,
	PersonId,
	RosterClass,
	RosterCourse,
	RosterEnrolment,
	RosterMembership,
	RosterNoun,
	RosterOrganisation,
	RosterPerson,
	RosterPlan,
	RosterRelationship,
	RosterRole,
	RosterTerm,
	TermId
} from './oneroster/index.ts';
