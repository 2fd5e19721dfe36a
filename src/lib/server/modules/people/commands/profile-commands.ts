import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import type { Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { writeProfile } from '../people.policy.ts';
import { audiences, profileKinds } from '../people.tables.ts';
import { insertProfileItems, lockProfileItem, updateProfileItem } from '../profile.store.ts';

const mostWords = 500;
type NotFound = Failure<'people.not-found'>;

export const addProfileItemInput = v.object({
	id: idField<Uuid>(),
	kind: v.picklist(profileKinds),
	words: wordsField(mostWords),
	audience: v.picklist(audiences)
});

/** The learner says something about themself; nobody says it for them. */
export async function addProfileItem(
	scope: Scope,
	input: v.InferOutput<typeof addProfileItemInput>
): Promise<Result<{ readonly itemId: Uuid }, NotFound>> {
	const learnerId = personOf(scope).personId;
	if (!mayFor(scope.actor, writeProfile, learnerId)) return fail('people.not-found');
	const { id: itemId, kind, words, audience } = input;
	const added = await insertProfileItems(scope, [{ itemId, learnerId, kind, words, audience }]);
	if (added === 0) return ok({ itemId });
	await recordDecision(scope, {
		action: 'people.add-profile-item',
		learnerId,
		object: { type: 'profile-item', id: itemId },
		ladder: { kind: 'audience', decided: 'learner', rung: null, initiatorId: learnerId },
		changes: { audience: [null, audience] }
	});
	return ok({ itemId });
}

export const changeProfileItemInput = v.object({
	itemId: idField<Uuid>(),
	words: wordsField(mostWords),
	audience: v.picklist(audiences)
});

/** Changes the words, or who may see them. */
export async function changeProfileItem(
	scope: Scope,
	{ itemId, words, audience }: v.InferOutput<typeof changeProfileItemInput>
): Promise<Result<{ readonly itemId: Uuid }, NotFound>> {
	const learnerId = personOf(scope).personId;
	const item = await lockProfileItem(scope, learnerId, itemId);
	if (!item || item.removedAt) return fail('people.not-found');
	if (item.words === words && item.audience === audience) return ok({ itemId });
	await updateProfileItem(scope, itemId, { words, audience });
	await recordDecision(scope, {
		action: 'people.change-profile-item',
		learnerId,
		object: { type: 'profile-item', id: itemId },
		...(item.audience !== audience && {
			ladder: { kind: 'audience', decided: 'learner', rung: null, initiatorId: learnerId } as const
		}),
		changes: { audience: [item.audience, audience] }
	});
	return ok({ itemId });
}

export const removeProfileItemInput = v.object({ itemId: idField<Uuid>() });

/** Takes it away, for thirty days in a way that can be undone. */
export async function removeProfileItem(
	scope: Scope,
	{ itemId }: v.InferOutput<typeof removeProfileItemInput>
): Promise<Result<{ readonly itemId: Uuid }, NotFound>> {
	return setRemoved(scope, itemId, scope.now, 'people.remove-profile-item');
}

/** The undo of taking it away. */
export async function restoreProfileItem(
	scope: Scope,
	{ itemId }: v.InferOutput<typeof removeProfileItemInput>
): Promise<Result<{ readonly itemId: Uuid }, NotFound>> {
	return setRemoved(scope, itemId, null, 'people.restore-profile-item');
}

async function setRemoved(scope: Scope, itemId: Uuid, removedAt: Date | null, action: string) {
	const learnerId = personOf(scope).personId;
	const item = await lockProfileItem(scope, learnerId, itemId);
	if (!item) return fail('people.not-found');
	if ((item.removedAt === null) === (removedAt === null)) return ok({ itemId });
	await updateProfileItem(scope, itemId, { removedAt });
	await recordDecision(scope, {
		action,
		learnerId,
		object: { type: 'profile-item', id: itemId }
	});
	return ok({ itemId });
}
