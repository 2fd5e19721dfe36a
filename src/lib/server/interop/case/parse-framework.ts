import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { buildTree, parentsByItem } from './build-tree.ts';
import { checkCycles } from './check-cycles.ts';
import { asFrameworkPlan, type FrameworkPlan } from './framework-plan.ts';
import { readAssociations, type KnownIds, type PlacedAssociation } from './read-associations.ts';
import { readDocument, readItems, type LooseItem } from './read-items.ts';
import { CASE_LIMITS, readPackage, type CaseLimits, type CasePackage } from './read-package.ts';

/** Reads a CASE 1.0 package into one plan, or reports everything that is wrong and returns `null`. */
export async function parseFramework(
	file: SourceFile,
	report: Report,
	limits: CaseLimits = CASE_LIMITS
): Promise<FrameworkPlan | null> {
	const source = await readPackage(file, report, limits);
	if (source === null) return null;
	const document = readDocument(source);
	const items = readItems(source);
	if (source.items.length === 0) {
		const expected = { kind: 'property', name: 'CFItems' } as const;
		report.add('import.case.not-a-package', { file: source.file, field: 'CFItems' }, expected);
	}
	const associations = readAssociations(source, knownIds(source, document?.id ?? null));
	checkCycles(source.file, items, associations, report);
	const parents = parentsByItem(associations);
	warnOfParents(source.file, items, parents, report);
	if (document === null || report.hasErrors()) return null;
	const tree = buildTree(document.id, items, parents);
	const isTree =
		items.every(({ id }) => (parents.get(id)?.length ?? 0) <= 1) &&
		associations.every((each) => each.kind !== 'precedes');
	const kind = isTree ? 'tree' : 'graph';
	return asFrameworkPlan({ kind, document, ...tree, associations: associations.map(withoutRow) });
}

const withoutRow = ({ id, kind, fromId, toId, external, order }: PlacedAssociation) => ({
	id,
	kind,
	fromId,
	toId,
	external,
	order
});

function knownIds(source: CasePackage, document: KnownIds['document']): KnownIds {
	const ids = source.items.map((object) => object.knownId());
	const items = new Set(ids.filter((id) => id !== null));
	return { document, items, complete: !ids.includes(null) };
}

function warnOfParents(
	file: string,
	items: readonly LooseItem[],
	parents: ReturnType<typeof parentsByItem>,
	report: Report
): void {
	for (const { id, row } of items) {
		const count = parents.get(id)?.length ?? 0;
		const place = { file, row, field: 'CFItems' };
		if (count === 0) report.add('import.case.no-parent', place);
		if (count > 1) report.add('import.case.several-parents', place);
	}
}
