import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	messageInput,
	reportMessageInput,
	restoreMessage,
	sayInThreadInput,
	takeBackMessage,
	type ReportId
} from './modules/conversations/index.ts';
import { answerForm } from './platform/http/form.ts';
import { newUuid } from './platform/ids.ts';
import { reportMessage, sayInThread } from './talk.ts';

/** A report's id is made here: one person reports a message once, however often the button is pressed. */
const reportForm = v.omit(reportMessageInput, ['id']);

/** The page with a word about what was done, at its thread. */
function backTo(page: string, said?: string): never {
	const joined = said === undefined ? page : `${page}${page.includes('?') ? '&' : '?'}${said}`;
	redirect(303, `${joined}#talk`);
}

/** The actions of a page that shows a thread: `say`, `takeback`, `restore`, `report`; `pageOf` names where it leads back to. */
export const talkActions = (pageOf: (event: RequestEvent) => string) =>
	({
		say: async (event) =>
			(await answerForm(event, sayInThreadInput, sayInThread)).refusal ?? backTo(pageOf(event)),
		takeback: async (event) => {
			const answer = await answerForm(event, messageInput, takeBackMessage);
			return answer.refusal ?? backTo(pageOf(event), `took=${answer.value.messageId}`);
		},
		restore: async (event) =>
			(await answerForm(event, messageInput, restoreMessage)).refusal ?? backTo(pageOf(event)),
		report: async (event) =>
			(
				await answerForm(event, reportForm, (scope, input) =>
					reportMessage(scope, { ...input, id: newUuid<ReportId>(scope.now) })
				)
			).refusal ?? backTo(pageOf(event), 'told=1')
	}) satisfies Record<string, Action>;
