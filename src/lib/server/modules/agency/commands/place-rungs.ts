import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision, type DecisionKind } from '../../../platform/audit/index.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { placeLearner } from '../agency.policy.ts';
import type { Rung } from '../ladder.ts';
import { insertRungs } from '../ladder.store.ts';

export interface PlaceRungsInput {
	readonly learnerId: PersonId;
	readonly kind: DecisionKind;
	readonly rung: Rung;
	readonly since: Date;
	/** In the words that both sides agreed on. */
	readonly why: string;
	readonly agreedBy: readonly PersonId[];
}

/** Writes down rungs agreed elsewhere or before (a story, an import); by the system alone. */
export async function placeRungs(
	scope: Scope,
	placements: readonly PlaceRungsInput[]
): Promise<Result<{ readonly placed: number }, Failure<'agency.not-found'>>> {
	if (!may(scope.actor, placeLearner)) return fail('agency.not-found');
	await insertRungs(
		scope,
		placements.map(({ learnerId, kind, rung, since, why, agreedBy }) => ({
			learner_id: learnerId,
			kind,
			rung,
			since,
			why,
			agreed_by: agreedBy,
			look_again_on: null
		}))
	);
	for (const { learnerId, kind, rung } of placements) {
		await recordDecision(scope, {
			action: 'agency.place-rung',
			learnerId,
			object: { type: 'rung', id: learnerId },
			changes: { [kind]: [null, rung] }
		});
	}
	return ok({ placed: placements.length });
}
