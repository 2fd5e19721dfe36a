import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { listNames } from '../../people/index.ts';
import { nameLead } from '../conversations.policy.ts';
import { endLead, listLeadRows, upsertLead, type LeadView } from '../report.store.ts';

export const safeguardingLeadInput = v.object({ personId: idField<PersonId>() });
export type SafeguardingLeadInput = v.InferOutput<typeof safeguardingLeadInput>;
type LeadResult = Result<SafeguardingLeadInput, Failure<'conversations.not-found'>>;

const told = (scope: Scope, personId: PersonId, action: string) =>
	recordDecision(scope, { action, learnerId: null, object: { type: 'person', id: personId } });

/** Names a person who reads reports from now on. */
export async function nameSafeguardingLead(
	scope: Scope,
	{ personId }: SafeguardingLeadInput
): Promise<LeadResult> {
	if (!may(scope.actor, nameLead)) return fail('conversations.not-found');
	if (!(await listNames(scope, [personId])).has(personId)) return fail('conversations.not-found');
	await upsertLead(scope, personId);
	await told(scope, personId, 'conversations.name-safeguarding-lead');
	return ok({ personId });
}

/** Ends this duty of a person, from the next request on. */
export async function endSafeguardingLead(
	scope: Scope,
	{ personId }: SafeguardingLeadInput
): Promise<LeadResult> {
	if (!may(scope.actor, nameLead)) return fail('conversations.not-found');
	if (!(await endLead(scope, personId))) return fail('conversations.not-found');
	await told(scope, personId, 'conversations.end-safeguarding-lead');
	return ok({ personId });
}

/** Who reads reports now: everybody here may know whom to turn to. One statement. */
export const listSafeguardingLeads = (scope: Scope): Promise<readonly LeadView[]> =>
	listLeadRows(scope);
