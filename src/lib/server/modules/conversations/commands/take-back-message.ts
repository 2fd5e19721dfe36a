import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { MessageId } from '../conversations.tables.ts';
import { lockMessage, setMessageRemoved, type FoundMessage } from '../message.store.ts';

export const messageInput = v.object({ messageId: idField<MessageId>() });
export type MessageInput = v.InferOutput<typeof messageInput>;
type MessageResult = Result<FoundMessage, Failure<'conversations.not-found'>>;

const undoable = 30 * 86_400_000;

async function ownMessage(scope: Scope, messageId: MessageId): Promise<MessageResult> {
	const message = await lockMessage(scope, messageId);
	const isOwn = scope.actor.kind === 'person' && message?.authorId === scope.actor.personId;
	return message && isOwn ? ok(message) : fail('conversations.not-found');
}

const told = (scope: Scope, { learnerId, threadId }: FoundMessage, action: string) =>
	recordDecision(scope, { action, learnerId, object: { type: 'thread', id: threadId } });

/** Takes back what one said oneself; a report of it stays with the safeguarding lead. */
export async function takeBackMessage(
	scope: Scope,
	{ messageId }: MessageInput
): Promise<MessageResult> {
	const found = await ownMessage(scope, messageId);
	if (!found.ok || found.value.removedAt) return found;
	await setMessageRemoved(scope, messageId, scope.now);
	await told(scope, found.value, 'conversations.take-back-message');
	return found;
}

/** Undo of taking back, for 30 days. */
export async function restoreMessage(
	scope: Scope,
	{ messageId }: MessageInput
): Promise<MessageResult> {
	const found = await ownMessage(scope, messageId);
	if (!found.ok || !found.value.removedAt) return found;
	if (scope.now.getTime() - found.value.removedAt.getTime() > undoable) {
		return fail('conversations.not-found');
	}
	await setMessageRemoved(scope, messageId, null);
	await told(scope, found.value, 'conversations.restore-message');
	return found;
}
