import { addDays, type SchoolDay } from '../../../platform/clock/index.ts';
import type { Scope } from '../../../platform/access/index.ts';
import { ladderRules, rungsOf, type Rung } from '../../agency/index.ts';
import { bandOf } from '../../pathways/index.ts';
import type { FieldChanges } from '../goal.ts';
import { propose, type ProposalKind } from '../negotiation.ts';
import type { ProposalId } from '../plans.tables.ts';
import { insertProposal, isKnownProposal } from '../proposal.store.ts';
import { alreadyDone, authorOf, settle, standingOf, type GoalResult, type Table } from './table.ts';

export interface PutForward {
	readonly id: ProposalId;
	readonly kind: ProposalKind;
	readonly baseVersion: number;
	readonly changes: FieldChanges;
	readonly words: string | null;
	readonly action: string;
}

/** The last day on which an adult may ask to talk about what takes effect now; null where they may not. */
export function talkUntil({ today }: Scope, rung: Rung): SchoolDay | null {
	const { talkDays } = ladderRules[rung];
	return talkDays === 0 ? null : addDays(today, talkDays);
}

/** One proposal about a goal on the table, in force at once or waiting, as the learner's rung for goals says. */
export async function putForward(
	scope: Scope,
	table: Table,
	{ id, kind, baseVersion, changes, words, action }: PutForward
): Promise<GoalResult> {
	if (await isKnownProposal(scope, id)) return alreadyDone(table);
	const { goal, side } = table;
	const learnerId = goal.learner_id;
	const { goal: rung } = await rungsOf(scope, learnerId, await bandOf(scope, learnerId));
	const proposal = { kind, side, rung, baseVersion, changes };
	const move = propose(standingOf(table), proposal);
	if (!move.ok) return move;
	const { inForce } = move.value;
	const author = authorOf(table);
	await insertProposal(scope, {
		...proposal,
		...author,
		proposalId: id,
		goalId: goal.goal_id,
		learnerId,
		words,
		state: inForce ? 'agreed' : 'open',
		counters: null,
		talkUntil: inForce && talkUntil(scope, rung)
	});
	return settle(scope, table, move.value, { action, kind, rung, author });
}
