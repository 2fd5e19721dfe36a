import type { ThreadMessage } from '../../components/thread.svelte';
import { sayWhen, type Telling } from './when.ts';

/** A thread as the server knows it. */
interface KnownThread {
	readonly learnerId: string;
	readonly learnerName: string;
	readonly subject: { readonly kind: string; readonly id: string };
	readonly messages: readonly {
		readonly messageId: string;
		readonly authorName: string;
		readonly words: string;
		readonly locale: string | null;
		readonly sentAt: string;
		readonly isMine: boolean;
		readonly isNew: boolean;
	}[];
	readonly total: number;
	/** Whoever looks reads no more than their own words and the learner's. */
	readonly isLimited: boolean;
	readonly readers: readonly {
		readonly personId: string;
		readonly called: string;
		readonly isLimited: boolean;
	}[];
}

/** A thread as its panel shows it. */
export interface TalkView {
	readonly kind: string;
	readonly subjectId: string;
	readonly messages: readonly (ThreadMessage & { readonly isNew: boolean })[];
	/** Messages older than those shown. */
	readonly older: number;
	/** Everyone who reads it, the learner first, but for whoever looks. */
	readonly readers: readonly string[];
	/** The family reads it too, but is not named to whoever looks. */
	readonly familyToo: boolean;
	readonly learner: string;
	/** Who reads only what the learner writes. */
	readonly limited: readonly string[];
	/** The next message's id, so that a repeated send says it once. */
	readonly newId: string;
}

interface Viewing extends Telling {
	readonly personId: string;
	readonly newId: string;
}

export function talkView(thread: KnownThread, { personId, newId, ...telling }: Viewing): TalkView {
	const others = thread.readers.filter((reader) => reader.personId !== personId);
	const learner = thread.learnerId === personId ? [] : [thread.learnerName];
	return {
		kind: thread.subject.kind,
		subjectId: thread.subject.id,
		messages: thread.messages.map((message) => ({
			id: message.messageId,
			who: message.authorName,
			mine: message.isMine,
			text: message.words,
			lang: message.locale ?? undefined,
			at: message.sentAt,
			when: sayWhen(new Date(message.sentAt), telling),
			isNew: message.isNew
		})),
		older: thread.total - thread.messages.length,
		readers: [
			...learner,
			...others.filter((reader) => !reader.isLimited).map(({ called }) => called)
		],
		familyToo: thread.isLimited,
		learner: thread.learnerName,
		limited: others.filter((reader) => reader.isLimited).map(({ called }) => called),
		newId
	};
}
