import type { AgeBand } from '../../platform/access/index.ts';
import type { AssociationKind } from './curriculum.tables.ts';

/** What a learner opens on the map. */
export interface NewStrand {
	/** Names the strand within its framework. */
	readonly key: string;
	readonly name: string;
	readonly kind: 'subject' | 'competency' | 'habit';
}

export interface NewOutcome {
	/** The framework's own identifier, kept for ever. */
	readonly sourceId: string;
	readonly code: string | null;
	readonly statement: string;
	/** A `group` is a heading: nothing is learnt or checked by itself. */
	readonly kind: 'outcome' | 'group';
	readonly strandKey: string | null;
	readonly parentId: string | null;
	/** To be known by heart: a word, a date, seven times eight. Absent = a skill. */
	readonly isFact?: boolean;
	/** Usual ages in whole years, both ends included. */
	readonly ages: { readonly from: number; readonly to: number } | null;
	readonly words?: readonly {
		readonly band: AgeBand;
		readonly locale: string;
		readonly words: string;
	}[];
}

export interface NewAssociation {
	readonly kind: AssociationKind;
	readonly fromId: string;
	readonly toId: string;
}

/** A framework as a command takes it: ids are the source's own, every one of them found within. */
export interface NewFramework {
	readonly sourceId: string;
	readonly title: string;
	readonly creator: string;
	readonly version: string;
	readonly licence: string | null;
	readonly attribution: string | null;
	readonly shape: 'tree' | 'graph';
	/** In the order of the framework. */
	readonly strands: readonly NewStrand[];
	readonly outcomes: readonly NewOutcome[];
	readonly associations: readonly NewAssociation[];
}

/** Parents before their children, so that each row's parent is there when it comes; order is kept otherwise. */
export function parentsFirst(outcomes: readonly NewOutcome[]): readonly NewOutcome[] {
	const byId = new Map(outcomes.map((outcome) => [outcome.sourceId, outcome]));
	const placed = new Set<string>();
	const ordered: NewOutcome[] = [];
	for (const outcome of outcomes) {
		const line: NewOutcome[] = [];
		for (
			let next: NewOutcome | undefined = outcome;
			next && !placed.has(next.sourceId);
			next = next.parentId === null ? undefined : byId.get(next.parentId)
		) {
			placed.add(next.sourceId);
			line.push(next);
		}
		ordered.push(...line.reverse());
	}
	return ordered;
}
