import type { Brand } from '#engines/kernel/index.ts';
import type { AgeBand } from '../oneroster/index.ts';

/** The identifier of a CASE document, item or association; a UUID in good packages. */
export type CaseId = Brand<string, 'case.id'>;

export interface FrameworkDocument {
	readonly id: CaseId;
	readonly uri: string | null;
	readonly title: string;
	readonly creator: string | null;
	readonly publisher: string | null;
	readonly version: string | null;
	readonly language: string | null;
	readonly subjects: readonly string[];
	readonly status: string | null;
	readonly notes: string | null;
	/** Instant in ISO form with zone. */
	readonly changedAt: string | null;
	/** Name and, where the package carries it, text of the licence: to be shown with the statements. */
	readonly licence: { readonly title: string; readonly text: string | null } | null;
}

export interface FrameworkItem {
	readonly id: CaseId;
	readonly uri: string | null;
	/** What people call it, such as `3.NF.A.1`; not unique, often absent. */
	readonly code: string | null;
	readonly fullStatement: string;
	readonly abbreviatedStatement: string | null;
	readonly type: string | null;
	readonly language: string | null;
	/** As the package writes them: CEDS codes, or a country's own. */
	readonly gradeLevels: readonly string[];
	/** From grade levels that have a known age (CEDS; `Y1` to `Y13` of England); else empty. */
	readonly ageBands: readonly AgeBand[];
	readonly notes: string | null;
	readonly changedAt: string | null;
	/** Parents in order of the package; empty for an item at the top. */
	readonly parentIds: readonly CaseId[];
	/** Position among its siblings, from 0. */
	readonly position: number;
	/** Nearest `Strand` at or above it, else nearest `Domain`, else the top item it lies under. */
	readonly strandId: CaseId;
}

/** Associations in our words, origin to destination. `is child of` runs child to parent. */
export type AssociationKind = 'precedes' | 'is child of' | 'is related to' | 'exact match';

export interface FrameworkAssociation {
	readonly id: CaseId;
	readonly kind: AssociationKind;
	readonly fromId: CaseId;
	/** An item of this package, or of another framework for an exact match (`external`). */
	readonly toId: CaseId;
	readonly external: boolean;
	readonly order: number | null;
}

interface FrameworkPlanParts {
	readonly kind: 'tree' | 'graph';
	readonly document: FrameworkDocument;
	/** In the order of the package. */
	readonly items: readonly FrameworkItem[];
	/** `is child of` to the document itself is among these: `toId` is then the document's id. */
	readonly associations: readonly FrameworkAssociation[];
	/** Items at the top, in order. */
	readonly rootIds: readonly CaseId[];
}

/** A whole framework without errors. Made by `parseFramework` alone. */
export type FrameworkPlan = FrameworkPlanParts & Brand<object, 'framework-plan'>;

/** Brands checked parts; only called when the report holds no error. */
export function asFrameworkPlan(parts: FrameworkPlanParts): FrameworkPlan {
	// SAFETY: the caller checked every id and association of the parts.
	return parts as FrameworkPlan;
}
