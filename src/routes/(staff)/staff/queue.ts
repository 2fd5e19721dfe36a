import { listHelpWaiting } from '#lib/server/modules/conversations/index.ts';
import { listOpenChallenges } from '#lib/server/modules/learner-model/index.ts';
import { getWeekToday } from '#lib/server/modules/organiser/index.ts';
import { listIdeasWaiting } from '#lib/server/modules/pathways/index.ts';
import { teachLearner } from '#lib/server/modules/people/index.ts';
import { listProposalsWaiting, reviewsAndLastAnswer } from '#lib/server/modules/plans/index.ts';
import { listAudiencesWaiting, listFeedbackWaiting } from '#lib/server/modules/portfolio/index.ts';
import { learnersFor, type Scope } from '#lib/server/platform/access/index.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import { dayWords } from './day-words.ts';
import { inOrder, whoWaits } from './queue-order.ts';
import { toSessionLines } from './session-lines.ts';
import { minutesSince, toWaitingPlan } from './waiting-plan.ts';
import { toWeekEntries } from './week-entries.ts';

/** So many are shown at once; as they are answered the next come up. */
const mostShown = 12;

const named = <T extends { readonly learnerId: PersonId; readonly learnerName: string }>(
	row: T
) => ({
	learnerId: row.learnerId,
	learnerName: row.learnerName
});

/** Everything that waits for this adult, from every module that asks something of them. Seven statements. */
async function listWaiting(scope: Scope, locale: string) {
	const { now } = scope;
	const since = (at: Date) => minutesSince(at, now);
	const [helped, proposed, given, asked, thought, challenged, week, { reviews: due, answered }] =
		await Promise.all([
			listHelpWaiting(scope),
			listProposalsWaiting(scope),
			listFeedbackWaiting(scope),
			listAudiencesWaiting(scope),
			listIdeasWaiting(scope),
			listOpenChallenges(scope),
			getWeekToday(scope),
			reviewsAndLastAnswer(scope)
		]);
	const hands = helped.map((row) => ({
		kind: row.kind,
		id: row.signalId,
		...named(row),
		words: row.words,
		minutes: since(row.madeAt)
	}));
	const plans = proposed.map((row) => {
		const plan = toWaitingPlan(row, now, locale);
		return { kind: 'plan' as const, id: row.id, ...named(row), minutes: plan.minutes, plan };
	});
	const feedback = given.map((row) => ({
		kind: 'feedback' as const,
		id: row.requestId,
		...named(row),
		artefactId: row.artefactId,
		title: row.title,
		wantsToKnow: row.wantsToKnow,
		words: row.words,
		picture: row.picture && { fileId: row.picture.fileId, alt: row.picture.alt },
		newId: newUuid(now),
		minutes: since(row.madeAt)
	}));
	const audiences = asked.flatMap((row) =>
		row.wishedAudience
			? [
					{
						kind: 'audience' as const,
						id: row.artefactId,
						...named(row),
						title: row.title,
						wished: row.wishedAudience,
						minutes: since(row.createdAt)
					}
				]
			: []
	);
	const ideas = thought.map((row) => ({
		kind: 'idea' as const,
		id: row.ideaId,
		...named(row),
		words: row.words,
		place: row.place,
		minutes: since(row.madeAt)
	}));
	const challenges = challenged.map((row) => ({
		kind: 'challenge' as const,
		id: row.challengeId,
		...named(row),
		statement: row.statement,
		words: row.words,
		newId: newUuid(now),
		minutes: since(row.madeAt)
	}));
	const { waiting, missing, sessions, time } = week;
	const { objections, wishes } = toWeekEntries(waiting, now, locale);
	const reviews = due.map((row) => ({
		kind: 'review' as const,
		id: row.goalId,
		...named(row),
		words: row.goalWords,
		on: dayWords(row.reviewOn, locale),
		minutes: 0
	}));
	const items = [
		hands,
		plans,
		feedback,
		audiences,
		ideas,
		challenges,
		objections,
		wishes,
		reviews
	].flat();
	return { items, answered, missing, sessions: toSessionLines(sessions, time) };
}

/** The queue of an adult who teaches or supports, who needs them most first. Eight statements. */
export async function loadQueue(scope: Scope, locale: string) {
	const teaches = learnersFor(scope.actor, teachLearner);
	const isMine = (learnerId: PersonId) => teaches === 'everyone' || teaches.has(learnerId);
	const { items: waiting, answered, missing, sessions } = await listWaiting(scope, locale);
	// Feedback may be asked of anyone; everything else here is about those this adult teaches.
	const mine = waiting.filter((item) => item.kind === 'feedback' || isMine(item.learnerId));
	const items = inOrder(mine);
	return {
		items: items.slice(0, mostShown),
		more: Math.max(0, items.length - mostShown),
		...whoWaits(items),
		learners: teaches === 'everyone' ? 0 : teaches.size,
		answered,
		missing,
		sessions
	};
}
export type QueueView = Awaited<ReturnType<typeof loadQueue>>;
