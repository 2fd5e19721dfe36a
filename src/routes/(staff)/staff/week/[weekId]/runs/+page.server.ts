import { error, redirect } from '@sveltejs/kit';
import {
	getRuns,
	startRun,
	startRunInput,
	type RunId,
	type WeekId
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const load: PageServerLoad = async ({ locals, params }) => {
	const now = locals.app.clock.now();
	const found = await locals.read((scope) =>
		getRuns(scope, idInAddress<WeekId>(params.weekId, now))
	);
	if (!found) error(404);
	const { week, runs } = found;
	return {
		weekId: week.weekId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locals.locale),
		isPublished: week.state === 'published',
		publishedRunId: week.publishedRunId,
		runs: runs.map(({ runId, name, state, seconds, spentMs, levels, askedBy, hasPlan }) => ({
			runId,
			name,
			state,
			seconds,
			spent: Math.round(spentMs / 1_000),
			missing: levels?.[0] ?? null,
			firstChoices: levels?.[4] ?? null,
			askedBy,
			hasPlan
		})),
		newName: letters[runs.length % letters.length] ?? 'A',
		newId: newUuid<RunId>(now)
	};
};

export const actions: Actions = {
	start: async (event) => {
		const answer = await answerForm(event, startRunInput, startRun);
		if (answer.refusal) return answer.refusal;
		redirect(303, `/staff/week/${answer.value.weekId}/runs/${answer.value.runId}`);
	}
};
