import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { SignalId } from './conversations.tables.ts';
import type { HelpKind } from './help.ts';
import type { SubjectId, SubjectKind } from './subject.ts';

/** A learner's own raised hand, with who answered it. */
export interface OwnHelpView {
	readonly signalId: SignalId;
	readonly kind: HelpKind;
	readonly words: string | null;
	readonly madeAt: string;
	readonly answeredBy: string | null;
	/** Null beside `answeredBy`: they are coming. */
	readonly answer: string | null;
	readonly answeredAt: string | null;
}

/** A thread of the learner's in which others wrote since they last looked. */
export interface NewInThreadView {
	readonly kind: SubjectKind;
	readonly subjectId: SubjectId;
	readonly unseen: number;
	/** Who wrote last, and what. */
	readonly from: string;
	readonly words: string;
	readonly locale: string | null;
}

export interface LearnerNews {
	/** Hands that are up, and the ones answered lately. */
	readonly help: readonly OwnHelpView[];
	readonly threads: readonly NewInThreadView[];
}

/** What talk and help have for a learner: one row. */
export const newsQuery = (
	{ communityId }: Scope,
	learnerId: PersonId,
	answeredSince: Date
) => sql<LearnerNews>`
select coalesce((select json_agg(to_json(h)) from (
		select h.signal_id as "signalId", h.kind, h.words, h.made_at as "madeAt", p.called as "answeredBy", h.answer,
			h.answered_at as "answeredAt"
		from help_signal h
		left join person p on p.community_id = ${communityId} and p.person_id = h.answered_by
		where h.community_id = ${communityId} and h.learner_id = ${learnerId} and h.taken_back_at is null
			and (h.answered_at is null or h.answered_at > ${answeredSince})
		order by h.answered_at desc nulls first, h.made_at desc limit 2) h), '[]') as help,
	coalesce((select json_agg(to_json(n)) from (
		select t.subject_type as kind, t.subject_id as "subjectId", a.called as from, m.words, m.locale,
			(select count(*)::int from message c where c.community_id = ${communityId} and c.thread_id = t.thread_id
				and c.removed_at is null and c.author_id <> ${learnerId} and c.position > coalesce(s.seen_position, 0)) as unseen
		from thread t
		left join thread_seen s on s.community_id = ${communityId} and s.thread_id = t.thread_id and s.person_id = ${learnerId}
		join lateral (select x.author_id, x.words, x.locale, x.sent_at from message x
			where x.community_id = ${communityId} and x.thread_id = t.thread_id and x.removed_at is null
				and x.author_id <> ${learnerId} and x.position > coalesce(s.seen_position, 0)
			order by x.position desc limit 1) m on true
		join person a on a.community_id = ${communityId} and a.person_id = m.author_id
		where t.community_id = ${communityId} and t.learner_id = ${learnerId}
		order by m.sent_at desc limit 5) n), '[]') as threads`;
