import * as v from 'valibot';
import { actorId, learnersFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	drawCardCode,
	drawCode,
	listUsernames,
	plainCode,
	replaceSecrets,
	type SecretKind
} from '../../../platform/auth/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { GroupId, PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { findClass } from '../class.store.ts';
import { reissueSignIn } from '../people.policy.ts';
import { listLearners, type LearnerView } from '../people.store.ts';
import { usesPictures } from '../visitor.ts';

const list = v.pipe(v.optional(v.array(idField<PersonId>()), []), v.maxLength(100));
export const issueCardsInput = v.object({ groupId: idField<GroupId>(), 'personIds[]': list });

/** A year's card for a child; a week's code for somebody older. */
const cardDays = 370;
const codeDays = 7;

/** What is printed for one learner, shown only now: `card` is read by a tablet, `code` typed once with the username. */
export interface IssuedCard {
	readonly personId: PersonId;
	readonly called: string;
	readonly fullName: string;
	readonly username: string;
	readonly kind: 'card' | 'code';
	readonly code: string;
}

async function keep(scope: Scope, kind: SecretKind, cards: readonly IssuedCard[], days: number) {
	const { communityId, now } = scope;
	const expiresAt = new Date(now.getTime() + days * 86_400_000);
	const madeBy = actorId(scope);
	await replaceSecrets(
		scope.tx,
		cards.map(({ personId, code }) => ({
			communityId,
			personId,
			kind,
			plain: plainCode(code),
			madeBy,
			expiresAt
		})),
		now
	);
}

const cardFor = (learner: LearnerView, username: string): IssuedCard => {
	const kind = usesPictures(learner.band) ? 'card' : 'code';
	const { personId, called, fullName } = learner;
	return {
		personId,
		called,
		fullName,
		username,
		kind,
		code: kind === 'card' ? drawCardCode() : drawCode()
	};
};

/** Makes new cards for learners of a class; the cards and codes they had open nothing any more. */
export async function issueCards(
	scope: Scope,
	{ groupId, 'personIds[]': personIds }: v.InferOutput<typeof issueCardsInput>
): Promise<Result<readonly IssuedCard[], Failure<'people.not-found' | 'people.nobody-chosen'>>> {
	if (!(await findClass(scope, groupId))) return fail('people.not-found');
	const wanted = new Set(personIds);
	const mine = await listLearners(scope, learnersFor(scope.actor, reissueSignIn), { groupId });
	const chosen = mine.filter(({ personId }) => wanted.has(personId));
	if (wanted.size === 0) return fail('people.nobody-chosen', 'personIds[]');
	if (chosen.length < wanted.size) return fail('people.not-found');
	const usernames = await listUsernames(scope.tx, scope.communityId, [...wanted]);
	const cards = chosen.flatMap((learner) => {
		const username = usernames.get(learner.personId);
		return username === undefined ? [] : [cardFor(learner, username)];
	});
	await keep(
		scope,
		'card',
		cards.filter(({ kind }) => kind === 'card'),
		cardDays
	);
	await keep(
		scope,
		'code',
		cards.filter(({ kind }) => kind === 'code'),
		codeDays
	);
	for (const { personId, kind } of cards) {
		await recordDecision(scope, {
			action: kind === 'card' ? 'people.issue-card' : 'people.issue-code',
			learnerId: personId,
			object: { type: 'person', id: personId }
		});
	}
	return ok(cards);
}
