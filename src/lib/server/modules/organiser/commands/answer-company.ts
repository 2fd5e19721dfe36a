import * as v from 'valibot';
import { actorId, mayFor, self, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules } from '../../agency/index.ts';
import { lockCompany, updateCompany } from '../company.store.ts';
import { answerWishes } from '../organiser.policy.ts';
import type { Standing } from '../organiser.tables.ts';

export const answerCompanyInput = v.object({
	learnerId: idField<PersonId>(),
	otherId: idField<PersonId>(),
	answer: v.picklist(['agree', 'talk'])
});
export type AnswerCompanyInput = v.InferOutput<typeof answerCompanyInput>;

/** The other side's answer to a wish for company that waits: yes, or "let's talk". */
export async function answerCompany(
	scope: Scope,
	{ learnerId, otherId, answer }: AnswerCompanyInput
): Promise<
	Result<{ readonly state: Standing }, Failure<'organiser.not-found' | 'organiser.stale'>>
> {
	const said = (await lockCompany(scope, learnerId)).find(({ other_id }) => other_id === otherId);
	const rule = said?.said_by === learnerId ? answerWishes : [self];
	if (!said || !mayFor(scope.actor, rule, learnerId)) return fail('organiser.not-found');
	const state = answer === 'agree' ? 'in-force' : 'talk';
	if (said.state === state) return ok({ state });
	if (said.state === 'in-force') return fail('organiser.stale');
	await updateCompany(scope, said, { state, answered_by: actorId(scope) });
	const { rung, said_by: initiatorId } = said;
	await recordDecision(scope, {
		action: 'organiser.answer-company',
		learnerId,
		object: { type: 'company-wish', id: learnerId },
		changes: { state: [said.state, state] },
		...(state === 'in-force' && {
			ladder: { kind: 'company', decided: ladderRules[rung].decided, rung, initiatorId }
		})
	});
	return ok({ state });
}
