import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { PeopleTables } from '../people/index.ts';
import type { ConversationTables, SignalId } from './conversations.tables.ts';
import type { HelpKind } from './help.ts';

const db = (scope: Scope) => scope.tx.$extendTables<ConversationTables & PeopleTables>();

export interface NewSignal {
	readonly signalId: SignalId;
	readonly learnerId: PersonId;
	readonly kind: HelpKind;
	readonly words: string | null;
	readonly aboutOutcomeId: OutcomeId | null;
}

/** Raises a hand; one of this kind that is up already, or a repeated send, stays as it is. Answers whether it was new. */
export async function insertSignal(scope: Scope, signal: NewSignal): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('help_signal')
		.values({
			community_id: scope.communityId,
			signal_id: signal.signalId,
			learner_id: signal.learnerId,
			kind: signal.kind,
			words: signal.words,
			about_outcome_id: signal.aboutOutcomeId,
			made_at: scope.now,
			answered_by: null,
			answer: null,
			answered_at: null,
			taken_back_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** The signal, locked. */
export async function lockSignal(scope: Scope, signalId: SignalId) {
	return db(scope)
		.selectFrom('help_signal')
		.select([
			'learner_id as learnerId',
			'kind',
			'answered_at as answeredAt',
			'answered_by as answeredBy',
			'taken_back_at as takenBackAt'
		])
		.where('community_id', '=', scope.communityId)
		.where('signal_id', '=', signalId)
		.forUpdate()
		.executeTakeFirst();
}

/** Whether this learner has a hand of this kind up now. */
export async function isHandUp(
	scope: Scope,
	learnerId: PersonId,
	kind: HelpKind
): Promise<boolean> {
	const row = await db(scope)
		.selectFrom('help_signal')
		.select('signal_id')
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('kind', '=', kind)
		.where('answered_at', 'is', null)
		.where('taken_back_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

export async function updateSignal(
	scope: Scope,
	signalId: SignalId,
	change: Partial<
		Pick<
			ConversationTables['help_signal'],
			'answered_by' | 'answer' | 'answered_at' | 'taken_back_at'
		>
	>
): Promise<void> {
	await db(scope)
		.updateTable('help_signal')
		.set(change)
		.where('community_id', '=', scope.communityId)
		.where('signal_id', '=', signalId)
		.execute();
}

/** A hand that is up, as the adults who may go over see it. */
export interface HelpWaitingView {
	readonly signalId: SignalId;
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly kind: HelpKind;
	readonly words: string | null;
	readonly aboutOutcomeId: OutcomeId | null;
	readonly madeAt: Date;
}

/** Hands that are up among these learners, the longest waiting first. */
export async function listOpenSignals(
	scope: Scope,
	learnerIds: readonly PersonId[],
	limit: number
): Promise<readonly HelpWaitingView[]> {
	return db(scope)
		.selectFrom('help_signal')
		.innerJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'help_signal.learner_id')
				.on('person.community_id', '=', scope.communityId)
		)
		.select([
			'help_signal.signal_id as signalId',
			'help_signal.learner_id as learnerId',
			'person.called as learnerName',
			'help_signal.kind',
			'help_signal.words',
			'help_signal.about_outcome_id as aboutOutcomeId',
			'help_signal.made_at as madeAt'
		])
		.where('help_signal.community_id', '=', scope.communityId)
		.where('help_signal.learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.where('help_signal.answered_at', 'is', null)
		.where('help_signal.taken_back_at', 'is', null)
		.orderBy('help_signal.made_at')
		.orderBy('help_signal.signal_id')
		.limit(limit)
		.execute();
}
