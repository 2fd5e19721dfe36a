import { isDeepStrictEqual } from 'node:util';
import {
	resumeDiagnostic,
	saveDiagnostic,
	type Diagnostic,
	type Graph,
	type SavedDiagnostic
} from '#engines/learner-model/index.ts';
import type { CheckId } from './learner-model.tables.ts';

/** The diagnostic behind the question that a learner is thinking about, so that an answer costs one step, not all. */
const kept = new Map<CheckId, { readonly graph: Graph; readonly diagnostic: Diagnostic }>();

/** About 2.5 kB an outcome: fifty megabytes at most. */
const mostOutcomes = 20_000;

/** The same as resuming what was saved: what is kept is used only where it is exactly that. */
export function resumeKept(checkId: CheckId, graph: Graph, saved: SavedDiagnostic): Diagnostic {
	const found = kept.get(checkId);
	const isThat =
		found !== undefined &&
		isDeepStrictEqual(saveDiagnostic(found.diagnostic), saved) &&
		isDeepStrictEqual(found.graph, graph);
	return isThat ? found.diagnostic : resumeDiagnostic(graph, saved);
}

/** Keeps the newest step of a check; the checks that were answered longest ago make room. */
export function keepDiagnostic(checkId: CheckId, graph: Graph, diagnostic: Diagnostic): void {
	kept.delete(checkId);
	kept.set(checkId, { graph, diagnostic });
	let outcomes = 0;
	for (const one of kept.values()) outcomes += one.graph.ids.length;
	for (const [oldest, { graph: old }] of kept) {
		if (outcomes <= mostOutcomes || kept.size === 1) return;
		kept.delete(oldest);
		outcomes -= old.ids.length;
	}
}
