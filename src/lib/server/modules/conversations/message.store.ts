import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { ConversationTables, MessageId, ThreadId } from './conversations.tables.ts';
import type { Subject, SubjectId, SubjectKind } from './subject.ts';

const db = (scope: Scope) => scope.tx.$extendTables<ConversationTables>();

/** Opens the subject's thread where there is none, and takes the next place in it under the row's lock. */
export async function takePlace(
	scope: Scope,
	{ kind, id }: Subject,
	learnerId: PersonId
): Promise<{ readonly threadId: ThreadId; readonly position: number }> {
	await db(scope)
		.insertInto('thread')
		.values({
			community_id: scope.communityId,
			thread_id: scope.newId<ThreadId>(),
			learner_id: learnerId,
			subject_type: kind,
			subject_id: id,
			started_at: scope.now,
			last_position: 0
		})
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'subject_type', 'subject_id']).doNothing()
		)
		.execute();
	const place = await db(scope)
		.updateTable('thread')
		.set((eb) => ({ last_position: eb('last_position', '+', 1) }))
		.where('community_id', '=', scope.communityId)
		.where('subject_type', '=', kind)
		.where('subject_id', '=', id)
		.returning(['thread_id as threadId', 'last_position as position'])
		.executeTakeFirstOrThrow();
	return place;
}

export interface NewMessage {
	readonly messageId: MessageId;
	readonly threadId: ThreadId;
	readonly position: number;
	readonly authorId: PersonId;
	readonly words: string;
	readonly locale: string | null;
}

/** Adds a message; one whose id is known (a repeated send) stays as it is. Answers whether it was new. */
export async function insertMessage(scope: Scope, message: NewMessage): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('message')
		.values({
			community_id: scope.communityId,
			message_id: message.messageId,
			thread_id: message.threadId,
			position: message.position,
			author_id: message.authorId,
			words: message.words,
			locale: message.locale,
			sent_at: scope.now,
			removed_at: null
		})
		.onConflict((conflict) => conflict.columns(['community_id', 'message_id']).doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** A message with what its thread hangs on. */
export interface FoundMessage {
	readonly messageId: MessageId;
	readonly threadId: ThreadId;
	readonly authorId: PersonId;
	readonly removedAt: Date | null;
	readonly kind: SubjectKind;
	readonly subjectId: SubjectId;
	readonly learnerId: PersonId;
}

/** The message, locked; undefined where there is none. */
export async function lockMessage(
	scope: Scope,
	messageId: MessageId
): Promise<FoundMessage | undefined> {
	return db(scope)
		.selectFrom('message')
		.innerJoin('thread', (join) =>
			join
				.onRef('thread.thread_id', '=', 'message.thread_id')
				.on('thread.community_id', '=', scope.communityId)
		)
		.select([
			'message.message_id as messageId',
			'message.thread_id as threadId',
			'message.author_id as authorId',
			'message.removed_at as removedAt',
			'thread.subject_type as kind',
			'thread.subject_id as subjectId',
			'thread.learner_id as learnerId'
		])
		.where('message.community_id', '=', scope.communityId)
		.where('message.message_id', '=', messageId)
		.forUpdate('message')
		.executeTakeFirst();
}

export async function setMessageRemoved(
	scope: Scope,
	messageId: MessageId,
	removedAt: Date | null
): Promise<void> {
	await db(scope)
		.updateTable('message')
		.set({ removed_at: removedAt })
		.where('community_id', '=', scope.communityId)
		.where('message_id', '=', messageId)
		.execute();
}
