import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, rungsOf } from '../../agency/index.ts';
import { ageBandOf } from '../../people/index.ts';
import { deleteCompany, findCompanyContext, insertCompany, lockCompany } from '../company.store.ts';
import { sayWishes } from '../organiser.policy.ts';
import type { Standing } from '../organiser.tables.ts';
import { standingOf } from '../wishes.ts';

export const sayCompanyInput = v.object({
	learnerId: idField<PersonId>(),
	otherId: idField<PersonId>()
});
export type SayCompanyInput = v.InferOutput<typeof sayCompanyInput>;

/** So many names at most: a group cannot be made for everybody's whole list. */
export const mostCompany = 3;

/** With whom a learner would like to be, out of their own home group and classes; it counts when both say it. */
export async function sayCompany(
	scope: Scope,
	{ learnerId, otherId }: SayCompanyInput
): Promise<
	Result<{ readonly state: Standing }, Failure<'organiser.not-found' | 'organiser.enough-company'>>
> {
	if (!mayFor(scope.actor, sayWishes, learnerId)) return fail('organiser.not-found');
	const context = await findCompanyContext(scope, learnerId, otherId);
	if (!context?.isAmong) return fail('organiser.not-found');
	const said = await lockCompany(scope, learnerId);
	const known = said.find(({ other_id }) => other_id === otherId);
	if (known) return ok({ state: known.state });
	if (said.length >= mostCompany) return fail('organiser.enough-company', 'otherId');
	const { personId } = personOf(scope);
	const { company: rung } = await rungsOf(scope, learnerId, ageBandOf(context, scope.today));
	const side = personId === learnerId ? 'learner' : 'adult';
	const state = standingOf({ rung, side, options: context.options });
	const row = { learner_id: learnerId, other_id: otherId, rung, state, said_by: personId };
	if (await insertCompany(scope, row)) {
		await recordDecision(scope, {
			action: 'organiser.say-company',
			learnerId,
			object: { type: 'company-wish', id: learnerId },
			...(state === 'in-force' && {
				ladder: {
					kind: 'company',
					decided: ladderRules[rung].decided,
					rung,
					initiatorId: personId
				}
			})
		});
	}
	return ok({ state });
}

/** The wish is gone; saying it again is one tap. */
export async function takeBackCompany(
	scope: Scope,
	{ learnerId, otherId }: SayCompanyInput
): Promise<Result<{ readonly learnerId: PersonId }, Failure<'organiser.not-found'>>> {
	if (!mayFor(scope.actor, sayWishes, learnerId)) return fail('organiser.not-found');
	if (await deleteCompany(scope, learnerId, otherId)) {
		await recordDecision(scope, {
			action: 'organiser.take-back-company',
			learnerId,
			object: { type: 'company-wish', id: learnerId }
		});
	}
	return ok({ learnerId });
}
