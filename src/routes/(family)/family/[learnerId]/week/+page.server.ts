import { error, redirect } from '@sveltejs/kit';
import { look } from '#lib/server/look.ts';
import {
	getOwnWeek,
	objectToCall,
	objectToCallInput
} from '#lib/server/modules/organiser/index.ts';
import { recordAccess } from '#lib/server/modules/people/index.ts';
import { toOwnWeekView } from '#lib/server/own-week-view.ts';
import { mayFor, related } from '#lib/server/platform/access/index.ts';
import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

/** One child's week, to read; what the child means to do stays the child's. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = locals.actor();
	const { locale } = locals;
	// A malformed address costs the same statements as a child of somebody else.
	const learnerId = idInAddress<PersonId>(params.learnerId, locals.app.clock.now());
	const isMine = mayFor(actor, [related('family-of')], learnerId);
	const on = url.searchParams.get('on');
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const week = await look(locals, async (scope) => {
		const nobody = newUuid<PersonId>(scope.now);
		const found = await getOwnWeek(scope, isMine ? learnerId : nobody, isSchoolDay(on) ? on : null);
		if (isMine) await recordAccess(scope, actor.personId, learnerId, 'plan', timeZone);
		return found;
	});
	if (!isMine) error(404);
	const view = week && toOwnWeekView(week, { locale, withPictures: false });
	return {
		learnerId,
		week: view && {
			...view,
			days: view.days.map((day) => ({
				...day,
				meant: [],
				blocks: day.blocks.map((block) => ({ ...block, meant: [] }))
			})),
			next: null
		}
	};
};

export const actions: Actions = {
	object: async (event) =>
		(await answerForm(event, objectToCallInput, objectToCall)).refusal ??
		redirect(303, `/family/${event.params.learnerId}/week`)
};
