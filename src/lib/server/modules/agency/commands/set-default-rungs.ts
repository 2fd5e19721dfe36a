import * as v from 'valibot';
import { ageBands, may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { setDefaults } from '../agency.policy.ts';
import { rungs, type Rung } from '../ladder.ts';
import { upsertDefaults } from '../ladder.store.ts';
import { defaultRungs } from '../queries.ts';

/** A rung as a form sends it: a digit. */
const rungField = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(Number),
	v.custom<Rung>((value) => rungs.some((rung) => rung === value))
);

export const setDefaultRungsInput = v.object({
	band: v.picklist(ageBands),
	goal: rungField,
	activity: rungField,
	demonstration: rungField,
	time: rungField,
	company: rungField,
	assessment: rungField,
	audience: rungField
});
export type SetDefaultRungsInput = v.InferOutput<typeof setDefaultRungsInput>;

/** Sets what learners of an age band start from; rungs agreed with single learners stay. */
export async function setDefaultRungs(
	scope: Scope,
	{ band, ...wanted }: SetDefaultRungsInput
): Promise<Result<{ readonly changed: number }, Failure<'agency.not-found'>>> {
	if (!may(scope.actor, setDefaults)) return fail('agency.not-found');
	const before: Readonly<Record<string, Rung>> = (await defaultRungs(scope))[band];
	await upsertDefaults(scope, band, wanted);
	const changes = Object.entries(wanted).filter(([kind, rung]) => before[kind] !== rung);
	if (changes.length === 0) return ok({ changed: 0 });
	await recordDecision(scope, {
		action: 'agency.set-default-rungs',
		learnerId: null,
		object: { type: 'ladder-default', id: scope.communityId },
		changes: Object.fromEntries(
			changes.map(([kind, rung]) => [`${band} ${kind}`, [before[kind], rung] as const])
		)
	});
	return ok({ changed: changes.length });
}
