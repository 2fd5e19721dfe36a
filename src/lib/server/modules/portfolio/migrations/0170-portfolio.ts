import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Work with its revisions and reflections; feedback asked, given and used. */
export const portfolio: Migration = {
	id: '0170-portfolio',
	sql: `
create table artefact (
	community_id uuid not null,
	artefact_id uuid not null,
	learner_id uuid not null,
	title text not null,
	place text not null check (place in ('school','home','online','community','work')),
	made_on date not null,
	audience text not null check (audience in ('me','teachers','teachers-and-family','everyone-with-me')),
	-- What the learner wishes and an adult has to agree to, as the rung for audiences says; and the last answer to a wish.
	wished_audience text check (wished_audience in ('me','teachers','teachers-and-family','everyone-with-me')),
	wished_at timestamptz,
	audience_answer text,
	audience_answered_by uuid,
	goal_id uuid,
	outcome_ids uuid[] not null default '{}',
	revision smallint not null,
	-- Title and present words as search compares them: small letters, no macrons, no doubled vowels.
	folded text not null,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	removed_at timestamptz,
	primary key (community_id, artefact_id),
	foreign key (community_id, learner_id) references person
);
create index artefact_learner on artefact (community_id, learner_id, artefact_id);
${tenantTable('artefact')}

create table artefact_revision (
	community_id uuid not null,
	artefact_id uuid not null,
	revision smallint not null,
	-- The form's key, so that a repeated send is one revision.
	revision_key uuid not null,
	words text,
	file_ids uuid[] not null default '{}',
	-- What the pictures show, for who cannot see them.
	alt text,
	link text,
	-- What I changed, and because of whose feedback.
	change_words text,
	because_of uuid,
	made_at timestamptz not null,
	primary key (community_id, artefact_id, revision),
	unique (community_id, artefact_id, revision_key),
	foreign key (community_id, artefact_id) references artefact
);
${tenantTable('artefact_revision')}

create table reflection (
	community_id uuid not null,
	reflection_id uuid not null,
	learner_id uuid not null,
	artefact_id uuid,
	words text not null,
	made_at timestamptz not null,
	primary key (community_id, reflection_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, artefact_id) references artefact
);
create index reflection_artefact on reflection (community_id, artefact_id);
${tenantTable('reflection')}

create table feedback_request (
	community_id uuid not null,
	request_id uuid not null,
	learner_id uuid not null,
	artefact_id uuid not null,
	asked_id uuid not null,
	wants_to_know text not null,
	made_at timestamptz not null,
	withdrawn_at timestamptz,
	primary key (community_id, request_id),
	foreign key (community_id, artefact_id) references artefact,
	foreign key (community_id, asked_id) references person
);
create index feedback_request_asked on feedback_request (community_id, asked_id, made_at);
create index feedback_request_artefact on feedback_request (community_id, artefact_id);
${tenantTable('feedback_request')}

create table feedback (
	community_id uuid not null,
	feedback_id uuid not null,
	learner_id uuid not null,
	artefact_id uuid not null,
	revision smallint not null,
	request_id uuid,
	author_id uuid not null,
	works_well text,
	question text,
	next_step text,
	made_at timestamptz not null,
	-- What the learner did with it.
	response text check (response in ('changed','not-now','talk')),
	response_words text,
	response_revision smallint,
	responded_at timestamptz,
	primary key (community_id, feedback_id),
	foreign key (community_id, artefact_id) references artefact,
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, author_id) references person
);
create index feedback_learner on feedback (community_id, learner_id, feedback_id);
create index feedback_artefact on feedback (community_id, artefact_id);
create index feedback_of_request on feedback (community_id, request_id) where request_id is not null;
${tenantTable('feedback')}
`
};
