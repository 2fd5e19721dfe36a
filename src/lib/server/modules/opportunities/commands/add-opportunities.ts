import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import type { Told } from '../../../platform/db/in-batches.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import {
	ensureTags,
	exampleOf,
	setTaggedOpportunities,
	tagWords,
	type NewTag,
	type TagId
} from '../../curriculum/index.ts';
import type { OpportunityId } from '../opportunities.tables.ts';
import { bringOpportunities } from '../opportunities.policy.ts';
import {
	countTagged,
	findSourceOpportunities,
	linkOutcomes,
	putOpportunities,
	tagOpportunities,
	type NewOpportunity
} from '../new-opportunity.store.ts';

export interface NewOpportunities {
	/** `community` for the school's own bank, else the catalogue's short name. */
	readonly source: string;
	readonly opportunities: readonly NewOpportunity[];
}

export interface OpportunitiesAdded {
	readonly added: number;
	readonly known: number;
	/** Ids by the source's own. */
	readonly opportunityIds: ReadonlyMap<string, OpportunityId>;
	readonly tagIds: ReadonlyMap<string, TagId>;
}

function tagsOf(opportunities: readonly NewOpportunity[]): readonly NewTag[] {
	const titles = new Map<string, string[]>();
	for (const { title, tags = [] } of opportunities) {
		for (const tag of tags) titles.set(tag, [...(titles.get(tag) ?? []).slice(0, 20), title]);
	}
	return [...titles].map(([tag, of]) => ({ tag, words: tagWords(tag), example: exampleOf(of) }));
}

/**
 * Brings opportunities into the bank. Coming again, a catalogue renews the words of those that are here and adds the
 * rest; nothing is doubled. Errors: `opportunities.not-found` for who may not.
 */
export async function addOpportunities(
	scope: Scope,
	{ source, opportunities }: NewOpportunities,
	told?: Told
): Promise<Result<OpportunitiesAdded, Failure<'opportunities.not-found'>>> {
	if (!may(scope.actor, bringOpportunities)) return fail('opportunities.not-found');
	const known = await findSourceOpportunities(scope, source);
	const placed = opportunities.map((given) => ({
		given,
		opportunityId: known.get(given.sourceId) ?? scope.newId<OpportunityId>()
	}));
	await putOpportunities(scope, source, placed, told);
	await linkOutcomes(scope, placed);
	const tags = tagsOf(opportunities);
	const tagIds = tags.length > 0 ? await ensureTags(scope, source, tags) : new Map<string, TagId>();
	await tagOpportunities(scope, placed, tagIds);
	await setTaggedOpportunities(scope, await countTagged(scope, [...tagIds.values()]));
	const added = opportunities.filter(({ sourceId }) => !known.has(sourceId)).length;
	await recordDecision(scope, {
		action: 'opportunities.add-opportunities',
		learnerId: null,
		object: { type: 'opportunity-source', id: scope.newId() },
		changes: { opportunities: [known.size, known.size + added] }
	});
	const ids = placed.map(({ given, opportunityId }) => [given.sourceId, opportunityId] as const);
	const opportunityIds = new Map([...known, ...ids]);
	return ok({ added, known: opportunities.length - added, opportunityIds, tagIds });
}
