import { error } from '@sveltejs/kit';
import {
	closePictureWindow,
	getClassPage,
	groupInput,
	issueCode,
	issuePicture,
	openPictureWindow,
	personInput
} from '#lib/server/modules/people/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { qrOf } from '#lib/server/platform/http/qr.ts';
import { isUuid, toId, type GroupId } from '#lib/server/platform/ids.ts';
import { dateFormat } from '#lib/ui/patterns/date-format.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!isUuid(params.groupId)) error(404);
	const groupId = toId<GroupId>(params.groupId);
	const { app, locale, signedIn } = locals;
	const found = await locals.read((scope) => getClassPage(scope, groupId, app.auth.windowCodes));
	if (!found) error(404);
	const { window, ...page } = found;
	const address = window && `${app.config.origin ?? url.origin}/sign-in/class/${window.code}`;
	const clock = dateFormat(locale, {
		timeStyle: 'short',
		timeZone: signedIn?.timeZone ?? 'UTC'
	});
	return {
		...page,
		window: window &&
			address && {
				code: window.code,
				closesAt: clock.format(window.closesAt),
				address,
				qr: qrOf(address)
			}
	};
};

export const actions: Actions = {
	open: async (event) => {
		const { windowCodes } = event.locals.app.auth;
		const { refusal } = await answerForm(event, groupInput, (scope, input) =>
			openPictureWindow(scope, input, windowCodes)
		);
		return refusal ?? redirect(303, event.url.pathname);
	},
	close: async (event) => {
		const { refusal } = await answerForm(event, groupInput, closePictureWindow);
		return refusal ?? redirect(303, event.url.pathname);
	},
	/** What is issued is shown in this answer alone: it is kept nowhere. */
	picture: async (event) => {
		const answer = await answerForm(event, personInput, issuePicture);
		return answer.refusal ?? { picture: answer.value };
	},
	code: async (event) => {
		const answer = await answerForm(event, personInput, issueCode);
		return answer.refusal ?? { code: answer.value };
	}
};
