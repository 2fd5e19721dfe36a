import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import type { PersonId, Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { OpportunityId } from '../../opportunities/index.ts';
import { lockAlternative, updateAnswer } from '../alternative.store.ts';
import { seeAlternatives } from '../pathways.policy.ts';
import type { AlternativeSetId } from '../pathways.tables.ts';

export interface PickAlternativeInput {
	readonly setId: AlternativeSetId;
	readonly opportunityId: OpportunityId;
}

/** What was picked, as a plan makes a step of it. */
export interface Picked {
	readonly learnerId: PersonId;
	readonly title: string;
	readonly minutes: number | null;
	readonly where: string | null;
	readonly goalId: Uuid | null;
	/** An adult put this choice together, with more than one option in it. */
	readonly isOffer: boolean;
	/** A guardian has to say yes before it starts, whatever the rung. */
	readonly needsGuardian: boolean;
	readonly isNew: boolean;
}

/** Marks one alternative as picked. Whether it takes effect at once is the plan's business (`takeUpAlternative`). */
export async function pickAlternative(
	scope: Scope,
	{ setId, opportunityId }: PickAlternativeInput
): Promise<Result<Picked, Failure<'pathways.not-found'>>> {
	const found = await lockAlternative(scope, setId, opportunityId);
	if (!found || !mayFor(scope.actor, seeAlternatives, found.learnerId)) {
		return fail('pathways.not-found');
	}
	const { learnerId, title, minutes, placeName, wish, madeBy, options, safetyNeeds } = found;
	const isNew = found.answer !== 'picked';
	if (isNew) {
		await updateAnswer(scope, setId, opportunityId, { answer: 'picked' });
		await recordDecision(scope, {
			action: 'pathways.pick-alternative',
			learnerId,
			object: { type: 'opportunity', id: opportunityId },
			changes: { answer: [found.answer, 'picked'] }
		});
	}
	return ok({
		learnerId,
		title,
		minutes,
		where: placeName,
		goalId: wish.kind === 'goal' ? wish.goalId : null,
		isOffer: madeBy !== null && madeBy !== learnerId && options > 1,
		needsGuardian: safetyNeeds.some((need) => /guardian.consent/i.test(need)),
		isNew
	});
}
