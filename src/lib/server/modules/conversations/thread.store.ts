import { sql, type RawBuilder } from 'kysely';
import type { RelationshipKind, Scope } from '../../platform/access/index.ts';
import { onePlan } from '../../platform/db/one-plan.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { MessageId, ThreadId } from './conversations.tables.ts';
import type { OpenSubject, Subject, SubjectId, SubjectKind } from './subject.ts';

/** One message; nested rows come as JSON, so its instant is text. */
export interface MessageView {
	readonly messageId: MessageId;
	readonly authorId: PersonId;
	readonly authorName: string;
	/** How the author stands to the learner; null for the learner, and for who no longer stands anywhere. */
	readonly authorKind: RelationshipKind | null;
	readonly words: string;
	/** BCP 47, where known. */
	readonly locale: string | null;
	readonly sentAt: string;
	readonly isMine: boolean;
	readonly isNew: boolean;
}

export interface ReaderView {
	readonly personId: PersonId;
	readonly called: string;
	readonly kind: RelationshipKind;
	/** Reads no more than their own words and the learner's. */
	readonly isLimited: boolean;
}

/** A learner with what is new in their home thread. */
export interface HomeView {
	readonly learnerId: PersonId;
	readonly called: string;
	readonly unseen: number;
}

export interface ThreadRow {
	readonly learnerName: string;
	readonly threadId: ThreadId | null;
	/** Oldest first; the newest `limit` of them. */
	readonly messages: readonly MessageView[];
	/** How many by others came since this person last looked. */
	readonly unseen: number;
	/** How many there are in all. */
	readonly total: number;
	/** The adults who can read it. */
	readonly readers: readonly ReaderView[];
	readonly homes: readonly HomeView[];
}

/** Of which learners this person reads no more than their own words and the learner's. */
interface Looking {
	readonly me: PersonId;
	readonly limitedTo: readonly PersonId[];
}

export interface WhichThread extends Looking {
	readonly subject: Subject;
	readonly open: OpenSubject;
	/** Remembers that this person has seen all of it; the statement then writes. */
	readonly marksSeen: boolean;
	readonly limit: number;
	/** Learners of whom the name and the news of the home thread are wanted too. */
	readonly homesOf: readonly PersonId[];
}

/** SQL: `me` may see what `author` writes in a thread of `learner`: all of it, or their own and the learner's words. */
const shown = (
	{ me, limitedTo }: Looking,
	learner: RawBuilder<unknown>,
	author: RawBuilder<unknown>
) =>
	sql`(${author} = ${me} or ${author} = ${learner} or ${learner} <> all(${[...limitedTo]}::uuid[]))`;

const markSeen = (scope: Scope, { subject, me }: WhichThread) => sql`
insert into thread_seen (community_id, thread_id, person_id, seen_position)
select ${scope.communityId}, t.thread_id, ${me}, t.last_position from thread t
where t.community_id = ${scope.communityId} and t.subject_type = ${subject.kind} and t.subject_id = ${subject.id}
on conflict (community_id, thread_id, person_id) do update set seen_position = excluded.seen_position
where thread_seen.seen_position < excluded.seen_position`;

/** Adults in a relationship to the learner that opens the subject, with the invited ones. */
function readersOf(scope: Scope, which: WhichThread) {
	const { subject, open } = which;
	const { communityId, now } = scope;
	const limitedToo = subject.kind === 'home' ? sql`` : sql`and not 'contact-only' = any(r.limits)`;
	return sql`select p.person_id as "personId", p.called, min(r.kind) as kind,
		bool_and('contact-only' = any(r.limits)) as "isLimited"
	from relationship r
	join person p on p.community_id = ${communityId} and p.person_id = r.adult_id
	where r.community_id = ${communityId} and r.learner_id = ${open.learnerId} and r.starts_at <= ${now}
		and (r.ends_at is null or r.ends_at > ${now}) and not 'no-contact' = any(r.limits) ${limitedToo}
		and (r.kind = any(${[...open.openTo]}::text[]) or r.adult_id = any(${[...open.alsoOpenTo]}::uuid[]))
		and (r.kind <> 'family-of' or ${shown(which, sql`r.learner_id`, sql`r.adult_id`)})
	group by p.person_id, p.called order by min(r.kind), p.called`;
}

/** How many messages by others came to each learner's home thread since `me` last looked, with their names. */
const homesOf = (scope: Scope, which: WhichThread) => sql`
select l.person_id as "learnerId", l.called, (select count(*)::int from thread h
		join message n on n.community_id = ${scope.communityId} and n.thread_id = h.thread_id
		left join thread_seen w on w.community_id = ${scope.communityId} and w.thread_id = h.thread_id and w.person_id = ${which.me}
	where h.community_id = ${scope.communityId} and h.subject_type = 'home' and h.subject_id = l.person_id
		and n.position > coalesce(w.seen_position, 0) and n.author_id <> ${which.me} and n.removed_at is null
		and ${shown(which, sql`l.person_id`, sql`n.author_id`)}) as unseen
from person l
where l.community_id = ${scope.communityId} and l.person_id = any(${[...which.homesOf]}::uuid[]) and l.status = 'active'
order by l.birth_date, l.given_name, l.person_id`;

