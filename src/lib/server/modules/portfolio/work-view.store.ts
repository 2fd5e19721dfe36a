import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { OutcomeId, PersonId, Uuid } from '../../platform/ids.ts';
import type { Wording } from '../curriculum/index.ts';
import type { EvidencePlace } from '../evidence/index.ts';
import type { Audience } from '../people/index.ts';
import type {
	ArtefactId,
	FeedbackId,
	FeedbackResponse,
	ReflectionId,
	RequestId
} from './portfolio.tables.ts';
import { visibleWork } from './portfolio.policy.ts';

/** Nested rows come as JSON, so their instants are text. */
type InstantText = string;

/** A kept file as pages show it; the address is `/files/<fileId>`. */
export interface FileView {
	readonly fileId: FileId;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: number;
	/** Set for pictures, which alone are shown in a page. */
	readonly width: number | null;
	readonly height: number | null;
}

/** A work as lists show it. */
export interface WorkLine {
	readonly artefactId: ArtefactId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly title: string;
	readonly place: EvidencePlace;
	readonly madeOn: SchoolDay;
	readonly audience: Audience;
	readonly wishedAudience: Audience | null;
	readonly goalId: Uuid | null;
	readonly outcomeIds: readonly OutcomeId[];
	readonly revision: number;
	readonly createdAt: Date;
	readonly removedAt: Date | null;
	/** The first 240 characters of the present words. */
	readonly words: string | null;
	readonly hasLink: boolean;
	/** The first picture of the present revision, with what it shows. */
	readonly picture: (FileView & { readonly alt: string | null }) | null;
	readonly files: number;
	/** Requests nobody has answered, and feedback the learner has not answered. */
	readonly asked: number;
	readonly unused: number;
}

export interface WhichWork {
	readonly learnerIds?: readonly PersonId[];
	readonly place?: EvidencePlace;
	readonly goalId?: Uuid;
	readonly outcomeId?: OutcomeId;
	/** Folded words that title or text must hold. */
	readonly folded?: string;
	/** Older than this one: the way to the next page. */
	readonly before?: ArtefactId;
	/** What was taken away since this instant, in place of what is there. */
	readonly removedSince?: Date;
	/** Only the newest of each learner. */
	readonly latestOnly?: boolean;
	/** Only works whose wished audience waits for an adult. */
	readonly wishing?: boolean;
	readonly limit: number;
}

/** A file as JSON, from the row `f` of stored_file. */
const fileJson = sql`jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type,
	'bytes', f.bytes, 'width', f.width, 'height', f.height)`;

function conditions(scope: Scope, which: WhichWork) {
	const { learnerIds, place, goalId, outcomeId, folded, before, removedSince, wishing } = which;
	const parts = [
		sql`a.community_id = ${scope.communityId}`,
		visibleWork(scope.actor),
		removedSince ? sql`a.removed_at > ${removedSince}` : sql`a.removed_at is null`
	];
	if (learnerIds) parts.push(sql`a.learner_id = any(${[...learnerIds]}::uuid[])`);
	if (place) parts.push(sql`a.place = ${place}`);
	if (goalId) parts.push(sql`a.goal_id = ${goalId}`);
	if (outcomeId) parts.push(sql`${outcomeId} = any(a.outcome_ids)`);
	if (folded) parts.push(sql`position(${folded}::text in a.folded) > 0`);
	if (before) parts.push(sql`a.artefact_id < ${before}`);
	if (wishing) parts.push(sql`a.wished_audience is not null`);
	return sql.join(parts, sql` and `);
}

