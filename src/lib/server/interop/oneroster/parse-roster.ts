import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { buildClasses, buildCourses } from './build-classes.ts';
import { buildDemographics } from './build-demographics.ts';
import { buildEnrolments } from './build-enrolments.ts';
import { buildOrganisations } from './build-organisations.ts';
import { buildPeople } from './build-people.ts';
import { buildRelationships } from './build-relationships.ts';
import { buildTerms } from './build-terms.ts';
import { createIndexes } from './indexes.ts';
import { readTables, type Progress, type RosterTables } from './read-tables.ts';
import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { asRosterPlan, type RosterPlan, type RosterTerm } from './roster-plan.ts';

export interface RosterOptions {
	/** The day of the import, to judge birth dates by. */
	readonly today: SchoolDay;
	readonly progress?: Progress;
}

/**
 * Reads the files of a OneRoster 1.1 bulk export into one plan, or reports everything that is wrong
 * and returns `null`. Files are found by name, folders and case do not matter.
 */
export async function parseRoster(
	files: readonly SourceFile[],
	options: RosterOptions,
	report: Report
): Promise<RosterPlan | null> {
	const { manifest, tables } = await readTables(
		files,
		report,
		options.progress ?? (() => undefined)
	);
	const parts = buildParts(tables, options.today, report);
	if (report.hasErrors()) return null;
	return asRosterPlan({ kind: 'roster', system: manifest?.systemName ?? null, ...parts });
}

function buildParts(tables: RosterTables, today: SchoolDay, report: Report) {
	const indexes = createIndexes(tables, report);
	const organisations = buildOrganisations(tables.orgs, indexes.orgs, report);
	const terms = buildTerms(tables.academicSessions, indexes.academicSessions, report);
	const courses = buildCourses(tables, indexes, report);
	const classes = buildClasses(tables, indexes, report);
	const enrolments = buildEnrolments(tables, indexes, report);
	const relationships = buildRelationships(tables, indexes, report);
	const days = { today, start: yearStart(terms) ?? today };
	const { equity, births, ages } = buildDemographics(tables, indexes, days, report);
	const sources = { tables, indexes, organisations, enrolments, ages };
	return {
		community: organisations.community,
		organisations: organisations.all,
		sites: organisations.sites,
		terms,
		courses,
		classes,
		people: buildPeople(sources, report),
		relationships,
		enrolments,
		restricted: { equity, births }
	};
}

/** The first day of the latest school year in the roster. */
function yearStart(terms: readonly RosterTerm[]): SchoolDay | null {
	const starts = terms.filter((term) => term.kind === 'year').map((term) => term.from);
	return starts.toSorted().at(-1) ?? null;
}
