import type { Report } from '../diagnostics/index.ts';
import { ageBandOf, typicalAge, type AgeBand } from './grade.ts';
import type { Indexes } from './indexes.ts';
import type { Organisations } from './build-organisations.ts';
import type { Placed, RosterTables } from './read-tables.ts';
import { placeOf } from './references.ts';
import type { RosterEnrolment, RosterMembership, RosterPerson, RosterRole } from './roster-plan.ts';
import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { fileOf, type OrganisationId, type PersonId, type RowOf } from './tables.ts';

type UserRow = Placed<RowOf<'users'>>;

const ROLES: Readonly<Record<UserRow['role'], RosterRole>> = {
	student: 'learner',
	teacher: 'teacher',
	aide: 'support',
	administrator: 'administrator',
	guardian: 'family',
	parent: 'family',
	relative: 'family'
};

/** First enrolled day of each person at each site; the value is null when an enrolment has no day. */
type FirstDays = ReadonlyMap<PersonId, ReadonlyMap<OrganisationId, SchoolDay | null>>;

export interface PeopleSources {
	readonly tables: RosterTables;
	readonly indexes: Indexes;
	readonly organisations: Organisations;
	readonly enrolments: readonly RosterEnrolment[];
	/** Age in years by person, from birth dates. */
	readonly ages: ReadonlyMap<PersonId, number>;
}

/** People with their names, contacts and memberships; a person of two schools has two. */
export function buildPeople(sources: PeopleSources, report: Report): readonly RosterPerson[] {
	const days = firstDays(sources.enrolments);
	const people = sources.tables.users.rows.map((row) => {
		checkNames(row, report);
		for (const id of row.orgSourcedIds) {
			const pointer = { from: 'users', row: row.row, field: 'orgSourcedIds' } as const;
			sources.indexes.orgs.find(id, pointer);
		}
		return person(row, sources, days.get(row.sourcedId) ?? new Map(), report);
	});
	const withPassword = sources.tables.users.rows.find((row) => row.password);
	if (withPassword) {
		// Once for the file: the remark is about the column, not about each person.
		const place = { file: fileOf('users'), row: withPassword.row, field: 'password' };
		report.add('import.roster.password-ignored', place, { kind: 'empty' });
	}
	return people;
}

function firstDays(enrolments: readonly RosterEnrolment[]): FirstDays {
	const days = new Map<PersonId, Map<OrganisationId, SchoolDay | null>>();
	for (const { personId, siteId, from } of enrolments) {
		const bySite = days.get(personId) ?? new Map<OrganisationId, SchoolDay | null>();
		const before = bySite.get(siteId);
		const earlier = before === undefined || from === null || (before !== null && from < before);
		if (earlier) bySite.set(siteId, from);
		days.set(personId, bySite);
	}
	return days;
}

/** One name is enough (many people have one), none is not. */
function checkNames(row: UserRow, report: Report): void {
	const place = { file: fileOf('users'), row: row.row };
	if (row.givenName === null && row.familyName === null) {
		report.add('import.value.missing', { ...place, field: 'givenName' }, { kind: 'text' });
	} else if (row.givenName === null || row.familyName === null) {
		const field = row.givenName === null ? 'givenName' : 'familyName';
		report.add('import.roster.one-name', { ...place, field }, { kind: 'text' });
	}
}

function person(
	row: UserRow,
	sources: PeopleSources,
	days: ReadonlyMap<OrganisationId, SchoolDay | null>,
	report: Report
): RosterPerson {
	return {
		id: row.sourcedId,
		givenName: row.givenName,
		familyName: row.familyName,
		middleName: row.middleName,
		preferredGivenName: row.preferredGivenName,
		preferredFamilyName: row.preferredFamilyName,
		usernameHint: row.username,
		otherIds: row.userIds,
		localId: row.identifier,
		email: row.email,
		phone: row.sms ?? row.phone,
		maySignIn: row.enabledUser,
		memberships: membershipsOf(row, sources.organisations, days, report),
		learner:
			row.role === 'student' ? { grades: row.grades, ageBand: bandOf(row, sources, report) } : null
	};
}

function membershipsOf(
	row: UserRow,
	organisations: Organisations,
	days: ReadonlyMap<OrganisationId, SchoolDay | null>,
	report: Report
): readonly RosterMembership[] {
	const sites = new Set(row.orgSourcedIds.map((id) => organisations.siteOf(id)));
	const elsewhere = [...days.keys()].filter((site) => !sites.has(site) && !sites.has(null));
	if (elsewhere.length > 0) {
		const pointer = { from: 'users', row: row.row, field: 'orgSourcedIds' } as const;
		report.add('import.roster.not-a-member', placeOf(pointer));
	}
	const role = ROLES[row.role];
	return [...sites, ...elsewhere].map((siteId) => {
		const from = siteId === null ? null : (days.get(siteId) ?? null);
		return { role, siteId, from, to: null };
	});
}

/** More than this from the typical age of the grade is worth a second look, not a refusal. */
const AGE_TOLERANCE = 3;

/** From the birth date where there is one, else from the first grade that has a typical age. */
function bandOf(row: UserRow, sources: PeopleSources, report: Report): AgeBand | null {
	const age = sources.ages.get(row.sourcedId);
	const typical = row.grades.map(typicalAge).find((each) => each !== null) ?? null;
	if (age !== undefined && typical !== null && Math.abs(age - typical) > AGE_TOLERANCE) {
		const expected = {
			kind: 'ages',
			from: typical - AGE_TOLERANCE,
			to: typical + AGE_TOLERANCE
		} as const;
		const place = { file: fileOf('users'), row: row.row, field: 'grades' };
		report.add('import.roster.unlikely-grade', place, expected);
	}
	const best = age ?? typical;
	return best === null ? null : ageBandOf(best);
}