/** Works that the actor may see, newest first, in one statement. */
export async function listWorkLines(scope: Scope, which: WhichWork): Promise<readonly WorkLine[]> {
	const { communityId } = scope;
	const once = which.latestOnly ? sql`distinct on (a.learner_id)` : sql``;
	const order = which.latestOnly ? sql`a.learner_id, a.artefact_id desc` : sql`a.artefact_id desc`;
	const { rows } = await sql<WorkLine>`
select ${once} a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place,
	a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId",
	a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt",
	left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files,
	(select ${fileJson} || jsonb_build_object('alt', r.alt) from stored_file f
		where f.community_id = ${communityId} and f.file_id = any(r.file_ids) and f.width is not null
		order by array_position(r.file_ids, f.file_id) limit 1) as picture,
	(select count(*)::int from feedback_request q where q.community_id = ${communityId}
		and q.artefact_id = a.artefact_id and q.withdrawn_at is null
		and not exists (select 1 from feedback d where d.community_id = ${communityId} and d.request_id = q.request_id)) as asked,
	(select count(*)::int from feedback d where d.community_id = ${communityId}
		and d.artefact_id = a.artefact_id and d.response is null) as unused
from artefact a
join person p on p.community_id = ${communityId} and p.person_id = a.learner_id
join artefact_revision r on r.community_id = ${communityId} and r.artefact_id = a.artefact_id and r.revision = a.revision
where ${conditions(scope, which)}
order by ${order} limit ${which.limit}`.execute(scope.tx);
	return rows;
}

export interface RevisionView {
	readonly revision: number;
	readonly words: string | null;
	readonly alt: string | null;
	readonly link: string | null;
	readonly changeWords: string | null;
	readonly becauseOf: FeedbackId | null;
	readonly madeAt: InstantText;
	readonly files: readonly FileView[];
}

export interface ReflectionView {
	readonly reflectionId: ReflectionId;
	readonly words: string;
	readonly madeAt: InstantText;
}

export interface RequestView {
	readonly requestId: RequestId;
	readonly askedId: PersonId;
	readonly askedName: string;
	readonly wantsToKnow: string;
	readonly madeAt: InstantText;
	readonly isAnswered: boolean;
}

export interface FeedbackView {
	readonly feedbackId: FeedbackId;
	readonly authorId: PersonId;
	readonly authorName: string;
	/** The question it answers; null where it was offered unasked. */
	readonly requestId: RequestId | null;
	readonly revision: number;
	readonly worksWell: string | null;
	readonly question: string | null;
	readonly nextStep: string | null;
	readonly madeAt: InstantText;
	readonly response: FeedbackResponse | null;
	readonly responseWords: string | null;
	/** The revision that came of it. */
	readonly responseRevision: number | null;
	readonly respondedAt: InstantText | null;
}

/** What a teacher made of the work; it counts as evidence. */
export interface JudgementView {
	readonly eventId: Uuid;
	readonly authorName: string | null;
	readonly outcomeIds: readonly OutcomeId[];
	/** 0 to 1; 1 is "did it alone". */
	readonly level: number;
	readonly words: string | null;
	readonly at: InstantText;
}

/** One work with everything around it. */
export interface WorkView extends Omit<
	WorkLine,
	'words' | 'hasLink' | 'picture' | 'files' | 'asked' | 'unused'
> {
	/** What it shows, in the words of the reader's band and language. */
	readonly outcomes: readonly { readonly outcomeId: OutcomeId; readonly words: string }[];
	readonly audienceAnswer: { readonly words: string | null; readonly by: string } | null;
	/** Oldest first; the last one is the work as it is now. */
	readonly revisions: readonly RevisionView[];
	readonly reflections: readonly ReflectionView[];
	/** Not taken back; oldest first. */
	readonly requests: readonly RequestView[];
	readonly feedback: readonly FeedbackView[];
	readonly judgements: readonly JudgementView[];
}

