import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Threads beside any subject, signals for help, and reports to the safeguarding lead. */
export const conversations: Migration = {
	id: '0180-conversations',
	sql: `
create table thread (
	community_id uuid not null,
	thread_id uuid not null,
	learner_id uuid not null,
	-- home: the learner's own thread with family and teachers; else the object it hangs on.
	subject_type text not null check (subject_type in ('home','goal','artefact','outcome')),
	subject_id uuid not null,
	started_at timestamptz not null,
	primary key (community_id, thread_id),
	unique (community_id, subject_type, subject_id),
	foreign key (community_id, learner_id) references person
);
create index thread_learner on thread (community_id, learner_id);
${tenantTable('thread')}

create table message (
	community_id uuid not null,
	message_id uuid not null,
	thread_id uuid not null,
	author_id uuid not null,
	words text not null check (length(words) between 1 and 4000),
	locale text,
	sent_at timestamptz not null,
	removed_at timestamptz,
	primary key (community_id, message_id),
	foreign key (community_id, thread_id) references thread,
	foreign key (community_id, author_id) references person
);
create index message_thread on message (community_id, thread_id, message_id);
${tenantTable('message')}

create table thread_seen (
	community_id uuid not null,
	thread_id uuid not null,
	person_id uuid not null,
	seen_message_id uuid not null,
	primary key (community_id, thread_id, person_id),
	foreign key (community_id, thread_id) references thread
);
${tenantTable('thread_seen')}

create table help_signal (
	community_id uuid not null,
	signal_id uuid not null,
	learner_id uuid not null,
	kind text not null check (kind in ('stuck','ready')),
	words text,
	about_outcome_id uuid,
	made_at timestamptz not null,
	answered_by uuid,
	answer text,
	answered_at timestamptz,
	taken_back_at timestamptz,
	primary key (community_id, signal_id),
	foreign key (community_id, learner_id) references person
);
create index help_signal_learner on help_signal (community_id, learner_id, made_at);
${tenantTable('help_signal')}

create table safeguarding_report (
	community_id uuid not null,
	report_id uuid not null,
	message_id uuid,
	reported_by uuid not null,
	words text not null,
	made_at timestamptz not null,
	closed_at timestamptz,
	closed_by uuid,
	primary key (community_id, report_id),
	foreign key (community_id, message_id) references message
);
${tenantTable('safeguarding_report')}
`
};
