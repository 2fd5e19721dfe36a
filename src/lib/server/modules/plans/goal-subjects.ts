import { sql } from 'kysely';
import { mayFor, related, type RelationshipKind, type Scope } from '../../platform/access/index.ts';
import { onePlan } from '../../platform/db/one-plan.ts';
import type { PersonId, Uuid } from '../../platform/ids.ts';
import { seePlan } from './plans.policy.ts';

/** A goal, or a proposal about one, as something to talk about. */
export interface GoalSubject {
	readonly learnerId: PersonId;
	/** The goal in the learner's words. */
	readonly title: string;
	readonly openTo: readonly RelationshipKind[];
	/** Mentors who promised something for this goal. */
	readonly alsoOpenTo: readonly PersonId[];
}
interface Row {
	readonly id: Uuid;
	readonly learnerId: PersonId;
	readonly title: string;
	readonly mentors: readonly PersonId[];
}

const openTo: readonly RelationshipKind[] = ['family-of', 'teaches', 'supports'];

/** Whoever reads the plan sees the goal; a mentor sees the goals for which they promised something. */
const isOpen = (scope: Scope, { learnerId, mentors }: Row): boolean =>
	scope.actor.kind === 'person' &&
	(mayFor(scope.actor, seePlan, learnerId) ||
		(mentors.includes(scope.actor.personId) &&
			mayFor(scope.actor, [related('mentors')], learnerId)));

const openOf = (scope: Scope, rows: readonly Row[]): ReadonlyMap<Uuid, GoalSubject> =>
	new Map(
		rows
			.filter((row) => isOpen(scope, row))
			.map(({ id, learnerId, title, mentors }) => [
				id,
				{ learnerId, title, openTo, alsoOpenTo: mentors }
			])
	);

const mentorsOf = ({
	communityId
}: Scope) => sql`coalesce((select jsonb_agg(distinct c.person_id) from commitment c
	where c.community_id = ${communityId} and c.goal_id = g.goal_id and c.role = 'mentor' and c.removed_at is null), '[]')`;

/** The goals among these ids that the acting person may talk about. One statement. */
export async function goalSubjects(
	scope: Scope,
	ids: readonly Uuid[]
): Promise<ReadonlyMap<Uuid, GoalSubject>> {
	const { rows } = await sql<Row>`
select ${onePlan} g.goal_id as id, g.learner_id as "learnerId", g.fields ->> 'words' as title, ${mentorsOf(scope)} as mentors
from goal g
where g.community_id = ${scope.communityId} and g.goal_id = any(${[...ids]}::uuid[])`.execute(
		scope.tx
	);
	return openOf(scope, rows);
}

/** The proposals among these ids that the acting person may talk about. One statement. */
export async function proposalSubjects(
	scope: Scope,
	ids: readonly Uuid[]
): Promise<ReadonlyMap<Uuid, GoalSubject>> {
	const { rows } = await sql<Row>`
select ${onePlan} p.proposal_id as id, g.learner_id as "learnerId", g.fields ->> 'words' as title, ${mentorsOf(scope)} as mentors
from goal_proposal p
join goal g on g.community_id = ${scope.communityId} and g.goal_id = p.goal_id
where p.community_id = ${scope.communityId} and p.proposal_id = any(${[...ids]}::uuid[])`.execute(
		scope.tx
	);
	return openOf(scope, rows);
}