/** One work of a learner as far as the actor may see it, in one statement. */
export async function findWorkView(
	scope: Scope,
	learnerId: PersonId | null,
	artefactId: ArtefactId,
	{ band, locale }: Wording
): Promise<WorkView | undefined> {
	const c = scope.communityId;
	const { rows } = await sql<WorkView>`
select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place,
	a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId",
	a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt",
	coalesce((select jsonb_agg(jsonb_build_object('outcomeId', o.outcome_id, 'words', coalesce(
			(select t.words from learner_statement t where t.community_id = ${c} and t.outcome_id = o.outcome_id
				and t.band = ${band} and t.locale = ${locale} limit 1),
			(select t.words from learner_statement t where t.community_id = ${c} and t.outcome_id = o.outcome_id
				and t.band = ${band} and t.locale = 'en' limit 1), o.statement))
		order by array_position(a.outcome_ids, o.outcome_id))
		from adopted_outcome o where o.community_id = ${c} and o.outcome_id = any(a.outcome_ids)), '[]') as outcomes,
	(select jsonb_build_object('words', a.audience_answer, 'by', w.called) from person w
		where w.community_id = ${c} and w.person_id = a.audience_answered_by) as "audienceAnswer",
	coalesce((select jsonb_agg(jsonb_build_object('revision', r.revision, 'words', r.words, 'alt', r.alt, 'link', r.link,
			'changeWords', r.change_words, 'becauseOf', r.because_of, 'madeAt', r.made_at,
			'files', coalesce((select jsonb_agg(${fileJson} order by array_position(r.file_ids, f.file_id))
				from stored_file f where f.community_id = ${c} and f.file_id = any(r.file_ids)), '[]'))
		order by r.revision)
		from artefact_revision r where r.community_id = ${c} and r.artefact_id = a.artefact_id), '[]') as revisions,
	coalesce((select jsonb_agg(jsonb_build_object('reflectionId', s.reflection_id, 'words', s.words, 'madeAt', s.made_at)
		order by s.reflection_id)
		from reflection s where s.community_id = ${c} and s.artefact_id = a.artefact_id), '[]') as reflections,
	coalesce((select jsonb_agg(jsonb_build_object('requestId', q.request_id, 'askedId', q.asked_id, 'askedName', w.called,
			'wantsToKnow', q.wants_to_know, 'madeAt', q.made_at,
			'isAnswered', exists (select 1 from feedback d where d.community_id = ${c} and d.request_id = q.request_id))
		order by q.request_id)
		from feedback_request q join person w on w.community_id = ${c} and w.person_id = q.asked_id
		where q.community_id = ${c} and q.artefact_id = a.artefact_id and q.withdrawn_at is null), '[]') as requests,
	coalesce((select jsonb_agg(jsonb_build_object('feedbackId', d.feedback_id, 'authorId', d.author_id, 'authorName', w.called,
			'requestId', d.request_id, 'revision', d.revision, 'worksWell', d.works_well, 'question', d.question,
			'nextStep', d.next_step, 'madeAt', d.made_at, 'response', d.response, 'responseWords', d.response_words,
			'responseRevision', d.response_revision, 'respondedAt', d.responded_at)
		order by d.feedback_id)
		from feedback d join person w on w.community_id = ${c} and w.person_id = d.author_id
		where d.community_id = ${c} and d.artefact_id = a.artefact_id), '[]') as feedback,
	coalesce((select jsonb_agg(jsonb_build_object('eventId', e.event_id, 'authorName', w.called, 'outcomeIds', e.outcome_ids,
			'level', e.level, 'words', e.words, 'at', e.at) order by e.event_id)
		from evidence_event e left join person w on w.community_id = ${c} and w.person_id = e.author_id
		where e.community_id = ${c} and e.learner_id = a.learner_id and e.subject_id = a.artefact_id
			and e.kind = 'artefact-judgement' and not exists (select 1 from evidence_event x
				where x.community_id = ${c} and x.learner_id = a.learner_id and x.withdraws = e.event_id)), '[]') as judgements
from artefact a
join person p on p.community_id = ${c} and p.person_id = a.learner_id
where a.community_id = ${c} and a.artefact_id = ${artefactId} and a.learner_id = ${learnerId}
	and a.removed_at is null and ${visibleWork(scope.actor)}`.execute(scope.tx);
	return rows[0];
}

