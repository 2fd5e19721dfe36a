import { redirect } from '@sveltejs/kit';
import { listTooFew } from '#lib/server/modules/pathways/index.ts';
import { listLearners, teachLearner } from '#lib/server/modules/people/index.ts';
import {
	lastAnswer,
	listProposalsWaiting,
	listReviewsDue,
	planStatesOf
} from '#lib/server/modules/plans/index.ts';
import { learnersFor, type Scope } from '#lib/server/platform/access/index.ts';
import type { Actions, PageServerLoad } from './$types';
import { planAnswers } from '../plan-answers.ts';
import { dayWords } from '../day-words.ts';
import { toWaitingPlan } from '../waiting-plan.ts';

const reviewAhead = 14;

/** What waits in the plans of this adult's learners, what is due, and who has no goal yet, and who found too little to do. Six statements. */
async function loadPlans(scope: Scope, locale: string) {
	const learners = await listLearners(scope, learnersFor(scope.actor, teachLearner));
	const states = await planStatesOf(
		scope,
		learners.map(({ personId }) => personId)
	);
	const without = learners.filter(({ personId }) => {
		const state = states.get(personId);
		return !state || state.inForce + state.waitForAdult + state.waitForLearner === 0;
	});
	const mine = new Set(learners.map(({ personId }) => personId));
	const waiting = await listProposalsWaiting(scope);
	const reviews = await listReviewsDue(scope, { daysAhead: reviewAhead });
	return {
		learners: learners.length,
		waiting: waiting
			.filter(({ learnerId }) => mine.has(learnerId))
			.map((view) => toWaitingPlan(view, scope.now, locale)),
		reviews: reviews
			.filter(({ learnerId }) => mine.has(learnerId))
			.map((review) => ({ ...review, on: dayWords(review.reviewOn, locale) })),
		without: without.map(({ personId, called }) => ({
			personId,
			called,
			drafts: states.get(personId)?.drafts ?? 0
		})),
		tooFew: (await listTooFew(scope))
			.filter(({ learnerId }) => mine.has(learnerId))
			.map(({ learnerId, learnerName, fitting }) => ({ learnerId, learnerName, fitting })),
		answered: await lastAnswer(scope)
	};
}

export const load: PageServerLoad = ({ locals }) =>
	locals.read((scope) => loadPlans(scope, locals.locale));

export const actions: Actions = planAnswers(() => redirect(303, '/staff/plans'));
