import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { inBatches, type Told } from '../../platform/db/in-batches.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import { present } from '../../platform/invariant.ts';
import type { TagId } from '../curriculum/index.ts';
import type {
	OpportunityDetails,
	OpportunityId,
	OpportunityTables
} from './opportunities.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OpportunityTables>();

type Stored = OpportunityTables['opportunity'];
type Written = Omit<
	Stored,
	'community_id' | 'opportunity_id' | 'source' | 'source_id' | 'retired_at' | 'details'
>;

/** An opportunity as it comes in; `sourceId` with its source names it for ever. */
export interface NewOpportunity extends Partial<Written> {
	readonly sourceId: string;
	readonly kind: Stored['kind'];
	readonly title: string;
	readonly about: string;
	readonly place: Stored['place'];
	readonly mode: Stored['mode'];
	readonly company: Stored['company'];
	readonly provenance: string;
	readonly details?: OpportunityDetails | null;
	readonly builds?: readonly OutcomeId[];
	readonly needsFirst?: readonly OutcomeId[];
	/** Topics that a person matches to outcomes. */
	readonly tags?: readonly string[];
}

/** An opportunity with the id it has or gets. */
export interface PlacedOpportunity {
	readonly opportunityId: OpportunityId;
	readonly given: NewOpportunity;
}

export async function findSourceOpportunities(
	scope: Scope,
	source: string
): Promise<ReadonlyMap<string, OpportunityId>> {
	const rows = await db(scope)
		.selectFrom('opportunity')
		.select(['source_id', 'opportunity_id'])
		.where('community_id', '=', scope.communityId)
		.where('source', '=', source)
		.execute();
	return new Map(rows.map((row) => [row.source_id, row.opportunity_id]));
}

function toRow(scope: Scope, source: string, { opportunityId, given }: PlacedOpportunity) {
	return {
		community_id: scope.communityId,
		opportunity_id: opportunityId,
		kind: given.kind,
		title: given.title,
		about: given.about,
		place: given.place,
		place_name: given.place_name ?? null,
		mode: given.mode,
		company: given.company,
		context: given.context ?? null,
		minutes: given.minutes ?? null,
		cost_minor: given.cost_minor ?? null,
		currency: given.currency ?? null,
		age_from: given.age_from ?? null,
		age_to: given.age_to ?? null,
		stretch: given.stretch ?? 0,
		access_needs: given.access_needs ?? [],
		safety_needs: given.safety_needs ?? [],
		supports: given.supports ?? [],
		languages: given.languages ?? [],
		interests: given.interests ?? [],
		capacity: given.capacity ?? null,
		times: given.times ?? null,
		contact: given.contact ?? null,
		url: given.url ?? null,
		picture: given.picture ?? null,
		provenance: given.provenance,
		vouched_by: given.vouched_by ?? null,
		licence: given.licence ?? null,
		attribution: given.attribution ?? null,
		details: given.details ? JSON.stringify(given.details) : null,
		source,
		source_id: given.sourceId,
		retired_at: null
	};
}

/** What a catalogue's later edition may change of an opportunity that is here. */
const renewed = ['title', 'about', 'age_from', 'age_to', 'minutes', 'url', 'details'] as const;

/** Adds opportunities; those that are here get the source's newer words. */
export const putOpportunities = (
	scope: Scope,
	source: string,
	opportunities: readonly PlacedOpportunity[],
	told?: Told
): Promise<void> =>
	inBatches(
		opportunities,
		34,
		(batch) =>
			db(scope)
				.insertInto('opportunity')
				.values(batch.map((each) => toRow(scope, source, each)))
				.onConflict((conflict) =>
					conflict
						.columns(['community_id', 'source', 'source_id'])
						.doUpdateSet((eb) =>
							Object.fromEntries(renewed.map((column) => [column, eb.ref(`excluded.${column}`)]))
						)
				)
				.execute(),
		told
	);

/** Which outcomes opportunities build and need first. */
export async function linkOutcomes(
	scope: Scope,
	opportunities: readonly PlacedOpportunity[]
): Promise<void> {
	const rows = opportunities.flatMap(({ opportunityId, given }) => {
		const link = (outcome_id: OutcomeId, part: 'builds' | 'needs') => ({
			community_id: scope.communityId,
			opportunity_id: opportunityId,
			outcome_id,
			part
		});
		return [
			...(given.builds ?? []).map((id) => link(id, 'builds')),
			...(given.needsFirst ?? []).map((id) => link(id, 'needs'))
		];
	});
	await inBatches(rows, 4, (batch) =>
		db(scope)
			.insertInto('opportunity_outcome')
			.values(batch)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
}

/** Puts opportunities under their topics. */
export async function tagOpportunities(
	scope: Scope,
	opportunities: readonly PlacedOpportunity[],
	tagIds: ReadonlyMap<string, TagId>
): Promise<void> {
	const rows = opportunities.flatMap(({ opportunityId, given }) =>
		[...new Set(given.tags ?? [])].map((tag) => ({
			community_id: scope.communityId,
			opportunity_id: opportunityId,
			tag_id: present(tagIds.get(tag), 'every tag was made known')
		}))
	);
	await inBatches(rows, 3, (batch) =>
		db(scope)
			.insertInto('opportunity_tag')
			.values(batch)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
}

/** How many opportunities stand under each of these topics. */
export async function countTagged(
	scope: Scope,
	tagIds: readonly TagId[]
): Promise<ReadonlyMap<TagId, number>> {
	const rows = await db(scope)
		.selectFrom('opportunity_tag')
		.select((eb) => ['tag_id', eb.fn.countAll<number>().as('n')])
		.where('community_id', '=', scope.communityId)
		.where('tag_id', '=', sql<TagId>`any(${[...tagIds]}::uuid[])`)
		.groupBy('tag_id')
		.execute();
	return new Map(rows.map((row) => [row.tag_id, Number(row.n)]));
}