/** A question that waits for an adult. */
export interface FeedbackWaiting {
	readonly requestId: RequestId;
	readonly artefactId: ArtefactId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly title: string;
	readonly wantsToKnow: string;
	readonly madeAt: Date;
	/** The first 400 characters of the present words, and the first picture. */
	readonly words: string | null;
	readonly picture: (FileView & { readonly alt: string | null }) | null;
	readonly outcomeIds: readonly OutcomeId[];
}

/** Questions put to this person that nobody has answered, on work they may still see; oldest first. */
export async function listWaitingRequests(
	scope: Scope,
	askedId: PersonId | null,
	limit: number
): Promise<readonly FeedbackWaiting[]> {
	const c = scope.communityId;
	const { rows } = await sql<FeedbackWaiting>`
select q.request_id as "requestId", a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName",
	a.title, q.wants_to_know as "wantsToKnow", q.made_at as "madeAt", left(r.words, 400) as words,
	a.outcome_ids as "outcomeIds",
	(select ${fileJson} || jsonb_build_object('alt', r.alt) from stored_file f
		where f.community_id = ${c} and f.file_id = any(r.file_ids) and f.width is not null
		order by array_position(r.file_ids, f.file_id) limit 1) as picture
from feedback_request q
join artefact a on a.community_id = ${c} and a.artefact_id = q.artefact_id
join artefact_revision r on r.community_id = ${c} and r.artefact_id = a.artefact_id and r.revision = a.revision
join person p on p.community_id = ${c} and p.person_id = a.learner_id
where q.community_id = ${c} and q.asked_id = ${askedId} and q.withdrawn_at is null and a.removed_at is null
	and ${visibleWork(scope.actor)}
	and not exists (select 1 from feedback d where d.community_id = ${c} and d.request_id = q.request_id)
order by q.made_at, q.request_id limit ${limit}`.execute(scope.tx);
	return rows;
}

/** Feedback that its learner has not answered yet. */
export interface FeedbackToUse {
	readonly feedbackId: FeedbackId;
	readonly artefactId: ArtefactId;
	readonly title: string;
	readonly authorName: string;
	readonly isAsked: boolean;
	readonly worksWell: string | null;
	readonly question: string | null;
	readonly nextStep: string | null;
	readonly madeAt: Date;
}

/** What people said about a learner's work and the learner has not answered, newest first. */
export const unusedFeedback = (
	{ communityId: c }: Scope,
	learnerId: PersonId | null,
	limit: number
) => sql<FeedbackToUse>`
select d.feedback_id as "feedbackId", a.artefact_id as "artefactId", a.title, w.called as "authorName",
	d.request_id is not null as "isAsked", d.works_well as "worksWell", d.question, d.next_step as "nextStep",
	d.made_at as "madeAt"
from feedback d
join artefact a on a.community_id = ${c} and a.artefact_id = d.artefact_id
join person w on w.community_id = ${c} and w.person_id = d.author_id
where d.community_id = ${c} and d.learner_id = ${learnerId} and d.response is null and a.removed_at is null
order by d.feedback_id desc limit ${limit}`;

/** A file that hangs on a work the actor may see; what a person may download. */
export async function findOpenFile(scope: Scope, fileId: FileId) {
	const c = scope.communityId;
	const { rows } = await sql<{
		readonly fileId: FileId;
		readonly digest: string;
		readonly smallDigest: string | null;
		readonly mediaType: string;
		readonly name: string;
		readonly width: number | null;
	}>`
select f.file_id as "fileId", f.digest, f.small_digest as "smallDigest", f.media_type as "mediaType", f.name, f.width
from stored_file f
where f.community_id = ${c} and f.file_id = ${fileId} and exists (
	select 1 from artefact a
	join artefact_revision r on r.community_id = ${c} and r.artefact_id = a.artefact_id
	where a.community_id = ${c} and a.learner_id = f.owner_id and ${fileId} = any(r.file_ids)
		and a.removed_at is null and ${visibleWork(scope.actor)})`.execute(scope.tx);
	return rows[0];
}
