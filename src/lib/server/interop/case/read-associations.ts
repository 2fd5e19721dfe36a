import type { AssociationKind, CaseId, FrameworkAssociation } from './framework-plan.ts';
import type { CaseLink, JsonObject } from './json-object.ts';
import type { CasePackage } from './read-package.ts';

/** An association with its place in the package. */
export type PlacedAssociation = FrameworkAssociation & { readonly row: number };

const KINDS: ReadonlyMap<string, AssociationKind> = new Map([
	['precedes', 'precedes'],
	['isChildOf', 'is child of'],
	['isRelatedTo', 'is related to'],
	['exactMatchOf', 'exact match']
]);

/** Kinds that say the same both ways. */
const MUTUAL: readonly AssociationKind[] = ['is related to', 'exact match'];

export interface KnownIds {
	readonly document: CaseId | null;
	/** Every item id of the package, those of faulty items too. */
	readonly items: ReadonlySet<string>;
	/** False when an item has no id: then what is not found proves nothing. */
	readonly complete: boolean;
}

/** The associations Locus has words for; others are left out with a warning, faults reported. */
export function readAssociations(
	source: CasePackage,
	known: KnownIds
): readonly PlacedAssociation[] {
	const ids = new Map<CaseId, number>();
	const pairs = new Set<string>();
	return source.associations.flatMap((object) => {
		const id = object.id();
		const association = readAssociation(object, id, known);
		const firstRow = id === null ? undefined : ids.get(id);
		if (id !== null && firstRow === undefined) ids.set(id, object.row);
		if (firstRow !== undefined) {
			object.fault('import.case.duplicate-id', 'identifier', { kind: 'unique', firstRow });
			return [];
		}
		if (association === null) return [];
		const pair = pairKey(association);
		if (pairs.has(pair)) {
			object.fault('import.case.repeated-association', null);
			return [];
		}
		pairs.add(pair);
		return [association];
	});
}

function readAssociation(
	object: JsonObject,
	id: CaseId | null,
	known: KnownIds
): PlacedAssociation | null {
	const kind = KINDS.get(object.text('associationType', 255) ?? '');
	if (kind === undefined) {
		const values = [...KINDS.keys()];
		object.fault('import.case.association-left-out', 'associationType', { kind: 'one-of', values });
		return null;
	}
	const origin = end(object, 'originNodeURI');
	const target = end(object, 'destinationNodeURI');
	const order = object.integer('sequenceNumber');
	if (id === null || origin === null || target === null) return null;
	const ends = orient(object, kind, origin.id, target.id, known);
	return ends && { id, kind, ...ends, order, row: object.row };
}

function end(object: JsonObject, name: string): CaseLink | null {
	const link = object.link(name);
	if (link === null) object.fault('import.case.missing-id', name, { kind: 'uuid' });
	return link;
}

type Ends = Pick<FrameworkAssociation, 'fromId' | 'toId' | 'external'>;

/** Checks both ends. An exact match may lead out of the package, and is turned to start inside it. */
function orient(
	object: JsonObject,
	kind: AssociationKind,
	fromId: CaseId,
	toId: CaseId,
	known: KnownIds
): Ends | null {
	if (fromId === toId) {
		object.fault('import.case.self-loop', 'destinationNodeURI');
		return null;
	}
	const fromInside = known.items.has(fromId);
	const toInside = known.items.has(toId) || (kind === 'is child of' && toId === known.document);
	if (kind === 'exact match' && fromInside !== toInside) {
		return { ...(fromInside ? { fromId, toId } : { fromId: toId, toId: fromId }), external: true };
	}
	const expected = { kind: 'property', name: 'CFItems' } as const;
	if (!fromInside && known.complete)
		object.fault('import.case.dangling', 'originNodeURI', expected);
	if (!toInside && known.complete) {
		object.fault('import.case.dangling', 'destinationNodeURI', expected);
	}
	return fromInside && toInside ? { fromId, toId, external: false } : null;
}

function pairKey({ kind, fromId, toId }: PlacedAssociation): string {
	const ends = MUTUAL.includes(kind) ? [fromId, toId].toSorted() : [fromId, toId];
	return JSON.stringify([kind, ...ends]);
}
