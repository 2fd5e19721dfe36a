import type { Report } from '../diagnostics/index.ts';
import { checkParents, type References } from './references.ts';
import type { RosterTable } from './read-tables.ts';
import type { RosterOrganisation } from './roster-plan.ts';
import { fileOf, type OrganisationId, type RowOf } from './tables.ts';

type OrganisationRow = RowOf<'orgs'>;

export interface Organisations {
	readonly all: readonly RosterOrganisation[];
	readonly sites: readonly RosterOrganisation[];
	readonly community: RosterOrganisation | null;
	/** The site a person of this organisation belongs to; null for bodies above the schools. */
	siteOf(id: OrganisationId): OrganisationId | null;
}

/** The tree of organisations: its single root above the schools is the community, schools are sites. */
export function buildOrganisations(
	table: RosterTable<OrganisationRow>,
	references: References<OrganisationId, OrganisationRow>,
	report: Report
): Organisations {
	checkParents('orgs', table, references, report);
	const root = findRoot(table, report);
	const all = table.rows.map((row) => organisation(row, root));
	const sites = all.filter((each) => each.kind === 'site');
	if (sites.length === 0 && table.complete && table.rows.length === table.ids.size) {
		const expected = { kind: 'one-of', values: ['school'] } as const;
		report.add('import.roster.no-site', { file: fileOf('orgs'), field: 'type' }, expected);
	}
	const byId = new Map(all.map((each) => [each.id, each]));
	const community = all.find((each) => each.kind === 'community') ?? null;
	return { all, sites, community, siteOf: (id) => nearestSite(id, byId) };
}

function findRoot(table: RosterTable<OrganisationRow>, report: Report): OrganisationId | null {
	const roots = table.rows.filter((row) => row.parentSourcedId === null && isAboveSchools(row));
	const [first, second] = roots;
	if (second === undefined) return first?.sourcedId ?? null;
	const place = { file: fileOf('orgs'), row: second.row, field: 'parentSourcedId' };
	report.add('import.roster.several-roots', place);
	return null;
}

const isAboveSchools = ({ type }: OrganisationRow) => type !== 'school' && type !== 'department';

function organisation(row: OrganisationRow, root: OrganisationId | null): RosterOrganisation {
	const { sourcedId: id, name, identifier: code, parentSourcedId: parentId } = row;
	return { id, name, code, kind: id === root ? 'community' : kindOf(row), parentId };
}

function kindOf({ type }: OrganisationRow): 'site' | 'department' | 'area' {
	if (type === 'school') return 'site';
	return type === 'department' ? 'department' : 'area';
}

function nearestSite(
	id: OrganisationId,
	byId: ReadonlyMap<OrganisationId, RosterOrganisation>
): OrganisationId | null {
	let at = byId.get(id);
	for (let step = 0; step <= byId.size && at !== undefined; step += 1) {
		if (at.kind === 'site') return at.id;
		at = at.parentId === null ? undefined : byId.get(at.parentId);
	}
	return null;
}
