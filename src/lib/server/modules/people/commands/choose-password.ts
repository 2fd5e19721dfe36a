import * as v from 'valibot';
import { hasRole, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	checkPassword,
	findAccountOfPerson,
	hashPassword,
	setPasswordHash,
	type AccountView,
	type PasswordError
} from '../../../platform/auth/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';

export const choosePasswordInput = v.object({ password: v.pipe(v.string(), v.maxLength(128)) });

/** The person's own new password, after a one-time code; ends all of their visits, this one too. */
export async function choosePassword(
	scope: Scope,
	{ password }: v.InferOutput<typeof choosePasswordInput>
): Promise<Result<AccountView, PasswordError | Failure<'people.not-found'>>> {
	const { personId } = personOf(scope);
	const account = await findAccountOfPerson(scope.tx, scope.communityId, personId);
	// Only after a code: whoever finds a screen left open cannot take the account over.
	if (!account?.mustChangePassword) return fail('people.not-found');
	const isGood = checkPassword(password, account.username);
	if (!isGood.ok) return isGood;
	await setPasswordHash(scope.tx, account.userId, await hashPassword(password), false, scope.now);
	await recordDecision(scope, {
		action: 'people.choose-password',
		learnerId: hasRole(scope.actor, 'learner') ? personId : null,
		object: { type: 'person', id: personId }
	});
	return ok(account);
}
