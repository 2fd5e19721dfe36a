import * as v from 'valibot';
import { actorId, may, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	drawCode,
	endSessions,
	findAccountOfPerson,
	plainCode,
	replaceSecret
} from '../../../platform/auth/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { isLearner } from '../class.store.ts';
import { administer, reissueSignIn } from '../people.policy.ts';

export const personInput = v.object({ personId: idField<PersonId>() });
type Input = v.InferOutput<typeof personInput>;

/** A code is for the next few days; who does not come asks again. */
const codeDays = 7;

/** One way in, once: to be read out or printed for a person who forgot, or who comes for the first time. */
export interface IssuedCode {
	readonly personId: PersonId;
	readonly username: string;
	readonly code: string;
}

/** Teachers for their own learners, administrators for anybody; earlier codes open nothing any more. */
export async function issueCode(
	scope: Scope,
	{ personId }: Input
): Promise<Result<IssuedCode, Failure<'people.not-found'>>> {
	const { communityId, now } = scope;
	const account = await findAccountOfPerson(scope.tx, communityId, personId);
	if (!account || !mayFor(scope.actor, reissueSignIn, personId)) return fail('people.not-found');
	const code = drawCode();
	const expiresAt = new Date(now.getTime() + codeDays * 86_400_000);
	const secret = { communityId, personId, kind: 'code', plain: plainCode(code) } as const;
	await replaceSecret(scope.tx, { ...secret, madeBy: actorId(scope), expiresAt }, now);
	await recordDecision(scope, {
		action: 'people.issue-code',
		learnerId: (await isLearner(scope, personId)) ? personId : null,
		object: { type: 'person', id: personId }
	});
	return ok({ personId, username: account.username, code });
}

/** Ends every visit of a person, on every device. */
export async function endVisits(
	scope: Scope,
	{ personId }: Input
): Promise<Result<{ readonly personId: PersonId }, Failure<'people.not-found'>>> {
	const account = await findAccountOfPerson(scope.tx, scope.communityId, personId);
	if (!account || !may(scope.actor, administer)) return fail('people.not-found');
	await endSessions(scope.tx, scope.communityId, personId);
	await recordDecision(scope, {
		action: 'people.end-visits',
		learnerId: (await isLearner(scope, personId)) ? personId : null,
		object: { type: 'person', id: personId }
	});
	return ok({ personId });
}
