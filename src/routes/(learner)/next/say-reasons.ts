import { m } from '#lib/paraglide/messages.js';
import type { Evidence, Reason } from '#engines/pathways/index.ts';

/** How many reasons a card shows: those that weighed most. */
const mostReasons = 3;

function say(evidence: Evidence, words: ReadonlyMap<string, string>): string | null {
	switch (evidence.kind) {
		case 'outcome': {
			const outcome = words.get(evidence.outcomeId);
			return outcome === undefined ? null : m.pathways_why_need({ outcome });
		}
		case 'entitlement':
			return m.pathways_why_owed();
		case 'success':
			return m.pathways_why_success();
		case 'interests':
			return evidence.tags.length > 0
				? m.pathways_why_interest({ tags: evidence.tags.join(', ') })
				: null;
		case 'strengths':
			return evidence.tags.length > 0
				? m.pathways_why_strength({ tags: evidence.tags.join(', ') })
				: null;
		case 'supports':
			return evidence.given.length > 0
				? m.pathways_why_support({ tags: evidence.given.join(', ') })
				: null;
		case 'new':
			return m.pathways_why_new();
		default:
			return null;
	}
}

/** The terms of a score that spoke for it, the weightiest first, in words. */
export function sayReasons(
	reasons: readonly Reason[],
	words: ReadonlyMap<string, string>
): readonly string[] {
	const told = reasons
		.filter(({ value }) => value > 0)
		.toSorted((a, b) => b.value - a.value)
		// "Neither too easy nor too hard" is only true where that term is near its fullest.
		.filter(({ term, value }) => term !== 'readiness' || value >= 200)
		.flatMap(({ evidence }) => evidence.flatMap((one) => say(one, words) ?? []));
	return [...new Set(told)].slice(0, mostReasons);
}
