import type { Scope } from '../../platform/access/index.ts';
import { inBatches } from '../../platform/db/in-batches.ts';
import type { GroupId, PersonId } from '../../platform/ids.ts';
import type { PeopleTables } from './people.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PeopleTables>();

/** What of a roster is here already: people and groups by the other system's ids, and the keys of how they hang together. */
export interface RosterKeys {
	readonly people: ReadonlyMap<string, PersonId>;
	readonly groups: ReadonlyMap<string, GroupId>;
	/** `person role site` of memberships, `group person part` of members, `kind adult learner group` of relationships. */
	readonly links: ReadonlySet<string>;
}

/** The key of a link, as `RosterKeys.links` holds it. */
export const linkKey = (...parts: readonly (string | null)[]): string => parts.join(' ');

export async function readRosterKeys(scope: Scope): Promise<RosterKeys> {
	const { communityId } = scope;
	const people = await db(scope)
		.selectFrom('person')
		.select(['person_id', 'source_id'])
		.where('community_id', '=', communityId)
		.where('source_id', 'is not', null)
		.execute();
	const groups = await db(scope)
		.selectFrom('learner_group')
		.select(['group_id', 'source_id'])
		.where('community_id', '=', communityId)
		.where('source_id', 'is not', null)
		.execute();
	const memberships = await db(scope)
		.selectFrom('membership')
		.select(['person_id', 'role', 'site_id'])
		.where('community_id', '=', communityId)
		.execute();
	const members = await db(scope)
		.selectFrom('group_member')
		.select(['group_id', 'person_id', 'part'])
		.where('community_id', '=', communityId)
		.execute();
	const relationships = await db(scope)
		.selectFrom('relationship')
		.select(['kind', 'adult_id', 'learner_id', 'group_id'])
		.where('community_id', '=', communityId)
		.execute();
	return {
		people: new Map(people.map((row) => [row.source_id ?? '', row.person_id])),
		groups: new Map(groups.map((row) => [row.source_id ?? '', row.group_id])),
		links: new Set([
			...memberships.map((row) => linkKey(row.person_id, row.role, row.site_id)),
			...members.map((row) => linkKey(row.group_id, row.person_id, row.part)),
			...relationships.map((row) => linkKey(row.kind, row.adult_id, row.learner_id, row.group_id))
		])
	};
}

export interface NewEquityAttribute {
	readonly personId: PersonId;
	readonly attribute: string;
	readonly value: string;
}

/** Keeps equity attributes apart, bound to their purpose; no teaching page reads them. */
export const insertEquityAttributes = (
	scope: Scope,
	attributes: readonly NewEquityAttribute[]
): Promise<void> =>
	inBatches(attributes, 5, (batch) =>
		db(scope)
			.insertInto('equity_attribute')
			.values(
				batch.map(({ personId, attribute, value }) => ({
					community_id: scope.communityId,
					person_id: personId,
					attribute,
					value,
					purpose: 'equity'
				}))
			)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