/** A thread with its newest messages, who reads it, and what is new; empty where nobody has written yet. One statement. */
export async function findThread(scope: Scope, which: WhichThread): Promise<ThreadRow | undefined> {
	const { communityId } = scope;
	const { subject, open, me, marksSeen, limit } = which;
	const marking = marksSeen ? sql`with marked as (${markSeen(scope, which)})` : sql``;
	const { rows } = await sql<ThreadRow>`${marking}
select l.called as "learnerName", t.thread_id as "threadId",
	coalesce((select json_agg(to_json(m) order by m.position) from (
		select m.message_id as "messageId", m.position, m.author_id as "authorId", a.called as "authorName",
			(select min(r.kind) from relationship r where r.community_id = ${communityId}
				and r.learner_id = ${open.learnerId} and r.adult_id = m.author_id) as "authorKind",
			m.words, m.locale, m.sent_at as "sentAt", m.author_id = ${me} as "isMine",
			m.author_id <> ${me} and m.position > coalesce(s.seen_position, 0) as "isNew"
		from message m
		join person a on a.community_id = ${communityId} and a.person_id = m.author_id
		where m.community_id = ${communityId} and m.thread_id = t.thread_id and m.removed_at is null
			and ${shown(which, sql`t.learner_id`, sql`m.author_id`)}
		order by m.position desc limit ${limit}) m), '[]') as messages,
	(select count(*)::int from message m where m.community_id = ${communityId} and m.thread_id = t.thread_id
		and m.removed_at is null and m.author_id <> ${me} and m.position > coalesce(s.seen_position, 0)
		and ${shown(which, sql`t.learner_id`, sql`m.author_id`)}) as unseen,
	(select count(*)::int from message m where m.community_id = ${communityId} and m.thread_id = t.thread_id
		and m.removed_at is null and ${shown(which, sql`t.learner_id`, sql`m.author_id`)}) as total,
	coalesce((select json_agg(to_json(r)) from (${readersOf(scope, which)}) r), '[]') as readers,
	coalesce((select json_agg(to_json(h)) from (${homesOf(scope, which)}) h), '[]') as homes
from person l
left join thread t on t.community_id = ${communityId} and t.subject_type = ${subject.kind} and t.subject_id = ${subject.id}
left join thread_seen s on s.community_id = ${communityId} and s.thread_id = t.thread_id and s.person_id = ${me}
where l.community_id = ${communityId} and l.person_id = ${open.learnerId}`.execute(scope.tx);
	return rows[0];
}

/** A thread in a list. */
export interface ThreadLine {
	readonly threadId: ThreadId;
	readonly kind: SubjectKind;
	readonly subjectId: SubjectId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly lastAuthor: string;
	readonly lastWords: string;
	readonly lastAt: Date;
	readonly unseen: number;
}

export interface WhichThreads extends Looking {
	readonly learnerIds: readonly PersonId[];
	/** Only threads in which others wrote since `me` last looked. */
	readonly onlyNew: boolean;
	readonly limit: number;
}

/**
 * Threads of these learners with their newest message, newest first. To whom `me` is limited to contact, only their
 * words to each other count.
 */
export async function listThreadLines(
	scope: Scope,
	which: WhichThreads
): Promise<readonly ThreadLine[]> {
	const { communityId } = scope;
	const { learnerIds, me, onlyNew, limit } = which;
	const onlyUnseen = onlyNew ? sql`and news.unseen > 0` : sql``;
	const { rows } = await sql<ThreadLine>`
select ${onePlan} t.thread_id as "threadId", t.subject_type as kind, t.subject_id as "subjectId", t.learner_id as "learnerId",
	l.called as "learnerName", a.called as "lastAuthor", last.words as "lastWords", last.sent_at as "lastAt", news.unseen
from thread t
join person l on l.community_id = ${communityId} and l.person_id = t.learner_id
join lateral (select m.author_id, m.words, m.sent_at from message m
	where m.community_id = ${communityId} and m.thread_id = t.thread_id and m.removed_at is null
		and ${shown(which, sql`t.learner_id`, sql`m.author_id`)}
	order by m.position desc limit 1) last on true
join person a on a.community_id = ${communityId} and a.person_id = last.author_id
join lateral (select count(*)::int as unseen from message m
	left join thread_seen s on s.community_id = ${communityId} and s.thread_id = m.thread_id and s.person_id = ${me}
	where m.community_id = ${communityId} and m.thread_id = t.thread_id and m.removed_at is null
		and m.author_id <> ${me} and m.position > coalesce(s.seen_position, 0)
		and ${shown(which, sql`t.learner_id`, sql`m.author_id`)}) news on true
where t.community_id = ${communityId} and t.learner_id = any(${[...learnerIds]}::uuid[]) ${onlyUnseen}
order by last.sent_at desc, t.thread_id
limit ${limit}`.execute(scope.tx);
	return rows;
}
