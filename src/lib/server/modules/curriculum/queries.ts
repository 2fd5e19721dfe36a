import { may, type Scope } from '../../platform/access/index.ts';
import { matchTopics } from './curriculum.policy.ts';
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
