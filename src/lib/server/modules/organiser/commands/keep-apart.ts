import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { insertPair, learnTogether, lockPair, updatePairEnd } from '../company.store.ts';
import { keepApart as mayKeepApart } from '../organiser.policy.ts';
import type { PairId } from '../organiser.tables.ts';

export const keepApartInput = v.object({
	id: idField<PairId>(),
	learnerId: idField<PersonId>(),
	otherId: idField<PersonId>(),
	reason: wordsField(500)
});
export type KeepApartInput = v.InferOutput<typeof keepApartInput>;

interface Pair {
	readonly pairId: PairId;
}
type NotFound = Failure<'organiser.not-found'>;

/** Two learners of one site are not put into one group, for a reason that only adults who work with either see. */
export async function keepApart(
	scope: Scope,
	{ id, learnerId, otherId, reason }: KeepApartInput
): Promise<Result<Pair, NotFound>> {
	const isMine = worksWithEither(scope, learnerId, otherId);
	if (learnerId === otherId || !isMine || !(await learnTogether(scope, learnerId, otherId))) {
		return fail('organiser.not-found');
	}
	const pair = { pair_id: id, learner_id: learnerId, other_id: otherId, reason };
	if (await insertPair(scope, { ...pair, made_by: actorId(scope) })) {
		await record(scope, 'organiser.keep-apart', id, [learnerId, otherId]);
	}
	return ok({ pairId: id });
}

export const endApartInput = v.object({ pairId: idField<PairId>() });

/** They may be in one group again. */
export const endApart = (scope: Scope, { pairId }: Pair): Promise<Result<Pair, NotFound>> =>
	setEnd(scope, pairId, 'organiser.end-apart');

/** Undo of ending it. */
export const restoreApart = (scope: Scope, { pairId }: Pair): Promise<Result<Pair, NotFound>> =>
	setEnd(scope, pairId, 'organiser.restore-apart');

async function setEnd(
	scope: Scope,
	pairId: PairId,
	action: 'organiser.end-apart' | 'organiser.restore-apart'
): Promise<Result<Pair, NotFound>> {
	const pair = await lockPair(scope, pairId);
	if (!pair || !worksWithEither(scope, pair.learner_id, pair.other_id)) {
		return fail('organiser.not-found');
	}
	const ends = action === 'organiser.end-apart';
	if ((pair.ended_at !== null) === ends) return ok({ pairId });
	await updatePairEnd(scope, pairId, ends ? scope.now : null);
	await record(scope, action, pairId, [pair.learner_id, pair.other_id]);
	return ok({ pairId });
}

const worksWithEither = ({ actor }: Scope, learnerId: PersonId, otherId: PersonId): boolean =>
	mayFor(actor, mayKeepApart, learnerId) || mayFor(actor, mayKeepApart, otherId);

/** One line for each of the two; neither line names the other. */
async function record(
	scope: Scope,
	action: string,
	pairId: PairId,
	learnerIds: readonly PersonId[]
): Promise<void> {
	for (const learnerId of learnerIds) {
		await recordDecision(scope, { action, learnerId, object: { type: 'apart-pair', id: pairId } });
	}
}
