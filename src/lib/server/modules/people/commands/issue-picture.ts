import type * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	drawPictures,
	endSessions,
	findAccountOfPerson,
	plainPictures,
	replaceSecret,
	type SignInPicture
} from '../../../platform/auth/index.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { reissueSignIn } from '../people.policy.ts';
import { findLearner } from '../people.store.ts';
import { usesPictures } from '../visitor.ts';
import type { personInput } from './issue-code.ts';

/** Three drawings in their order, to be shown to the child once and remembered. */
export interface IssuedPicture {
	readonly personId: PersonId;
	readonly pictures: readonly SignInPicture[];
}

/** Gives a young child new secret pictures; visits under the old ones end, and so do the tries in vain. */
export async function issuePicture(
	scope: Scope,
	{ personId }: v.InferOutput<typeof personInput>
): Promise<Result<IssuedPicture, Failure<'people.not-found' | 'people.not-young'>>> {
	const { communityId, now } = scope;
	const isMine = mayFor(scope.actor, reissueSignIn, personId);
	const learner = await findLearner(scope, isMine ? 'everyone' : new Set(), personId);
	const account = await findAccountOfPerson(scope.tx, communityId, personId);
	if (!learner || !account) return fail('people.not-found');
	if (!usesPictures(learner.band)) return fail('people.not-young');
	const pictures = drawPictures();
	const secret = {
		communityId,
		personId,
		kind: 'picture',
		plain: plainPictures(pictures)
	} as const;
	await replaceSecret(scope.tx, { ...secret, madeBy: actorId(scope), expiresAt: null }, now);
	await endSessions(scope.tx, communityId, personId);
	await recordDecision(scope, {
		action: 'people.issue-picture',
		learnerId: personId,
		object: { type: 'person', id: personId }
	});
	return ok({ personId, pictures });
}
