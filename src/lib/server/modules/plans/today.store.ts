import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { RefresherRow } from '../pathways/index.ts';
import type { ProposalKind } from './negotiation.ts';
import { goalViews, stepViews, type GoalView, type StepView } from './plan.store.ts';
import type { GoalId, ProposalId } from './plans.tables.ts';

/** Something that came back to a learner about a goal. */
export interface GoalReplyView {
	readonly proposalId: ProposalId;
	readonly goalId: GoalId;
	readonly goalWords: string;
	/** Waits for the learner: `proposal`, `question`. Only tells: `agreed`, `declined`. */
	readonly what: 'proposal' | 'question' | 'agreed' | 'declined';
	readonly kind: ProposalKind;
	readonly name: string;
	readonly words: string | null;
	readonly at: Date;
}

interface WhichReplies {
	readonly learnerId: PersonId | null;
	readonly answeredSince: Date;
	readonly limit: number;
}

/** What waits for the learner comes first, then what was answered lately; newest first. */
const replyRows = (
	{ communityId }: Scope,
	{ learnerId, answeredSince, limit }: WhichReplies
) => sql<GoalReplyView>`
select p.proposal_id as "proposalId", p.goal_id as "goalId", g.fields ->> 'words' as "goalWords", p.kind,
	case p.state when 'open' then 'proposal' when 'asked' then 'question' else p.state end as what,
	case p.state when 'open' then a.called when 'asked' then coalesce(t.name, a.called) else b.called end as name,
	case p.state when 'open' then p.words when 'asked' then t.words else p.answer_words end as words,
	coalesce(p.answered_at, t.at, p.made_at) as at
from goal_proposal p
join goal g on g.community_id = ${communityId} and g.goal_id = p.goal_id
join person a on a.community_id = ${communityId} and a.person_id = p.author_id
left join person b on b.community_id = ${communityId} and b.person_id = p.answered_by
left join lateral (select n.called as name, x.words, x.at from proposal_turn x
	join person n on n.community_id = ${communityId} and n.person_id = x.author_id
	where x.community_id = ${communityId} and x.proposal_id = p.proposal_id
	order by x.turn_id desc limit 1) t on true
where p.community_id = ${communityId} and p.learner_id = ${learnerId} and (
	(p.state = 'open' and p.side = 'adult') or (p.state = 'asked' and p.side = 'learner')
	or (p.state in ('agreed','declined') and p.side = 'learner' and p.answered_at > ${answeredSince}
		and p.answered_by <> p.learner_id))
order by p.state not in ('open','asked'), at desc, p.proposal_id
limit ${limit}`;

/** Something to do next. */
export type TodayStep = Pick<StepView, 'stepId' | 'words' | 'where' | 'minutes' | 'picture'>;

interface WhichToday extends WhichReplies {
	readonly steps: number;
	/** What to ask for besides: at most one row; none when null. */
	readonly refresher: RawBuilder<RefresherRow> | null;
}

/** Steps to do next, replies about goals, and what may be refreshed, in one statement. */
export async function findTodayRow(
	scope: Scope,
	{ steps: limit, refresher, ...which }: WhichToday
): Promise<{
	readonly steps: readonly TodayStep[];
	readonly replies: readonly GoalReplyView[];
	readonly refresher: RefresherRow | null;
}> {
	const steps = stepViews(scope, which.learnerId, { open: true, limit });
	const { rows } = await sql<{
		readonly steps: readonly TodayStep[];
		readonly replies: readonly InJson<GoalReplyView>[];
		readonly refresher: RefresherRow | null;
	}>`
select coalesce((select jsonb_agg(jsonb_build_object('stepId', s."stepId", 'words', s.words, 'where', s."where",
		'minutes', s.minutes, 'picture', s.picture)) from (${steps}) s), '[]') as steps,
	coalesce((select json_agg(to_json(r)) from (${replyRows(scope, which)}) r), '[]') as replies,
	${refresher ? sql`(select to_jsonb(f) from (${refresher}) f)` : sql`null::jsonb`} as refresher`.execute(
		scope.tx
	);
	const found = rows[0] ?? { steps: [], replies: [], refresher: null };
	return { ...found, replies: found.replies.map((one) => ({ ...one, at: new Date(one.at) })) };
}

/** Something to do at home, from the bank. */
export interface TogetherView {
	readonly opportunityId: OpportunityId;
	readonly title: string;
	readonly about: string;
	readonly minutes: number | null;
	readonly costMinor: number | null;
	readonly currency: string | null;
	readonly picture: string | null;
	/** The goal in force it helps with; null where it fits none. */
	readonly goalId: GoalId | null;
}

export interface FamilyHomeView {
	readonly goals: readonly GoalView[];
	/** Three at most: what helps with a goal first, another choice each week. */
	readonly together: readonly TogetherView[];
}

/** Nested rows come as JSON, so instants are text there. */
type InJson<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] };

interface WhichHome {
	readonly learnerId: PersonId | null;
	readonly today: SchoolDay;
}

/** Home opportunities for the learner's age: for a goal in force first, then drawn by the week. */
const togetherOf = ({ communityId }: Scope, { learnerId, today }: WhichHome) => sql`
select x.* from (select o.opportunity_id as "opportunityId", o.title, o.about, o.minutes, o.cost_minor as "costMinor", o.currency, o.picture,
	(select g.goal_id from goal g
		join opportunity_outcome l on l.community_id = ${communityId} and l.opportunity_id = o.opportunity_id
			and l.part = 'builds' and g.fields -> 'outcomeIds' ? l.outcome_id::text
		where g.community_id = ${communityId} and g.learner_id = ${learnerId}
			and g.state in ('agreed','active','renegotiated')
		order by g.created_at limit 1) as "goalId"
from opportunity o
join person l on l.community_id = ${communityId} and l.person_id = ${learnerId}
where o.community_id = ${communityId} and o.place = 'home' and o.retired_at is null
	and coalesce(o.age_from, 0) <= coalesce(extract(year from age(${today}::date, l.birth_date)), 99)
	and coalesce(o.age_to, 99) >= coalesce(extract(year from age(${today}::date, l.birth_date)), 0)) x
order by x."goalId" is null, md5(x."opportunityId"::text || to_char(${today}::date, 'IYYY-IW')), x."opportunityId"
limit 3`;

export async function findFamilyHomeRow(scope: Scope, which: WhichHome): Promise<FamilyHomeView> {
	const { rows } = await sql<{
		readonly goals: readonly InJson<GoalView>[];
		readonly together: readonly TogetherView[];
	}>`
select coalesce((select json_agg(to_json(g)) from (${goalViews(scope, which)}) g
		where g.state not in ('drafted','achieved','set-aside')), '[]') as goals,
	coalesce((select json_agg(to_json(t)) from (${togetherOf(scope, which)}) t), '[]') as together`.execute(
		scope.tx
	);
	const { goals, together } = rows[0] ?? { goals: [], together: [] };
	return {
		goals: goals.map((goal) => ({
			...goal,
			createdAt: new Date(goal.createdAt),
			changedAt: new Date(goal.changedAt)
		})),
		together
	};
}
