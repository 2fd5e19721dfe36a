import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeopleTables } from '../people/index.ts';
import type { ConversationTables, MessageId, ReportId } from './conversations.tables.ts';
import type { SubjectKind } from './subject.ts';

const db = (scope: Scope) => scope.tx.$extendTables<ConversationTables>();

export interface NewReport {
	readonly reportId: ReportId;
	readonly messageId: MessageId;
	readonly reportedBy: PersonId;
	readonly words: string | null;
}

/** Stores a report; the same person reporting the same message again changes nothing. */
export async function insertReport(scope: Scope, report: NewReport): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('safeguarding_report')
		.values({
			community_id: scope.communityId,
			report_id: report.reportId,
			message_id: report.messageId,
			reported_by: report.reportedBy,
			words: report.words,
			made_at: scope.now,
			closed_at: null,
			closed_by: null,
			closing_words: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Who asks for reports. */
export interface ReportReader {
	readonly personId: PersonId;
	/** A leader: reads what no named lead may read. */
	readonly isLeader: boolean;
}

/**
 * SQL: this person reads a report of what `author` wrote. Named leads do; leaders while nobody is named, or where the
 * author is a lead. Nobody reads a report of their own words.
 */
const reads = (
	{ communityId }: Scope,
	{ personId, isLeader }: ReportReader,
	author: RawBuilder<unknown>
) => sql<boolean>`(${author} <> ${personId} and (
	exists (select from safeguarding_lead d where d.community_id = ${communityId} and d.person_id = ${personId}
		and d.ended_at is null)
	or (${isLeader} and (
		not exists (select from safeguarding_lead d where d.community_id = ${communityId} and d.ended_at is null)
		or exists (select from safeguarding_lead d where d.community_id = ${communityId} and d.person_id = ${author}
			and d.ended_at is null)))))`;

/** A reported message, with all that whoever looks after children needs to begin. */
export interface ReportView {
	readonly reportId: ReportId;
	readonly reportedBy: string;
	readonly words: string | null;
	readonly madeAt: Date;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly subjectKind: SubjectKind;
	readonly author: string;
	readonly authorId: PersonId;
	/** What was reported, also when its author has taken it back since. */
	readonly message: string;
	readonly sentAt: Date;
	readonly isTakenBack: boolean;
	readonly closedAt: Date | null;
	readonly closingWords: string | null;
}

/** Reports for this reader, open ones first; none for anybody else. */
export async function listReportRows(
	scope: Scope,
	reader: ReportReader,
	limit: number
): Promise<readonly ReportView[]> {
	const { communityId } = scope;
	// Names one by one by their key: joins of several persons went wrong on a table without statistics (8 s for 3 rows).
	const named = (person: RawBuilder<unknown>) =>
		sql`(select p.called from person p where p.community_id = ${communityId} and p.person_id = ${person})`;
	const { rows } = await sql<ReportView>`
select r.*, ${named(sql`r."reportedById"`)} as "reportedBy", ${named(sql`r."learnerId"`)} as "learnerName",
	${named(sql`r."authorId"`)} as author
from (
	select s.report_id as "reportId", s.reported_by as "reportedById", s.words, s.made_at as "madeAt",
		t.learner_id as "learnerId", t.subject_type as "subjectKind", m.author_id as "authorId", m.words as message,
		m.sent_at as "sentAt", m.removed_at is not null as "isTakenBack", s.closed_at as "closedAt",
		s.closing_words as "closingWords"
	from safeguarding_report s
	join message m on m.community_id = ${communityId} and m.message_id = s.message_id
	join thread t on t.community_id = ${communityId} and t.thread_id = m.thread_id
	where s.community_id = ${communityId} and ${reads(scope, reader, sql`m.author_id`)}
	order by s.closed_at is not null, s.made_at, s.report_id
	limit ${limit}) r
order by r."closedAt" is not null, r."madeAt", r."reportId"`.execute(scope.tx);
	return rows;
}

/** The report, locked, for this reader; undefined for anybody else. */
export async function lockReport(scope: Scope, reportId: ReportId, reader: ReportReader) {
	return db(scope)
		.selectFrom('safeguarding_report')
		.select(['closed_at as closedAt'])
		.where('community_id', '=', scope.communityId)
		.where('report_id', '=', reportId)
		.where(
			reads(
				scope,
				reader,
				sql`(select m.author_id from message m where m.community_id = ${scope.communityId}
					and m.message_id = safeguarding_report.message_id)`
			)
		)
		.forUpdate()
		.executeTakeFirst();
}

export async function setReportClosed(
	scope: Scope,
	reportId: ReportId,
	closedBy: PersonId,
	words: string
): Promise<void> {
	await db(scope)
		.updateTable('safeguarding_report')
		.set({ closed_at: scope.now, closed_by: closedBy, closing_words: words })
		.where('community_id', '=', scope.communityId)
		.where('report_id', '=', reportId)
		.execute();
}

/** Names a lead; one who was a lead before is one again. */
export async function upsertLead(scope: Scope, personId: PersonId): Promise<void> {
	await db(scope)
		.insertInto('safeguarding_lead')
		.values({
			community_id: scope.communityId,
			person_id: personId,
			since: scope.now,
			ended_at: null
		})
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'person_id']).doUpdateSet({ ended_at: null })
		)
		.execute();
}

/** Ends a lead's duty; answers whether they had it. */
export async function endLead(scope: Scope, personId: PersonId): Promise<boolean> {
	const { numUpdatedRows } = await db(scope)
		.updateTable('safeguarding_lead')
		.set({ ended_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('person_id', '=', personId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return Number(numUpdatedRows) > 0;
}

/** Somebody who reads reports now. */
export interface LeadView {
	readonly personId: PersonId;
	readonly called: string;
	readonly since: Date;
}

export async function listLeadRows(scope: Scope): Promise<readonly LeadView[]> {
	return scope.tx
		.$extendTables<ConversationTables & PeopleTables>()
		.selectFrom('safeguarding_lead')
		.innerJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'safeguarding_lead.person_id')
				.on('person.community_id', '=', scope.communityId)
		)
		.select(['person.person_id as personId', 'person.called', 'safeguarding_lead.since'])
		.where('safeguarding_lead.community_id', '=', scope.communityId)
		.where('safeguarding_lead.ended_at', 'is', null)
		.orderBy('safeguarding_lead.since')
		.orderBy('person.called')
		.execute();
}
