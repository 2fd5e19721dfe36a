import { redirect } from '@sveltejs/kit';
import type { StrandId } from '#lib/server/modules/curriculum/index.ts';
import {
	recordMark,
	recordMarkInput,
	recordMarks,
	recordMarksInput,
	recordObservation,
	recordObservationInput,
	takeBackMarks,
	takeBackMarksInput
} from '#lib/server/modules/evidence/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type GroupId, type Uuid } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadClassPage, type WhichClass } from './class-page.ts';

function whichIn(query: URLSearchParams): WhichClass {
	const id = <Id extends Uuid>(name: string): Id | null => {
		const value = query.get(name);
		return isUuid(value) ? toId<Id>(value) : null;
	};
	const page = Number(query.get('page'));
	return {
		groupId: id<GroupId>('class'),
		strandId: id<StrandId>('strand'),
		page: Number.isInteger(page) && page > 0 ? page : null
	};
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const view = await locals.read((scope) =>
		loadClassPage(scope, whichIn(url.searchParams), locals.locale)
	);
	const now = locals.app.clock.now();
	return { ...view, now: now.getTime(), newId: newUuid(now) };
};

/** Back to the same class and outcomes. */
const back = ({ url }: { readonly url: URL }) => {
	const kept = ['class', 'strand', 'page'].flatMap((name) => {
		const value = url.searchParams.get(name);
		return value ? [[name, value]] : [];
	});
	const query = new URLSearchParams(kept).toString();
	redirect(303, `/staff/learners${query && `?${query}`}`);
};

export const actions: Actions = {
	/** Several learners at once, from the bar under the table. */
	observe: async (event) =>
		(await answerForm(event, recordObservationInput, recordObservation)).refusal ?? back(event),
	/** One cell without script: the button says which, the choice above says what. */
	mark: async (event) =>
		(await answerForm(event, recordMarkInput, recordMark)).refusal ?? back(event),
	/** Cells as the grid sends them by itself; it reads the answer and stays where it is. */
	marks: async (event) => {
		const answer = await answerForm(event, recordMarksInput, recordMarks);
		return answer.refusal ?? { added: answer.value.added };
	},
	undo: async (event) =>
		(await answerForm(event, takeBackMarksInput, takeBackMarks)).refusal ?? back(event),
	/** Undo from the grid, which stays where it is. */
	unmark: async (event) => {
		const answer = await answerForm(event, takeBackMarksInput, takeBackMarks);
		return answer.refusal ?? { takenBack: answer.value.takenBack };
	}
};
