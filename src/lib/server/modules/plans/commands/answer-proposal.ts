import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { idField, optionalWordsField, wordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { ladderRules } from '../../agency/index.ts';
import { differenceOf } from '../goal.ts';
import { goalFieldsInput, toFields } from '../goal-form.ts';
import { countOffers, findProposal } from '../goal.store.ts';
import { agree, ask, counter, decline, reply, withdraw, type Negotiated } from '../negotiation.ts';
import type { ProposalId, TurnId } from '../plans.tables.ts';
import {
	insertProposal,
	insertTurn,
	isKnownProposal,
	updateProposal,
	type ProposalRow
} from '../proposal.store.ts';
import { talkUntil } from './put-forward.ts';
import {
	alreadyDone,
	authorOf,
	settle,
	sitDown,
	standingOf,
	type GoalFailure,
	type GoalResult,
	type Table
} from './table.ts';

interface Answering {
	readonly table: Table;
	readonly open: ProposalRow;
}

/** Sits down at the goal of a proposal that still waits; one that was answered meanwhile is stale. */
async function answering(
	scope: Scope,
	proposalId: ProposalId
): Promise<Result<Answering, GoalFailure>> {
	const found = await findProposal(scope, proposalId);
	if (!found) return fail('plans.not-found');
	const table = await sitDown(scope, found.goal_id);
	if (!table.ok) return table;
	const { open } = table.value;
	if (open?.proposalId !== proposalId) return fail('plans.stale');
	return ok({ table: table.value, open });
}

/** Stores an answer's move and what becomes of the proposal. */
async function conclude(
	scope: Scope,
	{ table, open }: Answering,
	negotiated: Negotiated,
	answer: {
		readonly action: string;
		readonly state: Parameters<typeof updateProposal>[2]['state'];
		readonly words?: string | null;
	}
): Promise<GoalResult> {
	if (!negotiated.ok) return negotiated;
	await updateProposal(scope, open.proposalId, {
		state: answer.state,
		by: table.actor.personId,
		words: answer.words ?? null
	});
	return settle(scope, table, negotiated.value, {
		action: answer.action,
		kind: open.kind,
		rung: open.rung,
		author: open
	});
}

export const agreeProposalInput = v.object({
	proposalId: idField<ProposalId>(),
	words: optionalWordsField(500)
});
export type AgreeProposalInput = v.InferOutput<typeof agreeProposalInput>;

/** An offer counts as a choice while it is this fresh. */
const offersSince = 60 * 86_400_000;

/** The other side says yes. At rung 1 a learner can only pick where two or more were on offer. */
export async function agreeProposal(
	scope: Scope,
	{ proposalId, words }: AgreeProposalInput
): Promise<GoalResult> {
	const at = await answering(scope, proposalId);
	if (!at.ok) return at;
	const { table, open } = at.value;
	const { leastOptions } = ladderRules[open.rung];
	if (table.side === 'learner' && open.kind === 'new' && leastOptions > 1) {
		const since = new Date(scope.now.getTime() - offersSince);
		const offers = await countOffers(scope, table.goal.learner_id, since);
		if (offers < leastOptions) return fail('plans.needs-two-offers');
	}
	return conclude(scope, at.value, agree(standingOf(table), table.side), {
		action: 'plans.agree-proposal',
		state: 'agreed',
		words
	});
}

export const declineProposalInput = v.object({
	proposalId: idField<ProposalId>(),
	words: wordsField(500)
});

/** The other side says no, with a reason; what was in force stays as it was. */
export async function declineProposal(
	scope: Scope,
	{ proposalId, words }: v.InferOutput<typeof declineProposalInput>
): Promise<GoalResult> {
	const at = await answering(scope, proposalId);
	if (!at.ok) return at;
	const { table } = at.value;
	return conclude(scope, at.value, decline(standingOf(table), table.side), {
		action: 'plans.decline-proposal',
		state: 'declined',
		words
	});
}

export const withdrawProposalInput = v.object({ proposalId: idField<ProposalId>() });

/** The author takes it back; what was in force stays as it was. */
export async function withdrawProposal(
	scope: Scope,
	{ proposalId }: v.InferOutput<typeof withdrawProposalInput>
): Promise<GoalResult> {
	const at = await answering(scope, proposalId);
	if (!at.ok) return at;
	const { table } = at.value;
	return conclude(scope, at.value, withdraw(standingOf(table), table.side), {
		action: 'plans.withdraw-proposal',
		state: 'withdrawn'
	});
}

export const counterProposeInput = v.object({
	id: idField<ProposalId>(),
	proposalId: idField<ProposalId>(),
	say: optionalWordsField(500),
	...goalFieldsInput
});
export type CounterProposeInput = v.InferOutput<typeof counterProposeInput>;

/** "Something else instead": a proposal of one's own in place of the one that waited. */
export async function counterPropose(
	scope: Scope,
	input: CounterProposeInput
): Promise<GoalResult> {
	const at = await answering(scope, input.proposalId);
	if (!at.ok) {
		const known = await isKnownProposal(scope, input.id);
		const found = known ? await findProposal(scope, input.id) : undefined;
		const table = found && (await sitDown(scope, found.goal_id));
		return table?.ok ? alreadyDone(table.value) : at;
	}
	const { table, open } = at.value;
	const changes = differenceOf(table.goal.fields, toFields(input));
	const negotiated = counter(standingOf(table), table.side, changes);
	if (!negotiated.ok) return negotiated;
	const { standing, inForce } = negotiated.value;
	const author = authorOf(table);
	await updateProposal(scope, open.proposalId, { state: 'countered', by: author.authorId });
	await insertProposal(scope, {
		...author,
		proposalId: input.id,
		goalId: table.goal.goal_id,
		learnerId: table.goal.learner_id,
		kind: standing.open?.kind ?? open.kind,
		rung: open.rung,
		baseVersion: open.baseVersion,
		changes,
		words: input.say,
		state: inForce ? 'agreed' : 'open',
		counters: open.proposalId,
		talkUntil: inForce && talkUntil(scope, open.rung)
	});
	return settle(scope, table, negotiated.value, {
		action: 'plans.counter-propose',
		kind: open.kind,
		rung: open.rung,
		author
	});
}

export const sayAboutProposalInput = v.object({
	id: idField<TurnId>(),
	proposalId: idField<ProposalId>(),
	words: wordsField(500)
});
export type SayAboutProposalInput = v.InferOutput<typeof sayAboutProposalInput>;

/** Keeps a question or a reply, and whose turn it is then. */
async function sayAbout(
	scope: Scope,
	{ id, proposalId, words }: SayAboutProposalInput,
	turn: {
		readonly kind: 'question' | 'reply';
		readonly act: typeof ask;
		readonly action: string;
		readonly state: 'asked' | 'open';
	}
): Promise<GoalResult> {
	const at = await answering(scope, proposalId);
	if (!at.ok) return at;
	const { table, open } = at.value;
	const negotiated = turn.act(standingOf(table), table.side);
	if (!negotiated.ok) return negotiated;
	const { personId } = table.actor;
	const isNew = await insertTurn(scope, {
		turn_id: id,
		proposal_id: proposalId,
		author_id: personId,
		kind: turn.kind,
		words
	});
	if (!isNew) return alreadyDone(table);
	await updateProposal(scope, proposalId, { state: turn.state });
	return settle(scope, table, negotiated.value, {
		action: turn.action,
		kind: open.kind,
		rung: open.rung,
		author: open
	});
}

/** The other side asks before it answers; the proposal then waits for its author. */
export const askAboutProposal = (scope: Scope, input: SayAboutProposalInput): Promise<GoalResult> =>
	sayAbout(scope, input, {
		kind: 'question',
		act: ask,
		action: 'plans.ask-about-proposal',
		state: 'asked'
	});

/** The author answers a question; the proposal waits for the other side again. */
export const replyToQuestion = (scope: Scope, input: SayAboutProposalInput): Promise<GoalResult> =>
	sayAbout(scope, input, {
		kind: 'reply',
		act: reply,
		action: 'plans.reply-to-question',
		state: 'open'
	});
