import type { Report } from '../diagnostics/index.ts';
import { findCycles } from './find-cycles.ts';
import type { CaseId } from './framework-plan.ts';
import type { PlacedAssociation } from './read-associations.ts';
import type { LooseItem } from './read-items.ts';

/** Codes shown of one cycle; a longer one is cut, its count of cycles is not. */
const SHOWN = 12;

/**
 * Reports one shortest cycle for each knot of `precedes` and of `is child of`, by the codes of its
 * items, at the association that closes it.
 */
export function checkCycles(
	file: string,
	items: readonly LooseItem[],
	associations: readonly PlacedAssociation[],
	report: Report
): void {
	const cyclesOf = (kind: PlacedAssociation['kind']) =>
		namedCycles(
			items,
			associations.filter((each) => each.kind === kind)
		);
	const place = { file, field: 'CFAssociations' };
	for (const { row, path } of cyclesOf('precedes')) {
		report.add('import.case.order-cycle', { ...place, row }, { kind: 'no-cycle', path });
	}
	for (const { row, path } of cyclesOf('is child of')) {
		report.add('import.case.parent-cycle', { ...place, row }, { kind: 'no-cycle', path });
	}
}

interface NamedCycle {
	readonly row: number | null;
	readonly path: readonly string[];
}

function namedCycles(
	items: readonly LooseItem[],
	edges: readonly PlacedAssociation[]
): readonly NamedCycle[] {
	const index = new Map(items.map((item, at) => [item.id, at]));
	const successors: number[][] = items.map(() => []);
	for (const { fromId, toId } of edges) {
		const to = index.get(toId);
		if (to !== undefined) successors[index.get(fromId) ?? -1]?.push(to);
	}
	return findCycles(successors).map((cycle) => nameCycle(cycle, items, edges));
}

function nameCycle(
	cycle: readonly number[],
	items: readonly LooseItem[],
	edges: readonly PlacedAssociation[]
): NamedCycle {
	const members = cycle.flatMap((at) => items[at] ?? []);
	const closing = edges.find(
		(edge) => edge.fromId === members.at(-1)?.id && edge.toId === members[0]?.id
	);
	const names = members.slice(0, SHOWN).map((item) => item.code ?? shortId(item.id));
	const cut = members.length > SHOWN ? ['…'] : [];
	return { row: closing?.row ?? null, path: [...names, ...cut, ...names.slice(0, 1)] };
}

const shortId = (id: CaseId) => id.slice(0, 8);
