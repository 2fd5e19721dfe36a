import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Evidence events: append-only; a wrong one is withdrawn by another event. */
export const evidence: Migration = {
	id: '0150-evidence',
	sql: `
create table evidence_event (
	community_id uuid not null,
	learner_id uuid not null,
	event_id uuid not null,
	kind text not null check (kind in ('response','observation','self-assessment','artefact-judgement','external-record','teacher-judgement','withdrawal')),
	at timestamptz not null,
	place text not null check (place in ('school','home','online','community','work')),
	source text not null,
	outcome_ids uuid[] not null,
	weight real not null default 1 check (weight > 0 and weight <= 1),
	-- response: the item and whether it was right; "I don't know yet" is its own answer.
	item_id uuid,
	result text check (result in ('right','wrong','dont-know-yet')),
	seconds real,
	-- judgements and self-assessments: 0 to 1, as the engine takes it.
	level real check (level >= 0 and level <= 1),
	words text,
	is_talk boolean not null default false,
	author_id uuid,
	subject_id uuid,
	withdraws uuid,
	recorded_at timestamptz not null,
	primary key (community_id, learner_id, event_id),
	foreign key (community_id, learner_id) references person
);
create index evidence_event_author on evidence_event (community_id, author_id, event_id);
create index evidence_event_withdraws on evidence_event (community_id, learner_id, withdraws) where withdraws is not null;
${tenantTable('evidence_event', { isAppendOnly: true })}
`
};
