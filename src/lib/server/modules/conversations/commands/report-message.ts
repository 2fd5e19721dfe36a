import * as v from 'valibot';
import { may, personOf, type PersonActor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField, wordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { limitedTo, standInForLead } from '../conversations.policy.ts';
import type { MessageId, ReportId } from '../conversations.tables.ts';
import { lockMessage, type FoundMessage } from '../message.store.ts';
import { openSubject } from '../open-subject.ts';
import {
	insertReport,
	listReportRows,
	lockReport,
	setReportClosed,
	type ReportReader,
	type ReportView
} from '../report.store.ts';
import type { SubjectPorts } from '../subject.ts';

/** Whoever is limited to contact reads the learner's words and their own. */
const isHiddenFrom = (actor: PersonActor, message: FoundMessage): boolean =>
	limitedTo(actor).includes(message.learnerId) &&
	message.authorId !== message.learnerId &&
	message.authorId !== actor.personId;

type NotFound = Failure<'conversations.not-found'>;

export const reportMessageInput = v.object({
	id: idField<ReportId>(),
	messageId: idField<MessageId>(),
	words: optionalWordsField(2000)
});
export type ReportMessageInput = v.InferOutput<typeof reportMessageInput>;

/**
 * Tells the safeguarding lead about a message that one can read. Nobody else learns of it: the decision is logged
 * without the learner, so that it is in no history that a family reads.
 */
export const reportMessage =
	(ports: SubjectPorts) =>
	async (
		scope: Scope,
		{ id, messageId, words }: ReportMessageInput
	): Promise<Result<{ readonly reportId: ReportId }, NotFound>> => {
		if (scope.actor.kind !== 'person') return fail('conversations.not-found');
		const message = await lockMessage(scope, messageId);
		if (!message) return fail('conversations.not-found');
		const { kind, subjectId } = message;
		const open = await openSubject(scope, ports, { kind, id: subjectId });
		if (!open) return fail('conversations.not-found');
		const { personId } = scope.actor;
		if (isHiddenFrom(scope.actor, message)) {
			return fail('conversations.not-found');
		}
		const isNew = await insertReport(scope, {
			reportId: id,
			messageId,
			reportedBy: personId,
			words
		});
		if (isNew) {
			await recordDecision(scope, {
				action: 'conversations.report-message',
				learnerId: null,
				object: { type: 'report', id }
			});
		}
		return ok({ reportId: id });
	};

/** As whom the acting person asks for reports. */
function readerOf(scope: Scope): ReportReader {
	const { personId } = personOf(scope);
	return { personId, isLeader: may(scope.actor, standInForLead) };
}

/**
 * Reports for the safeguarding lead, open ones first; for leaders where no lead is named or a lead is reported; none for
 * anybody else, nor about one's own words.
 */
export const listReports = (scope: Scope, limit = 50): Promise<readonly ReportView[]> =>
	listReportRows(scope, readerOf(scope), limit);

export const closeReportInput = v.object({
	reportId: idField<ReportId>(),
	words: wordsField(2000)
});
export type CloseReportInput = v.InferOutput<typeof closeReportInput>;

/** The lead writes down what was done, which closes the report. */
export async function closeReport(
	scope: Scope,
	{ reportId, words }: CloseReportInput
): Promise<
	Result<
		{ readonly reportId: ReportId },
		Failure<'conversations.not-found' | 'conversations.closed-already'>
	>
> {
	if (scope.actor.kind !== 'person') return fail('conversations.not-found');
	const report = await lockReport(scope, reportId, readerOf(scope));
	if (!report) return fail('conversations.not-found');
	if (report.closedAt) return fail('conversations.closed-already');
	await setReportClosed(scope, reportId, scope.actor.personId, words);
	await recordDecision(scope, {
		action: 'conversations.close-report',
		learnerId: null,
		object: { type: 'report', id: reportId }
	});
	return ok({ reportId });
}
