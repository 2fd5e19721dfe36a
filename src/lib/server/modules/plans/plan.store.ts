import { sql, type RawBuilder } from 'kysely';
import type { Role, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { Rung, Side } from '../agency/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { FieldChanges, GoalFields, GoalState } from './goal.ts';
import type { ProposalKind } from './negotiation.ts';
import type {
	CommitmentId,
	DraftedLine,
	GoalId,
	PromiseRole,
	ProposalId,
	ProposalState,
	StepId
} from './plans.tables.ts';

/** Nested rows come as JSON, so their instants are text. */
type InstantText = string;

export interface TurnView {
	readonly name: string;
	readonly authorId: PersonId;
	readonly kind: 'question' | 'reply' | 'talk';
	readonly words: string;
	readonly at: InstantText;
}

export interface ProposalView {
	readonly proposalId: ProposalId;
	readonly kind: ProposalKind;
	readonly state: ProposalState;
	readonly side: Side;
	readonly rung: Rung;
	readonly authorId: PersonId;
	readonly authorName: string;
	readonly authorRole: Role;
	readonly changes: FieldChanges;
	readonly words: string | null;
	readonly madeAt: InstantText;
	readonly talkUntil: SchoolDay | null;
	readonly answeredBy: string | null;
	readonly answerWords: string | null;
	readonly answeredAt: InstantText | null;
	readonly turns: readonly TurnView[];
}

export interface CommitmentView {
	readonly commitmentId: CommitmentId;
	readonly personId: PersonId;
	readonly name: string;
	readonly role: PromiseRole;
	readonly words: string;
	readonly due: string | null;
	readonly dueOn: SchoolDay | null;
	readonly keptAt: InstantText | null;
}

export interface AgreementView {
	readonly version: number;
	readonly personId: PersonId;
	readonly name: string;
	readonly role: Role;
	readonly side: Side;
	readonly at: InstantText;
}

export interface VersionView {
	readonly version: number;
	readonly state: GoalState;
	readonly fields: GoalFields;
	readonly authorName: string | null;
	readonly at: InstantText;
}

export interface GoalView {
	readonly goalId: GoalId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly state: GoalState;
	readonly version: number;
	readonly purpose: 'learning' | 'life';
	readonly sharing: 'individual' | 'common';
	readonly fields: GoalFields;
	readonly sources: readonly DraftedLine[] | null;
	readonly createdAt: Date;
	readonly changedAt: Date;
	/** Newest first: on a plan only what waits or can still be talked about, on a goal's own page all of them. */
	readonly proposals: readonly ProposalView[];
	/** Who agreed to the present version, or on a goal's own page to any. */
	readonly agreements: readonly AgreementView[];
	readonly commitments: readonly CommitmentView[];
	/** Oldest first; empty on a plan. */
	readonly versions: readonly VersionView[];
}

export interface WhichGoals {
	readonly learnerId: PersonId | null;
	readonly goalId?: GoalId;
	/** All proposals, agreements and versions. */
	readonly whole?: boolean;
	/** Leaves out what ended before this instant. */
	readonly endedSince?: Date;
	readonly today: SchoolDay;
}

/** Goals with everything around them, in one statement. */
export async function listGoalViews(scope: Scope, which: WhichGoals): Promise<readonly GoalView[]> {
	return (await goalViews(scope, which).execute(scope.tx)).rows;
}

/** The same as SQL, for a statement that asks for more at once. */
export function goalViews(
	{ communityId }: Scope,
	{ learnerId, goalId, whole = false, endedSince, today }: WhichGoals
): RawBuilder<GoalView> {
	const oneGoal = goalId ? sql`and g.goal_id = ${goalId}` : sql``;
	const recent = endedSince
		? sql`and (g.state not in ('achieved','set-aside') or g.changed_at > ${endedSince})`
		: sql``;
	const proposals = whole
		? sql``
		: sql`and (p.state in ('open','asked') or (p.state = 'agreed' and p.talk_until >= ${today}))`;
	const agreed = whole ? sql`` : sql`and a.version = g.version`;
	const versions = whole
		? sql`coalesce((select jsonb_agg(jsonb_build_object('version', v.version, 'state', v.state, 'fields', v.fields,
				'authorName', n.called, 'at', v.at) order by v.version)
			from goal_version v
			left join person n on n.community_id = ${communityId} and n.person_id = v.author_id
			where v.community_id = ${communityId} and v.goal_id = g.goal_id), '[]')`
		: sql`'[]'::jsonb`;
	return sql<GoalView>`
select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.state, g.version, g.purpose, g.sharing,
	g.fields, g.sources, g.created_at as "createdAt", g.changed_at as "changedAt",
	coalesce((select jsonb_agg(jsonb_build_object('proposalId', p.proposal_id, 'kind', p.kind, 'state', p.state, 'side', p.side,
			'rung', p.rung, 'authorId', p.author_id, 'authorName', n.called, 'authorRole', p.author_role, 'changes', p.changes,
			'words', p.words, 'madeAt', p.made_at, 'talkUntil', p.talk_until, 'answeredBy', b.called, 'answerWords', p.answer_words,
			'answeredAt', p.answered_at,
			'turns', coalesce((select jsonb_agg(jsonb_build_object('name', tn.called, 'authorId', t.author_id, 'kind', t.kind,
					'words', t.words, 'at', t.at) order by t.turn_id)
				from proposal_turn t
				join person tn on tn.community_id = ${communityId} and tn.person_id = t.author_id
				where t.community_id = ${communityId} and t.proposal_id = p.proposal_id), '[]'))
			order by p.made_at desc, p.proposal_id desc)
		from goal_proposal p
		join person n on n.community_id = ${communityId} and n.person_id = p.author_id
		left join person b on b.community_id = ${communityId} and b.person_id = p.answered_by
		where p.community_id = ${communityId} and p.goal_id = g.goal_id ${proposals}), '[]') as proposals,
	coalesce((select jsonb_agg(jsonb_build_object('version', a.version, 'personId', a.person_id, 'name', n.called, 'role', a.role,
			'side', a.side, 'at', a.at) order by a.version, a.at, n.called)
		from goal_agreement a
		join person n on n.community_id = ${communityId} and n.person_id = a.person_id
		where a.community_id = ${communityId} and a.goal_id = g.goal_id ${agreed}), '[]') as agreements,
	coalesce((select jsonb_agg(jsonb_build_object('commitmentId', c.commitment_id, 'personId', c.person_id, 'name', n.called,
			'role', c.role, 'words', c.words, 'due', c.due_words, 'dueOn', c.due_on, 'keptAt', c.kept_at) order by c.commitment_id)
		from commitment c
		join person n on n.community_id = ${communityId} and n.person_id = c.person_id
		where c.community_id = ${communityId} and c.goal_id = g.goal_id and c.removed_at is null), '[]') as commitments,
	${versions} as versions
from goal g
join person l on l.community_id = ${communityId} and l.person_id = g.learner_id
where g.community_id = ${communityId} and g.learner_id = ${learnerId} ${oneGoal} ${recent}
order by g.created_at, g.goal_id`;
}

export interface StepView {
	readonly stepId: StepId;
	readonly goalId: GoalId | null;
	readonly opportunityId: OpportunityId | null;
	readonly words: string;
	readonly where: string | null;
	readonly minutes: number | null;
	readonly dueOn: SchoolDay | null;
	readonly url: string | null;
	readonly times: string | null;
	readonly picture: string | null;
	readonly addedBy: PersonId;
	readonly addedByName: string;
	readonly waitsFor: Side | null;
	readonly doneAt: Date | null;
	readonly removedAt: Date | null;
	readonly answeredByName: string | null;
	readonly answerWords: string | null;
}

export interface WhichSteps {
	readonly goalId?: GoalId;
	/** Only what may be done next. */
	readonly open?: boolean;
	readonly limit: number;
}

/** A learner's steps, those to do first, in the order they were added. One statement. */
export async function listStepViews(
	scope: Scope,
	learnerId: PersonId | null,
	which: WhichSteps
): Promise<readonly StepView[]> {
	const { rows } = await stepViews(scope, learnerId, which).execute(scope.tx);
	return rows;
}

/** The same as a query, for a statement that asks for other things too. */
export function stepViews(
	{ communityId }: Scope,
	learnerId: PersonId | null,
	{ goalId, open = false, limit }: WhichSteps
): RawBuilder<StepView> {
	const ofGoal = goalId ? sql`and s.goal_id = ${goalId}` : sql``;
	const toDo = open ? sql`and s.done_at is null and s.waits_for is null` : sql``;
	return sql<StepView>`
select s.step_id as "stepId", s.goal_id as "goalId", s.opportunity_id as "opportunityId", s.words, s.where_words as "where",
	s.minutes, s.due_on as "dueOn", o.url, o.times, o.picture, s.added_by as "addedBy", n.called as "addedByName",
	s.waits_for as "waitsFor", s.done_at as "doneAt", s.removed_at as "removedAt", b.called as "answeredByName",
	s.answer_words as "answerWords"
from step s
join person n on n.community_id = ${communityId} and n.person_id = s.added_by
left join person b on b.community_id = ${communityId} and b.person_id = s.answered_by
left join opportunity o on o.community_id = ${communityId} and o.opportunity_id = s.opportunity_id
left join goal g on g.community_id = ${communityId} and g.goal_id = s.goal_id
where s.community_id = ${communityId} and s.learner_id = ${learnerId} and s.removed_at is null ${ofGoal} ${toDo}
	and coalesce(g.state, 'active') not in ('set-aside')
order by s.done_at is not null, s.due_on nulls last, s.position, s.step_id
limit ${limit}`;
}

/** Something about a learner's plan that waits for one side's answer. */
export interface WaitingView {
	readonly what: 'proposal' | 'question' | 'step';
	readonly id: ProposalId | StepId;
	readonly goalId: GoalId | null;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly authorName: string;
	readonly authorRole: string;
	readonly goalWords: string;
	readonly kind: ProposalKind | null;
	readonly rung: Rung;
	readonly changes: FieldChanges;
	readonly fields: GoalFields | null;
	readonly words: string | null;
	readonly since: Date;
	/** The newest question about it, where one was asked. */
	readonly lastTurn: { readonly name: string; readonly words: string } | null;
}

/** What waits for the adults of these learners, oldest first: learners' proposals, questions to an adult's, steps. */
export async function listWaitingRows(
	scope: Scope,
	learnerIds: readonly PersonId[],
	limit: number
): Promise<readonly WaitingView[]> {
	const { communityId } = scope;
	const ids = [...learnerIds];
	const { rows } = await sql<WaitingView>`
select * from (
	select case when p.state = 'asked' then 'question' else 'proposal' end as what, p.proposal_id as id, p.goal_id as "goalId",
		p.learner_id as "learnerId", l.called as "learnerName", n.called as "authorName", p.author_role as "authorRole",
		g.fields ->> 'words' as "goalWords", p.kind, p.rung, p.changes, g.fields, p.words, p.made_at as since,
		(select jsonb_build_object('name', tn.called, 'words', t.words) from proposal_turn t
			join person tn on tn.community_id = ${communityId} and tn.person_id = t.author_id
			where t.community_id = ${communityId} and t.proposal_id = p.proposal_id order by t.turn_id desc limit 1) as "lastTurn"
	from goal_proposal p
	join goal g on g.community_id = ${communityId} and g.goal_id = p.goal_id
	join person l on l.community_id = ${communityId} and l.person_id = p.learner_id
	join person n on n.community_id = ${communityId} and n.person_id = p.author_id
	where p.community_id = ${communityId} and p.learner_id = any(${ids}::uuid[])
		and ((p.state = 'open' and p.side = 'learner') or (p.state = 'asked' and p.side = 'adult'))
	union all
	select 'step', s.step_id, s.goal_id, s.learner_id, l.called, n.called, 'learner', s.words, null, s.rung, '{}'::jsonb, null,
		s.where_words, s.added_at, null
	from step s
	join person l on l.community_id = ${communityId} and l.person_id = s.learner_id
	join person n on n.community_id = ${communityId} and n.person_id = s.added_by
	where s.community_id = ${communityId} and s.learner_id = any(${ids}::uuid[]) and s.waits_for = 'adult'
		and s.removed_at is null and s.done_at is null
) waiting order by since, id limit ${limit}`.execute(scope.tx);
	return rows;
}

export interface ReviewView {
	readonly goalId: GoalId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly goalWords: string;
	readonly reviewOn: SchoolDay;
}

/** Goals in force whose review day has come, earliest first. */
export interface WhichReviews {
	readonly learnerIds: readonly PersonId[];
	readonly until: SchoolDay;
	readonly limit: number;
}

export async function listReviewRows(
	scope: Scope,
	which: WhichReviews
): Promise<readonly ReviewView[]> {
	const { rows } = await reviewRows(scope, which).execute(scope.tx);
	return rows;
}

/** The statement itself, for pages that ask for more at once. */
export const reviewRows = (
	{ communityId }: Scope,
	{ learnerIds, until, limit }: WhichReviews
) => sql<ReviewView>`
select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.fields ->> 'words' as "goalWords",
	g.review_on as "reviewOn"
from goal g
join person l on l.community_id = ${communityId} and l.person_id = g.learner_id
where g.community_id = ${communityId} and g.learner_id = any(${[...learnerIds]}::uuid[]) and g.review_on <= ${until}
	and g.state in ('agreed','active','renegotiated')
order by g.review_on, g.goal_id limit ${limit}`;

/** How the plans of several learners stand, for a class page. */
export interface PlanStateView {
	readonly learnerId: PersonId;
	readonly inForce: number;
	readonly drafts: number;
	/** Proposals and questions that wait for an adult, and for the learner. */
	readonly waitForAdult: number;
	readonly waitForLearner: number;
	readonly reviewOn: SchoolDay | null;
}

export async function listPlanStateRows(
	scope: Scope,
	learnerIds: readonly PersonId[]
): Promise<readonly PlanStateView[]> {
	const { communityId } = scope;
	const { rows } = await sql<PlanStateView>`
select g.learner_id as "learnerId",
	count(*) filter (where g.state in ('agreed','active','renegotiated'))::int as "inForce",
	count(*) filter (where g.state = 'drafted')::int as drafts,
	count(*) filter (where (p.state = 'open' and p.side = 'learner') or (p.state = 'asked' and p.side = 'adult'))::int as "waitForAdult",
	count(*) filter (where (p.state = 'open' and p.side = 'adult') or (p.state = 'asked' and p.side = 'learner'))::int as "waitForLearner",
	min(g.review_on) filter (where g.state in ('agreed','active','renegotiated')) as "reviewOn"
from goal g
left join goal_proposal p on p.community_id = ${communityId} and p.goal_id = g.goal_id and p.state in ('open','asked')
where g.community_id = ${communityId} and g.learner_id = any(${[...learnerIds]}::uuid[])
group by g.learner_id`.execute(scope.tx);
	return rows;
}
