import * as v from 'valibot';
import { actorId, mayFor, self, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules } from '../../agency/index.ts';
import { answerWishes as mayAnswerWishes } from '../organiser.policy.ts';
import type { WeekId } from '../organiser.tables.ts';
import { lockWishLists, updateWishLists, type WishListRow } from '../wish.store.ts';
import { seenField } from './seen-field.ts';

export const answerWishesInput = v.object({
	weekId: idField<WeekId>(),
	'learnerIds[]': v.pipe(v.array(idField<PersonId>()), v.minLength(1), v.maxLength(500)),
	answer: v.picklist(['agree', 'talk']),
	words: optionalWordsField(300),
	seenAt: seenField()
});
export type AnswerWishesInput = v.InferOutput<typeof answerWishesInput>;

export interface AnsweredWishes {
	readonly answered: number;
	/** Changed since the page was made: they wait on. */
	readonly changed: number;
}

/**
 * The other side's answer to lists that wait, one or many at once: yes, or "let's talk". What was changed since the page
 * was made is left for another look.
 */
export async function answerWishes(
	scope: Scope,
	{ weekId, 'learnerIds[]': learnerIds, answer, words, seenAt }: AnswerWishesInput
): Promise<
	Result<
		AnsweredWishes,
		Failure<'organiser.not-found' | 'organiser.words-missing' | 'organiser.stale'>
	>
> {
	const lists = await lockWishLists(scope, weekId, learnerIds);
	const isWhole = lists.length === new Set(learnerIds).size;
	if (!isWhole || !lists.every((list) => mayAnswer(scope, list))) {
		return fail('organiser.not-found');
	}
	if (
		answer === 'talk' &&
		words === null &&
		lists.some(({ learner_id: id }) => id !== actorId(scope))
	)
		return fail('organiser.words-missing', 'words');
	const state = answer === 'agree' ? 'in-force' : 'talk';
	const due = lists.filter((list) => list.state !== state);
	const seen = due.filter((list) => canTake(scope, list, answer) && wasSeen(list, seenAt));
	if (due.length > 0 && seen.length === 0) return fail('organiser.stale');
	await updateWishLists(
		scope,
		weekId,
		seen.map(({ learner_id }) => learner_id),
		{ state, answered_by: actorId(scope), answered_at: scope.now, words }
	);
	for (const list of seen) await record(scope, list, state);
	return ok({ answered: seen.length, changed: due.length - seen.length });
}

/** A list by the learner is answered by an adult, one by an adult by the learner. */
const mayAnswer = (scope: Scope, list: WishListRow): boolean =>
	mayFor(
		scope.actor,
		list.saved_by === list.learner_id ? mayAnswerWishes : [self],
		list.learner_id
	);

const wasSeen = (list: WishListRow, seenAt: Date | null): boolean =>
	seenAt === null || list.saved_at <= seenAt;

const day = 86_400_000;

/** What waits can be answered; about what took effect at rung 3 an adult may ask to talk, within the agreed days. */
function canTake(scope: Scope, list: WishListRow, answer: 'agree' | 'talk'): boolean {
	if (list.state !== 'in-force') return true;
	const { talkDays } = ladderRules[list.rung];
	return answer === 'talk' && scope.now.getTime() - list.saved_at.getTime() < talkDays * day;
}

async function record(scope: Scope, list: WishListRow, state: 'in-force' | 'talk'): Promise<void> {
	const { learner_id: learnerId, rung, saved_by: initiatorId } = list;
	await recordDecision(scope, {
		action: 'organiser.answer-wishes',
		learnerId,
		object: { type: 'wish-list', id: list.week_id },
		changes: { state: [list.state, state] },
		...(state === 'in-force' && {
			ladder: { kind: 'time', decided: ladderRules[rung].decided, rung, initiatorId }
		})
	});
}
