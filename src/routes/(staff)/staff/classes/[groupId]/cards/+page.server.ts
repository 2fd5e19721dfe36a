import { error } from '@sveltejs/kit';
import { getClassPage, issueCards, issueCardsInput } from '#lib/server/modules/people/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { qrOf } from '#lib/server/platform/http/qr.ts';
import { isUuid, toId, type GroupId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!isUuid(params.groupId)) error(404);
	const groupId = toId<GroupId>(params.groupId);
	const { windowCodes } = locals.app.auth;
	const found = await locals.read((scope) => getClassPage(scope, groupId, windowCodes));
	if (!found) error(404);
	return {
		groupId,
		name: found.name,
		people: found.people.filter(({ username }) => username !== null)
	};
};

export const actions: Actions = {
	/** New secrets for whoever is ticked; they are shown in this answer alone, to be printed. */
	default: async (event) => {
		const answer = await answerForm(event, issueCardsInput, issueCards);
		if (answer.refusal) return answer.refusal;
		const { origin } = event.locals.app.config;
		const site = origin ?? event.url.origin;
		const cards = answer.value.map((card) => ({
			...card,
			qr: card.kind === 'card' ? qrOf(`${site}/sign-in/card#${card.code}`) : null
		}));
		return { cards, address: `${site}/sign-in/code` };
	}
};
