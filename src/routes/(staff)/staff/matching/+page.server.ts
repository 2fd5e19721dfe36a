import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	confirmTags,
	confirmTagsInput,
	listTopicsToMatch,
	rejectTags,
	rejectTagsInput,
	undoTags,
	undoTagsInput,
	type TagId,
	type TagsDecided
} from '#lib/server/modules/curriculum/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

const tagIdOf = (value: string | null) => (isUuid(value) ? toId<TagId>(value) : null);

export const load: PageServerLoad = async ({ locals, url }) => {
	const { searchParams: query } = url;
	const search = (query.get('search') ?? '').trim().slice(0, 200);
	const which = { source: query.get('source'), after: tagIdOf(query.get('after')), search };
	const view = await locals.read((scope) => listTopicsToMatch(scope, which));
	if (!view) error(404);
	const decided = (query.get('decided') ?? '').split(' ').filter(isUuid).slice(0, 10);
	return { ...view, search, searchFor: query.get('for'), decided };
};

/** Back to the same source, with the way to undo what was just decided. */
function backWith({ url }: RequestEvent, { tagIds }: TagsDecided): never {
	const query = new URLSearchParams();
	const source = url.searchParams.get('source');
	if (source) query.set('source', source);
	query.set('decided', tagIds.join(' '));
	redirect(303, `${url.pathname}?${query}`);
}

export const actions: Actions = {
	confirm: async (event) => {
		const answer = await answerForm(event, confirmTagsInput, confirmTags);
		return answer.refusal ?? backWith(event, answer.value);
	},
	reject: async (event) => {
		const answer = await answerForm(event, rejectTagsInput, rejectTags);
		return answer.refusal ?? backWith(event, answer.value);
	},
	undo: async (event) => {
		const answer = await answerForm(event, undoTagsInput, undoTags);
		if (answer.refusal) return answer.refusal;
		const source = event.url.searchParams.get('source');
		redirect(303, event.url.pathname + (source ? `?source=${encodeURIComponent(source)}` : ''));
	}
};
