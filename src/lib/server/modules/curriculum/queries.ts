import { may, type Scope } from '../../platform/access/index.ts';
import {
	selectOutcomesByHeart,
	selectStrandsByHeart,
	type OutcomeByHeart,
	type StrandByHeart
} from './by-heart.store.ts';
import { outcomesPerPage } from './commands/mark-by-heart.ts';
import { markByHeart, matchTopics } from './curriculum.policy.ts';
import type { TagId } from './curriculum.tables.ts';
import {
	searchOutcomes,
	selectTopicSources,
	selectWaitingTopics,
	type SuggestedOutcome,
	type TopicSource,
	type WaitingTopic
} from './topic.store.ts';

const topicsPerPage = 10;
const mostFound = 10;

/** A page of topics that wait for a person to say what they are about. */
export interface TopicsView {
	readonly sources: readonly TopicSource[];
	/** The source that is open; null where there is none at all. */
	readonly source: string | null;
	readonly topics: readonly WaitingTopic[];
	/** What a search for another outcome found, for the topic it was made for. */
	readonly found: readonly SuggestedOutcome[];
}

export interface WhichTopics {
	readonly source: string | null;
	readonly after: TagId | null;
	readonly search: string;
}

/** Ten topics at most, those that open most first; undefined for who may not match. At most three statements. */
export async function listTopicsToMatch(
	scope: Scope,
	{ source, after, search }: WhichTopics
): Promise<TopicsView | undefined> {
	if (!may(scope.actor, matchTopics)) return undefined;
	const sources = await selectTopicSources(scope);
	const open =
		sources.find((each) => each.source === source) ??
		sources.find(({ waiting }) => waiting > 0) ??
		sources[0];
	if (!open) return { sources, source: null, topics: [], found: [] };
	const topics = await selectWaitingTopics(scope, open.source, { after, limit: topicsPerPage });
	const found = search === '' ? [] : await searchOutcomes(scope, search, mostFound);
	return { sources, source: open.source, topics, found };
}

/** A page of a strand's outcomes, each with whether it is known by heart. */
export interface ByHeartView {
	readonly strands: readonly StrandByHeart[];
	/** The strand that is open; null where there is none at all. */
	readonly strand: StrandByHeart | null;
	readonly outcomes: readonly OutcomeByHeart[];
	/** Where the next page begins; null on the last. */
	readonly next: number | null;
}

/** Forty outcomes at most, of the first strand where none is named; undefined for who may not mark. Two statements. */
export async function listByHeart(
	scope: Scope,
	{ strandId, from }: { readonly strandId: string | null; readonly from: number }
): Promise<ByHeartView | undefined> {
	if (!may(scope.actor, markByHeart)) return undefined;
	const strands = await selectStrandsByHeart(scope);
	const strand = strands.find((each) => each.strandId === strandId) ?? strands[0] ?? null;
	if (!strand) return { strands, strand, outcomes: [], next: null };
	const found = await selectOutcomesByHeart(scope, strand.strandId, {
		from,
		limit: outcomesPerPage + 1
	});
	const outcomes = found.slice(0, outcomesPerPage);
	return { strands, strand, outcomes, next: found[outcomesPerPage]?.position ?? null };
}
