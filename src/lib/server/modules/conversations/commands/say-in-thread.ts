import * as v from 'valibot';
import { personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { MessageId, ThreadId } from '../conversations.tables.ts';
import { insertMessage, takePlace } from '../message.store.ts';
import { openSubject } from '../open-subject.ts';
import { subjectKinds, type SubjectId, type SubjectPorts } from '../subject.ts';

export const sayInThreadInput = v.object({
	/** The new message's id, from the form, so that a repeated send says it once. */
	id: idField<MessageId>(),
	kind: v.picklist(subjectKinds),
	/** The goal, work or proposal; for `home` the learner. */
	subjectId: idField<SubjectId>(),
	words: wordsField(4000),
	locale: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))))
});
export type SayInThreadInput = v.InferOutput<typeof sayInThreadInput>;

export interface Said {
	readonly messageId: MessageId;
	readonly threadId: ThreadId;
	readonly learnerId: PersonId;
}

/** Says something in the thread of a subject, which begins with its first message. */
export const sayInThread =
	(ports: SubjectPorts) =>
	async (
		scope: Scope,
		{ id, kind, subjectId, words, locale }: SayInThreadInput
	): Promise<Result<Said, Failure<'conversations.not-found'>>> => {
		if (scope.actor.kind !== 'person') return fail('conversations.not-found');
		const subject = { kind, id: subjectId };
		const open = await openSubject(scope, ports, subject);
		if (!open) return fail('conversations.not-found');
		const { learnerId } = open;
		const place = await takePlace(scope, subject, learnerId);
		const authorId = personOf(scope).personId;
		const isNew = await insertMessage(scope, {
			...place,
			messageId: id,
			authorId,
			words,
			locale: locale ?? null
		});
		if (isNew) {
			await recordDecision(scope, {
				action: 'conversations.say',
				learnerId,
				object: { type: 'thread', id: place.threadId }
			});
		}
		return ok({ messageId: id, threadId: place.threadId, learnerId });
	};
