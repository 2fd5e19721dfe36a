import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, rungsOf, type Rung } from '../../agency/index.ts';
import { ageBandOf } from '../../people/index.ts';
import { sayWishes } from '../organiser.policy.ts';
import type { OfferId, Standing, WeekId } from '../organiser.tables.ts';
import {
	findWishContext,
	listRanked,
	openWishList,
	replaceRanked,
	updateWishLists,
	type WishContext,
	type WishListRow
} from '../wish.store.ts';
import { ageOf, fitsAge, isLate, seedOfList, standingOf, type Said } from '../wishes.ts';
import { seenField } from './seen-field.ts';

const idsOfText = v.pipe(
	v.string(),
	v.transform((text) => [...new Set(text.split(' ').filter((id) => id !== ''))]),
	v.array(idField<OfferId>()),
	v.maxLength(40)
);

export const saveWishesInput = v.object({
	weekId: idField<WeekId>(),
	learnerId: idField<PersonId>(),
	/** The whole list as it stands: ids with spaces between, first choice first. */
	list: v.pipe(v.optional(v.string(), ''), idsOfText),
	/** The list that this one was made from, where it was kept on a device for a while. */
	base: v.optional(v.pipe(v.string(), idsOfText)),
	seenAt: seenField()
});
export type SaveWishesInput = v.InferOutput<typeof saveWishesInput>;

export interface SavedWishes {
	readonly state: Standing;
	/** After the time for wishes: kept and shown to who makes the week, to be repaired in. */
	readonly isLate: boolean;
	readonly savedAt: Date;
	readonly count: number;
}

export type SaveWishesFailure = Failure<
	| 'organiser.not-found'
	| 'organiser.not-open'
	| 'organiser.too-many-wishes'
	| 'organiser.adult-decides'
	| 'organiser.stale'
>;

/**
 * What a learner would choose this week, as it stands after each tap. The same person's later save wins; an adult who has
 * not seen what the learner said since is refused, so that nothing of anybody's is lost. So is a list that a device kept while
 * the line was down, where another one was said meanwhile.
 */
export async function saveWishes(
	scope: Scope,
	{ weekId, learnerId, list: offerIds, base, seenAt }: SaveWishesInput
): Promise<Result<SavedWishes, SaveWishesFailure>> {
	if (!mayFor(scope.actor, sayWishes, learnerId)) return fail('organiser.not-found');
	const context = await findWishContext(scope, weekId, learnerId);
	if (!context) return fail('organiser.not-found');
	const { personId } = personOf(scope);
	const open = openTo(context);
	const { time: rung } = await rungsOf(scope, learnerId, ageBandOf(context, context.startsOn));
	const side = personId === learnerId ? 'learner' : 'adult';
	const said: Said = { rung, side, options: open.size };
	const state = standingOf(said);
	const row = { week_id: weekId, learner_id: learnerId, seed: seedOfList(weekId, learnerId) };
	const { list, isNew } = await openWishList(scope, { ...row, rung, state, saved_by: personId });
	const before = await listRanked(scope, weekId, learnerId);
	const isSame = before.join() === offerIds.join();
	if (base && !isSame && before.join() !== base.join()) return fail('organiser.stale');
	const problem = problemOf({ list, isNew, said, personId, seenAt });
	if (problem) return fail(problem);
	if (offerIds.some((id) => !open.has(id) && !before.includes(id))) {
		return fail('organiser.not-open', 'list');
	}
	if (offerIds.length > Math.max(context.mostWishes, before.length)) {
		return fail('organiser.too-many-wishes', 'list');
	}
	const isLateNow = isLate(scope.now, context.wishesUntil);
	const kept = { state, isLate: isLateNow, savedAt: scope.now, count: offerIds.length };
	if (isSame && list.saved_by === personId && !isNew) {
		const { state: stands, saved_at: savedAt } = list;
		return ok({ ...kept, state: stands, savedAt, isLate: isLate(savedAt, context.wishesUntil) });
	}
	// Rung 3 after "let's talk" is rung 2: it takes effect when both agree.
	const stands = list.state === 'talk' && side === 'learner' ? standsAfterTalk(rung, state) : state;
	await replaceRanked(scope, { weekId, learnerId }, offerIds);
	await updateWishLists(scope, weekId, [learnerId], {
		rung,
		state: stands,
		saved_at: scope.now,
		saved_by: personId,
		answered_by: null,
		answered_at: null,
		// What an adult says answers "I'd like something else".
		...(side === 'adult' && { other_words: null, other_asked_at: null })
	});
	const counts =
		stands === 'in-force' && (isNew || list.state !== stands || !isSameSide(list, side));
	await recordDecision(scope, {
		action: 'organiser.save-wishes',
		learnerId,
		object: { type: 'wish-list', id: weekId },
		changes: {
			count: [before.length, offerIds.length],
			state: [isNew ? null : list.state, stands]
		},
		...(counts && {
			ladder: { kind: 'time', decided: ladderRules[rung].decided, rung, initiatorId: personId }
		})
	});
	return ok({ ...kept, state: stands });
}

const standsAfterTalk = (rung: Rung, state: Standing): Standing => (rung === 3 ? 'waiting' : state);

const isSameSide = (list: WishListRow, side: Said['side']): boolean =>
	(list.saved_by === list.learner_id) === (side === 'learner');

/** The offers that are for this learner's age in that week. */
function openTo(context: WishContext): ReadonlySet<OfferId> {
	const age = ageOf(context, context.startsOn);
	return new Set(
		context.offers.filter((offer) => fitsAge(offer, age)).map(({ offerId }) => offerId)
	);
}

interface Saving {
	readonly list: WishListRow;
	readonly isNew: boolean;
	readonly said: Said;
	readonly personId: PersonId;
	readonly seenAt: Date | null;
}

/** What forbids this save though the person may save: somebody else's word that stands in the way. */
function problemOf({ list, isNew, said, personId, seenAt }: Saving) {
	if (isNew || list.saved_by === personId || list.saved_by === null) return null;
	if (said.side === 'adult') {
		return seenAt && list.saved_at <= seenAt ? null : ('organiser.stale' as const);
	}
	return said.rung === 0 && list.state === 'in-force' ? ('organiser.adult-decides' as const) : null;
}
