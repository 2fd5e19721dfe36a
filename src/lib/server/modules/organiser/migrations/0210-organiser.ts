import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** What is offered, what learners wish and adults ask for, runs, and the published week with what became of it. */
export const organiser: Migration = {
	id: '0210-organiser',
	sql: `
create table week_rule (
	community_id uuid not null,
	site_id uuid not null,
	-- Places in supervised study, in each period.
	study_seats integer not null check (study_seats >= 0),
	-- How many choices a learner may rank.
	most_wishes smallint not null check (most_wishes between 1 and 20),
	-- Wishes are taken until this weekday and time of the week before.
	closes_weekday smallint not null check (closes_weekday between 1 and 7),
	closes_at time not null,
	money_minor integer check (money_minor >= 0),
	adult_minutes integer check (adult_minutes >= 0),
	primary key (community_id, site_id),
	foreign key (community_id, site_id) references site
);
${tenantTable('week_rule')}

create table site_week (
	community_id uuid not null,
	week_id uuid not null,
	site_id uuid not null,
	-- A Monday where the site is.
	starts_on date not null,
	state text not null check (state in ('open','published')),
	wishes_until timestamptz not null,
	study_seats integer not null check (study_seats >= 0),
	most_wishes smallint not null,
	money_minor integer,
	adult_minutes integer,
	-- Counts what was published and every change after it; a change names the revision it was made against.
	revision integer not null default 0,
	published_run_id uuid,
	published_at timestamptz,
	published_by uuid,
	opened_at timestamptz not null,
	opened_by uuid,
	primary key (community_id, week_id),
	unique (community_id, site_id, starts_on),
	foreign key (community_id, site_id) references site
);
${tenantTable('site_week')}

create table offer (
	community_id uuid not null,
	offer_id uuid not null,
	site_id uuid not null,
	kind text not null check (kind in ('workshop','seminar','lesson','conference','studio','quiet-study','off-site')),
	title text not null check (length(title) between 1 and 120),
	about text not null default '',
	opportunity_id uuid,
	-- The strand whose owed minutes a seat here counts for.
	strand_id uuid,
	age_from smallint,
	age_to smallint,
	-- How many groups may open at most.
	sections smallint not null check (sections between 0 and 20),
	minimum smallint not null check (minimum >= 1),
	maximum smallint not null check (maximum >= minimum),
	grouping text not null check (grouping in ('any','similar','mixed')),
	age_spread_months smallint check (age_spread_months > 0),
	needs_room boolean not null,
	features text[] not null default '{}',
	-- Only in these periods; empty means in any.
	period_ids uuid[] not null default '{}',
	cost_minor integer check (cost_minor >= 0),
	currency text,
	from_day date not null,
	until_day date,
	version integer not null default 1,
	made_by uuid,
	made_at timestamptz not null,
	changed_at timestamptz not null,
	retired_at timestamptz,
	primary key (community_id, offer_id),
	foreign key (community_id, site_id) references site,
	foreign key (community_id, opportunity_id) references opportunity
);
create index offer_site on offer (community_id, site_id) where retired_at is null;
${tenantTable('offer')}

create table offer_outcome (
	community_id uuid not null,
	offer_id uuid not null,
	outcome_id uuid not null,
	part text not null check (part in ('builds','needs')),
	primary key (community_id, offer_id, outcome_id, part),
	foreign key (community_id, offer_id) references offer,
	foreign key (community_id, outcome_id) references adopted_outcome
);
${tenantTable('offer_outcome')}

create table offer_adult (
	community_id uuid not null,
	offer_id uuid not null,
	person_id uuid not null,
	-- The adult learners are used to here.
	is_usual boolean not null default false,
	primary key (community_id, offer_id, person_id),
	foreign key (community_id, offer_id) references offer,
	foreign key (community_id, person_id) references person
);
create index offer_adult_person on offer_adult (community_id, person_id);
${tenantTable('offer_adult')}

create table absence (
	community_id uuid not null,
	absence_id uuid not null,
	-- Of a person, or of a room that cannot be used.
	person_id uuid,
	room_id uuid,
	starts_on date not null,
	ends_on date not null,
	-- Only in this period of its weekday; null means the whole of these days.
	period_id uuid,
	words text,
	made_by uuid,
	made_at timestamptz not null,
	removed_at timestamptz,
	primary key (community_id, absence_id),
	foreign key (community_id, person_id) references person,
	foreign key (community_id, room_id) references room,
	foreign key (community_id, period_id) references period,
	check (num_nonnulls(person_id, room_id) = 1),
	check (ends_on >= starts_on)
);
create index absence_days on absence (community_id, ends_on) where removed_at is null;
create index absence_person on absence (community_id, person_id);
${tenantTable('absence')}

create table adult_load (
	community_id uuid not null,
	person_id uuid not null,
	-- Most sessions in a week.
	most_sessions smallint not null check (most_sessions >= 0),
	primary key (community_id, person_id),
	foreign key (community_id, person_id) references person
);
${tenantTable('adult_load')}

create table offer_call (
	community_id uuid not null,
	call_id uuid not null,
	learner_id uuid not null,
	offer_id uuid not null,
	-- A must has to be attended; a call is a need that weighs.
	is_must boolean not null,
	severity smallint not null check (severity between 1 and 5),
	-- The learner sees it.
	reason text not null check (length(reason) between 1 and 500),
	-- Weeks that overlap these days; a call waits until it is met, a must holds in each.
	from_day date not null,
	until_day date not null,
	met_week_id uuid,
	made_by uuid,
	made_at timestamptz not null,
	withdrawn_at timestamptz,
	withdrawn_by uuid,
	-- What the learner says against it; it must be answered.
	objection text,
	objected_at timestamptz,
	answer text,
	answered_by uuid,
	answered_at timestamptz,
	primary key (community_id, call_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, offer_id) references offer,
	check (until_day >= from_day)
);
create index offer_call_learner on offer_call (community_id, learner_id, until_day);
create index offer_call_open on offer_call (community_id, until_day) where withdrawn_at is null;
create index offer_call_offer on offer_call (community_id, offer_id);
${tenantTable('offer_call')}

create table wish_list (
	community_id uuid not null,
	week_id uuid not null,
	learner_id uuid not null,
	-- Draws the order in which the choices are first shown: no offer is favoured by its place.
	seed bigint not null,
	-- The rung of 'time' when it was last said.
	rung smallint not null check (rung between 0 and 4),
	state text not null check (state in ('in-force','waiting','talk')),
	saved_at timestamptz not null,
	saved_by uuid,
	answered_by uuid,
	answered_at timestamptz,
	-- Why an adult wants to talk about it.
	words text,
	-- "I'd like something else": what the learner says where an adult decides or offers; it waits for an adult.
	other_words text,
	other_asked_at timestamptz,
	primary key (community_id, week_id, learner_id),
	foreign key (community_id, week_id) references site_week,
	foreign key (community_id, learner_id) references person
);
create index wish_list_learner on wish_list (community_id, learner_id);
${tenantTable('wish_list')}

create table week_wish (
	community_id uuid not null,
	week_id uuid not null,
	learner_id uuid not null,
	offer_id uuid not null,
	rank smallint not null check (rank >= 1),
	primary key (community_id, week_id, learner_id, offer_id),
	foreign key (community_id, week_id, learner_id) references wish_list,
	foreign key (community_id, offer_id) references offer
);
create index week_wish_offer on week_wish (community_id, offer_id);
${tenantTable('week_wish')}

create table company_wish (
	community_id uuid not null,
	learner_id uuid not null,
	-- With whom; it counts when both say it.
	other_id uuid not null,
	rung smallint not null check (rung between 0 and 4),
	state text not null check (state in ('in-force','waiting','talk')),
	said_at timestamptz not null,
	said_by uuid,
	answered_by uuid,
	answered_at timestamptz,
	primary key (community_id, learner_id, other_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, other_id) references person,
	check (learner_id <> other_id)
);
create index company_wish_other on company_wish (community_id, other_id);
${tenantTable('company_wish')}

create table apart_pair (
	community_id uuid not null,
	pair_id uuid not null,
	learner_id uuid not null,
	other_id uuid not null,
	-- For the adults who work with both; never shown to a learner.
	reason text not null check (length(reason) between 1 and 500),
	made_by uuid,
	made_at timestamptz not null,
	ended_at timestamptz,
	primary key (community_id, pair_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, other_id) references person,
	check (learner_id <> other_id)
);
create index apart_pair_learner on apart_pair (community_id, learner_id);
create index apart_pair_other on apart_pair (community_id, other_id);
${tenantTable('apart_pair')}

create table organiser_run (
	community_id uuid not null,
	run_id uuid not null,
	week_id uuid not null,
	name text not null,
	state text not null check (state in ('waiting','running','done','stopped','failed')),
	seed bigint not null,
	seconds smallint not null check (seconds between 1 and 3600),
	-- Frozen when the run starts: two runs can be compared, and a killed one goes on.
	problem jsonb,
	snapshot jsonb,
	plan jsonb,
	-- { moves, levels }[], and the levels of the best plan.
	curve jsonb,
	levels jsonb,
	-- Counts, causes, relaxations, fairness: what the run's page shows.
	report jsonb,
	faults jsonb,
	-- Milliseconds of search so far.
	spent_ms integer not null default 0,
	wants_stop boolean not null default false,
	asked_by uuid,
	asked_at timestamptz not null,
	started_at timestamptz,
	heartbeat_at timestamptz,
	ended_at timestamptz,
	primary key (community_id, run_id),
	foreign key (community_id, week_id) references site_week
);
create index organiser_run_week on organiser_run (community_id, week_id);
create index organiser_run_open on organiser_run (community_id, state) where state in ('waiting','running');
${tenantTable('organiser_run')}

create table week_session (
	community_id uuid not null,
	session_id uuid not null,
	week_id uuid not null,
	offer_id uuid not null,
	section smallint not null,
	day date not null,
	period_id uuid not null,
	room_id uuid,
	adult_id uuid,
	made_at timestamptz not null,
	cancelled_at timestamptz,
	primary key (community_id, session_id),
	foreign key (community_id, week_id) references site_week,
	foreign key (community_id, offer_id) references offer,
	foreign key (community_id, period_id) references period,
	foreign key (community_id, room_id) references room,
	foreign key (community_id, adult_id) references person
);
create index week_session_week on week_session (community_id, week_id);
create index week_session_adult on week_session (community_id, adult_id, day);
create index week_session_offer on week_session (community_id, offer_id);
${tenantTable('week_session')}

create table week_seat (
	community_id uuid not null,
	session_id uuid not null,
	learner_id uuid not null,
	week_id uuid not null,
	-- Why the learner is here; 'free' means a place was free.
	why text not null check (why in ('must','call','need','owed','wish','free')),
	rank smallint,
	made_at timestamptz not null,
	primary key (community_id, session_id, learner_id),
	foreign key (community_id, session_id) references week_session,
	foreign key (community_id, learner_id) references person
);
create index week_seat_learner on week_seat (community_id, learner_id, week_id);
create index week_seat_week on week_seat (community_id, week_id);
${tenantTable('week_seat')}

create table unmet_wish (
	community_id uuid not null,
	week_id uuid not null,
	learner_id uuid not null,
	offer_id uuid not null,
	rank smallint not null,
	-- The engine's word; a page says each in a sentence.
	cause text not null,
	-- What it would take, in counts: only from a plan that was built and validated.
	price jsonb,
	priced_at timestamptz,
	primary key (community_id, week_id, learner_id, offer_id),
	foreign key (community_id, week_id) references site_week,
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, offer_id) references offer
);
create index unmet_wish_learner on unmet_wish (community_id, learner_id, week_id);
${tenantTable('unmet_wish')}

create table week_change (
	community_id uuid not null,
	change_id uuid not null,
	week_id uuid not null,
	revision integer not null,
	kind text not null check (kind in ('published','absence','room','late-wish','by-hand')),
	-- What happened, in a few words of who made it.
	words text,
	-- Learners whose own week is another one than before.
	touched integer not null,
	-- { learnerId, day, periodId, from, to }[]: offers; null is supervised study.
	moved jsonb not null,
	made_by uuid,
	made_at timestamptz not null,
	primary key (community_id, change_id),
	unique (community_id, week_id, revision),
	foreign key (community_id, week_id) references site_week
);
${tenantTable('week_change')}

create table week_fairness (
	community_id uuid not null,
	week_id uuid not null,
	learner_id uuid not null,
	-- Points got of the points the learner could have got alone, 0 .. 1000.
	satisfaction smallint not null check (satisfaction between 0 and 1000),
	-- Credit after this week, 0 .. 1000.
	credit smallint not null check (credit between 0 and 1000),
	primary key (community_id, week_id, learner_id),
	foreign key (community_id, week_id) references site_week,
	foreign key (community_id, learner_id) references person
);
create index week_fairness_learner on week_fairness (community_id, learner_id);
${tenantTable('week_fairness')}

create table roll_mark (
	community_id uuid not null,
	day date not null,
	period_id uuid not null,
	learner_id uuid not null,
	-- Null in supervised study.
	session_id uuid,
	state text not null check (state in ('here','not-here','elsewhere')),
	-- Where, if elsewhere.
	words text,
	marked_by uuid,
	marked_at timestamptz not null,
	primary key (community_id, day, period_id, learner_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, period_id) references period,
	foreign key (community_id, session_id) references week_session
);
create index roll_mark_session on roll_mark (community_id, session_id);
create index roll_mark_learner on roll_mark (community_id, learner_id, day);
${tenantTable('roll_mark')}

create table week_intention (
	community_id uuid not null,
	intention_id uuid not null,
	learner_id uuid not null,
	week_id uuid not null,
	day date not null,
	-- Null means some time that day.
	period_id uuid,
	words text not null check (length(words) between 1 and 300),
	made_at timestamptz not null,
	actual text check (actual in ('done','partly','something-else','not')),
	actual_words text,
	looked_back_at timestamptz,
	removed_at timestamptz,
	primary key (community_id, intention_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, week_id) references site_week
);
create index week_intention_learner on week_intention (community_id, learner_id, week_id);
${tenantTable('week_intention')}

create table calendar_feed (
	community_id uuid not null,
	feed_id uuid not null,
	person_id uuid not null,
	-- SHA-256 of the secret in the address; the address itself is shown once.
	token_digest text not null,
	made_at timestamptz not null,
	revoked_at timestamptz,
	primary key (community_id, feed_id),
	unique (community_id, token_digest),
	foreign key (community_id, person_id) references person
);
create index calendar_feed_person on calendar_feed (community_id, person_id);
${tenantTable('calendar_feed')}
`
};
