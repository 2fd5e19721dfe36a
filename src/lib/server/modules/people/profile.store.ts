import type { Scope } from '../../platform/access/index.ts';
import type { PersonId, Uuid } from '../../platform/ids.ts';
import type { Audience, PeopleTables, PersonSettings, ProfileKind } from './people.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<PeopleTables>();

/** One thing a learner says about themself. */
export interface ProfileItemView {
	readonly itemId: Uuid;
	readonly kind: ProfileKind;
	readonly words: string;
	readonly audience: Audience;
}

/** What a learner says about themself, as far as these audiences reach, in the order it was written. */
export async function listProfileItems(
	scope: Scope,
	learnerId: PersonId,
	audiences: readonly Audience[]
): Promise<readonly ProfileItemView[]> {
	return db(scope)
		.selectFrom('profile_item')
		.select(['item_id as itemId', 'kind', 'words', 'audience'])
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('removed_at', 'is', null)
		.where('audience', 'in', audiences)
		.orderBy('item_id')
		.execute();
}

export interface NewProfileItem {
	readonly itemId: Uuid;
	readonly learnerId: PersonId;
	readonly kind: ProfileKind;
	readonly words: string;
	readonly audience: Audience;
}

/** Adds items; one that is there already (a repeated send) stays as it is. Returns how many were new. */
export async function insertProfileItems(
	scope: Scope,
	items: readonly NewProfileItem[]
): Promise<number> {
	if (items.length === 0) return 0;
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('profile_item')
		.values(
			items.map((item) => ({
				community_id: scope.communityId,
				item_id: item.itemId,
				learner_id: item.learnerId,
				kind: item.kind,
				words: item.words,
				audience: item.audience,
				author_id: item.learnerId,
				created_at: scope.now,
				removed_at: null
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0);
}

/** The item, locked, whether removed or not; undefined when it is not this learner's. */
export async function lockProfileItem(scope: Scope, learnerId: PersonId, itemId: Uuid) {
	return db(scope)
		.selectFrom('profile_item')
		.select(['item_id as itemId', 'kind', 'words', 'audience', 'removed_at as removedAt'])
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('item_id', '=', itemId)
		.forUpdate()
		.executeTakeFirst();
}

export async function updateProfileItem(
	scope: Scope,
	itemId: Uuid,
	change: {
		readonly words?: string;
		readonly audience?: Audience;
		readonly removedAt?: Date | null;
	}
): Promise<void> {
	await db(scope)
		.updateTable('profile_item')
		.set({
			...(change.words !== undefined && { words: change.words }),
			...(change.audience !== undefined && { audience: change.audience }),
			...(change.removedAt !== undefined && { removed_at: change.removedAt })
		})
		.where('community_id', '=', scope.communityId)
		.where('item_id', '=', itemId)
		.execute();
}

/** Writes all settings of a person; a null means "as the device or the school says". */
export async function upsertSettings(
	scope: Scope,
	personId: PersonId,
	settings: PersonSettings
): Promise<void> {
	const values = {
		locale: settings.locale,
		theme: settings.theme,
		contrast: settings.contrast,
		text_size: settings.textSize,
		spacing: settings.spacing,
		font: settings.font,
		tint: settings.tint,
		motion: settings.motion,
		reads_aloud: settings.readsAloud,
		updated_at: scope.now
	};
	await db(scope)
		.insertInto('person_setting')
		.values({ community_id: scope.communityId, person_id: personId, ...values })
		.onConflict((conflict) => conflict.columns(['community_id', 'person_id']).doUpdateSet(values))
		.execute();
}

/** An adult who opened something of the learner's, newest first. */
export interface AccessView {
	readonly adultId: PersonId;
	readonly called: string;
	readonly what: string;
	readonly day: string;
}

export async function listAccess(
	scope: Scope,
	learnerId: PersonId,
	limit = 40
): Promise<readonly AccessView[]> {
	return db(scope)
		.selectFrom('access_row')
		.innerJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'access_row.adult_id')
				.on('person.community_id', '=', scope.communityId)
		)
		.select(['person.person_id as adultId', 'person.called', 'access_row.what', 'access_row.day'])
		.where('access_row.community_id', '=', scope.communityId)
		.where('access_row.learner_id', '=', learnerId)
		.orderBy('access_row.access_id', 'desc')
		.limit(limit)
		.execute();
}
