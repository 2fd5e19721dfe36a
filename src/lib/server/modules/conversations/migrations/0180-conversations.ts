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
	-- home: the learner's own thread with family and teachers, its subject is the learner; else the object it hangs on.
	subject_type text not null check (subject_type in ('home','goal','artefact','proposal')),
	subject_id uuid not null,
	started_at timestamptz not null,
	-- Counted up under the row's lock, so that "new since" never skips a message of a slower writer.
	last_position int not null default 0,
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
	position int not null,
	author_id uuid not null,
	words text not null check (length(words) between 1 and 4000),
	-- The language it is written in, where known.
	locale text,
	sent_at timestamptz not null,
	removed_at timestamptz,
	primary key (community_id, message_id),
	unique (community_id, thread_id, position),
	foreign key (community_id, thread_id) references thread,
	foreign key (community_id, author_id) references person
);
${tenantTable('message')}

create table thread_seen (
	community_id uuid not null,
	thread_id uuid not null,
	person_id uuid not null,
	seen_position int not null,
	primary key (community_id, thread_id, person_id),
	foreign key (community_id, thread_id) references thread,
	foreign key (community_id, person_id) references person
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
	-- Null beside answered_by: "I am coming".
	answer text,
	answered_at timestamptz,
	taken_back_at timestamptz,
	primary key (community_id, signal_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, answered_by) references person
);
create index help_signal_learner on help_signal (community_id, learner_id, made_at);
-- One hand up at a time for each kind, however often the button is pressed.
create unique index help_signal_open on help_signal (community_id, learner_id, kind)
	where answered_at is null and taken_back_at is null;
${tenantTable('help_signal')}

create table safeguarding_report (
	community_id uuid not null,
	report_id uuid not null,
	message_id uuid not null,
	reported_by uuid not null,
	words text,
	made_at timestamptz not null,
	closed_at timestamptz,
	closed_by uuid,
	-- What was done.
	closing_words text,
	primary key (community_id, report_id),
	unique (community_id, message_id, reported_by),
	foreign key (community_id, message_id) references message,
	foreign key (community_id, reported_by) references person,
	foreign key (community_id, closed_by) references person
);
${tenantTable('safeguarding_report')}

-- Who reads reports; without anyone here they go to the leaders.
create table safeguarding_lead (
	community_id uuid not null,
	person_id uuid not null,
	since timestamptz not null,
	ended_at timestamptz,
	primary key (community_id, person_id),
	foreign key (community_id, person_id) references person
);
${tenantTable('safeguarding_lead')}
`
};
