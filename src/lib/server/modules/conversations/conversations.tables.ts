import type { CommunityId, Id, OutcomeId, PersonId } from '../../platform/ids.ts';
import type { HelpKind } from './help.ts';
import type { SubjectId, SubjectKind } from './subject.ts';

export type ThreadId = Id<'thread'>;
export type MessageId = Id<'message'>;
export type SignalId = Id<'help-signal'>;
export type ReportId = Id<'safeguarding-report'>;

export type ConversationTables = {
	thread: {
		community_id: CommunityId;
		thread_id: ThreadId;
		learner_id: PersonId;
		subject_type: SubjectKind;
		subject_id: SubjectId;
		started_at: Date;
		last_position: number;
	};
	message: {
		community_id: CommunityId;
		message_id: MessageId;
		thread_id: ThreadId;
		position: number;
		author_id: PersonId;
		words: string;
		locale: string | null;
		sent_at: Date;
		removed_at: Date | null;
	};
	thread_seen: {
		community_id: CommunityId;
		thread_id: ThreadId;
		person_id: PersonId;
		seen_position: number;
	};
	help_signal: {
		community_id: CommunityId;
		signal_id: SignalId;
		learner_id: PersonId;
		kind: HelpKind;
		words: string | null;
		about_outcome_id: OutcomeId | null;
		made_at: Date;
		answered_by: PersonId | null;
		answer: string | null;
		answered_at: Date | null;
		taken_back_at: Date | null;
	};
	safeguarding_report: {
		community_id: CommunityId;
		report_id: ReportId;
		message_id: MessageId;
		reported_by: PersonId;
		words: string | null;
		made_at: Date;
		closed_at: Date | null;
		closed_by: PersonId | null;
		closing_words: string | null;
	};
	safeguarding_lead: {
		community_id: CommunityId;
		person_id: PersonId;
		since: Date;
		ended_at: Date | null;
	};
};
