import * as v from 'valibot';
import { actorId, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { isUuid, toId, type PersonId, type Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { mayTakeRoll } from '../organiser.policy.ts';
import { rollStates } from '../organiser.tables.ts';
import { readRollKey, type RollKey } from '../roll.ts';
import {
	deleteMarks,
	findRollHead,
	isLearnerAt,
	listRoll,
	putMarks,
	type RollHead
} from '../roll.store.ts';

/** Which roll, as addresses write it. */
const rollField = v.pipe(
	v.string(),
	v.transform((text) => readRollKey(text)),
	v.custom<RollKey>((key) => key !== undefined)
);

type Refused = Failure<'organiser.not-found' | 'organiser.not-yet'>;

/** The roll as a command finds it: there, and this actor's to take. */
async function openRoll(scope: Scope, key: RollKey): Promise<RollHead | undefined> {
	const head = await findRollHead(scope, key);
	return head && mayTakeRoll(scope.actor, head) ? head : undefined;
}

/** What a decision about a whole roll names. */
const objectOf = ({ sessionId, weekId }: RollHead): { readonly type: string; readonly id: Uuid } =>
	sessionId ? { type: 'session', id: sessionId } : { type: 'week', id: weekId };

export const markRollInput = v.object({
	roll: rollField,
	learnerId: idField<PersonId>(),
	state: v.picklist(rollStates),
	/** Where, if elsewhere. */
	words: optionalWordsField(100)
});
export type MarkRollInput = v.InferOutput<typeof markRollInput>;

/** Here, not here, elsewhere: for somebody on the roll, or a learner of the site who came all the same. */
export async function markRoll(
	scope: Scope,
	{ roll, learnerId, state, words }: MarkRollInput
): Promise<Result<{ readonly learnerId: PersonId }, Refused>> {
	const head = await openRoll(scope, roll);
	if (!head || !(await isLearnerAt(scope, head.siteId, learnerId))) {
		return fail('organiser.not-found');
	}
	if (head.day > scope.today) return fail('organiser.not-yet');
	const said = state === 'elsewhere' ? words : null;
	await putMarks(scope, head, actorId(scope), [{ learnerId, state, words: said }]);
	await recordDecision(scope, {
		action: 'organiser.mark-roll',
		learnerId,
		object: objectOf(head),
		changes: { state: [null, state] }
	});
	return ok({ learnerId });
}

export const markAllHereInput = v.object({ roll: rollField });

/** Marks everybody here who is not marked yet and not known to be away; says who, for the way back. */
export async function markAllHere(
	scope: Scope,
	{ roll }: v.InferOutput<typeof markAllHereInput>
): Promise<Result<{ readonly learnerIds: readonly PersonId[] }, Refused>> {
	const head = await openRoll(scope, roll);
	if (!head) return fail('organiser.not-found');
	if (head.day > scope.today) return fail('organiser.not-yet');
	const unmarked = (await listRoll(scope, head)).filter(
		({ state, isAway }) => state === null && !isAway
	);
	const learnerIds = unmarked.map(({ learnerId }) => learnerId);
	const marks = learnerIds.map((learnerId) => ({ learnerId, state: 'here' as const, words: null }));
	await putMarks(scope, head, actorId(scope), marks);
	await recordDecision(scope, {
		action: 'organiser.mark-all-here',
		learnerId: null,
		object: objectOf(head),
		changes: { here: [0, learnerIds.length] }
	});
	return ok({ learnerIds });
}

const most = 500;

export const unmarkRollInput = v.object({
	roll: rollField,
	/** Learners' ids with spaces between. */
	learnerIds: v.pipe(
		v.string(),
		v.transform((text) =>
			text
				.split(' ')
				.filter(isUuid)
				.map(toId<PersonId>)
		),
		v.minLength(1),
		v.maxLength(most)
	)
});

/** The way back: these learners are not marked on this roll. */
export async function unmarkRoll(
	scope: Scope,
	{ roll, learnerIds }: v.InferOutput<typeof unmarkRollInput>
): Promise<Result<{ readonly count: number }, Refused>> {
	const head = await openRoll(scope, roll);
	if (!head) return fail('organiser.not-found');
	const onRoll = new Set(
		(await listRoll(scope, head))
			.filter(({ isElsewhereNow }) => !isElsewhereNow)
			.map(({ learnerId }) => learnerId)
	);
	const taken = learnerIds.filter((learnerId) => onRoll.has(learnerId));
	await deleteMarks(scope, head, taken);
	await recordDecision(scope, {
		action: 'organiser.unmark-roll',
		learnerId: taken.length === 1 ? (taken[0] ?? null) : null,
		object: objectOf(head),
		changes: { unmarked: [null, taken.length] }
	});
	return ok({ count: taken.length });
}
