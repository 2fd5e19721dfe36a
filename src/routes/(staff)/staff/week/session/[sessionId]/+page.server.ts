import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	getRoll,
	listMissing,
	listSitePeople,
	markAllHere,
	markAllHereInput,
	markRoll,
	markRollInput,
	readRollKey,
	rollKeyText,
	unmarkRoll,
	unmarkRollInput,
	type SessionId
} from '#lib/server/modules/organiser/index.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { sayDay } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** The roll of one session, or of supervised study in one period. Seven statements at most. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	locals.actor();
	// What names no roll costs the same statement as a stranger's.
	const key = readRollKey(params.sessionId) ?? {
		kind: 'session' as const,
		sessionId: newUuid<SessionId>(locals.app.clock.now())
	};
	const found = await locals.read(async (scope) => {
		const roll = await getRoll(scope, key);
		if (!roll) return null;
		return {
			...roll,
			today: scope.today,
			missing: await listMissing(scope),
			learners: await listSitePeople(scope, roll.head.siteId, 'learners')
		};
	});
	if (!found) error(404);
	const { head, rows, today, missing, learners } = found;
	const onRoll = new Set<PersonId>(rows.map(({ learnerId }) => learnerId));
	return {
		roll: rollKeyText(key),
		title: head.title,
		weekId: head.weekId,
		room: head.room,
		adult: head.adult,
		when: sayDay(head.day, locals.locale),
		period: head.periodName,
		from: head.startsAt.slice(0, 5),
		to: head.endsAt.slice(0, 5),
		isAhead: head.day > today,
		study:
			head.sessionId === null
				? null
				: rollKeyText({
						kind: 'study',
						weekId: head.weekId,
						day: head.day,
						periodId: head.periodId
					}),
		rows,
		missing: missing.map(({ learnerId, called, periodName, why, lastSeen, title }) => ({
			learnerId,
			called,
			periodName,
			why,
			lastSeen,
			title
		})),
		others: learners
			.filter(({ personId }) => !onRoll.has(personId))
			.map(({ personId, fullName }) => ({ value: personId, text: fullName })),
		undo: url.searchParams.get('undo')
	};
};

const back = (event: RequestEvent, undo: readonly string[] = []) =>
	redirect(
		303,
		`${event.url.pathname}${undo.length > 0 ? `?${new URLSearchParams({ undo: undo.join(' ') })}` : ''}`
	);

export const actions: Actions = {
	mark: async (event) => {
		const answer = await answerForm(event, markRollInput, markRoll);
		return answer.refusal ?? back(event, [answer.value.learnerId]);
	},
	all: async (event) => {
		const answer = await answerForm(event, markAllHereInput, markAllHere);
		return answer.refusal ?? back(event, answer.value.learnerIds);
	},
	unmark: async (event) =>
		(await answerForm(event, unmarkRollInput, unmarkRoll)).refusal ?? back(event)
};
