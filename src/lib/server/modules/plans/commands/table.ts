import { mayFor, type PersonActor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, type Rung, type Side } from '../../agency/index.ts';
import { insertAgreements, lockGoal, saveStanding, type GoalRow } from '../goal.store.ts';
import type { Move, NegotiationCode, ProposalKind, Standing } from '../negotiation.ts';
import { negotiateGoals, roleIn, sideOf } from '../plans.policy.ts';
import type { GoalId } from '../plans.tables.ts';
import { findOpen, type ProposalRow } from '../proposal.store.ts';

/** Every way a command about a goal can be refused. */
export type GoalFailure = Failure<
	NegotiationCode | 'plans.not-found' | 'plans.words-missing' | 'plans.needs-two-offers'
>;
/** What every such command gives back. */
export interface GoalAnswer {
	readonly goalId: GoalId;
	readonly learnerId: PersonId;
	/** Whether something new is in force now; else it waits, or nothing changed. */
	readonly isInForce: boolean;
}
export type GoalResult = Result<GoalAnswer, GoalFailure>;

/** A goal on the table: locked, permitted, with who sits here and what waits. */
export interface Table {
	readonly goal: GoalRow;
	readonly open: ProposalRow | null;
	readonly actor: PersonActor;
	readonly side: Side;
}

export const standingOf = ({ goal, open }: Table): Standing => ({
	state: goal.state,
	version: goal.version,
	fields: goal.fields,
	open
});

/** Locks a goal that this person may negotiate, and what waits on it. */
export async function sitDown(
	scope: Scope,
	goalId: GoalId
): Promise<Result<Table, Failure<'plans.not-found'>>> {
	const { actor } = scope;
	const goal = await lockGoal(scope, goalId);
	if (!goal || actor.kind !== 'person' || !mayFor(actor, negotiateGoals, goal.learner_id)) {
		return fail('plans.not-found');
	}
	const open = await findOpen(scope, goalId);
	return ok({ goal, open, actor, side: sideOf(actor, goal.learner_id) });
}

/** How a move goes into the decision log. */
export interface Told {
	readonly action: string;
	readonly kind: ProposalKind;
	readonly rung: Rung;
	/** Who put it forward. */
	readonly author: Pick<ProposalRow, 'authorId' | 'authorRole' | 'side'>;
}

export const authorOf = ({ actor, goal, side }: Table): Told['author'] => ({
	authorId: actor.personId,
	authorRole: roleIn(actor, goal.learner_id),
	side
});

/** Stores a move: the goal's standing, who agreed by name, the decision, the news. */
export async function settle(
	scope: Scope,
	table: Table,
	move: Move,
	{ action, kind, rung, author }: Told
): Promise<GoalResult> {
	const { goal, actor, side } = table;
	const learnerId = goal.learner_id;
	const { standing, inForce } = move;
	await saveStanding(scope, goal, standing);
	if (inForce) {
		const here = { person_id: actor.personId, role: roleIn(actor, learnerId), side };
		const there = { person_id: author.authorId, role: author.authorRole, side: author.side };
		const both = [here, there].filter((one) => inForce.agreed.includes(one.side));
		await insertAgreements(scope, goal.goal_id, standing.version, both);
	}
	await recordDecision(scope, {
		action,
		learnerId,
		object: { type: 'goal', id: goal.goal_id },
		changes: {
			state: [goal.state, standing.state],
			version: [goal.version, standing.version],
			proposal: [null, kind]
		},
		...(inForce && {
			ladder: {
				kind: 'goal',
				decided: ladderRules[rung].decided,
				rung,
				initiatorId: author.authorId
			}
		})
	});
	if (inForce) await announce(scope, 'plans.goal-agreed', { learnerId, goalId: goal.goal_id });
	return ok({ goalId: goal.goal_id, learnerId, isInForce: inForce !== null });
}

/** The answer to a request that was already carried out. */
export const alreadyDone = ({ goal }: Table): GoalResult =>
	ok({ goalId: goal.goal_id, learnerId: goal.learner_id, isInForce: false });
