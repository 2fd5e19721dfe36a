import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** The ladder: who decides now, by learner and kind of decision. */
export const agency: Migration = {
	id: '0140-agency',
	sql: `
create table ladder_default (
	community_id uuid not null references community,
	band text not null check (band in ('5-7','8-11','12-18')),
	kind text not null check (kind in ('goal','activity','demonstration','time','company','assessment','audience')),
	rung smallint not null check (rung between 0 and 4),
	primary key (community_id, band, kind)
);
${tenantTable('ladder_default')}

create table ladder_rung (
	community_id uuid not null,
	learner_id uuid not null,
	kind text not null check (kind in ('goal','activity','demonstration','time','company','assessment','audience')),
	since timestamptz not null,
	rung smallint not null check (rung between 0 and 4),
	why text not null,
	agreed_by uuid[] not null,
	look_again_on date,
	primary key (community_id, learner_id, kind, since),
	foreign key (community_id, learner_id) references person
);
${tenantTable('ladder_rung', { isAppendOnly: true })}
`
};
