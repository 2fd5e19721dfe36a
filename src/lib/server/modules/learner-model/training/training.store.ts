import { sql } from 'kysely';
import type { LearnerEvent } from '#engines/learner-model/index.ts';
import type { Scope } from '../../../platform/access/index.ts';
import type { PersonId } from '../../../platform/ids.ts';
import {
	engineColumns,
	toEngineEvent,
	type EvidenceId,
	type EvidenceTables
} from '../../evidence/index.ts';
import type { LearnerModelTables, TrainedModelId } from '../learner-model.tables.ts';
import type { Answering, LogSize, TrainedState } from './training.ts';

const db = (scope: Scope) => scope.tx.$extendTables<LearnerModelTables & EvidenceTables>();

/** How much there is up to an event, or up to now, and which event is the last. */
export async function measureLog(
	scope: Scope,
	upTo: EvidenceId | null
): Promise<LogSize & { readonly last: EvidenceId | null }> {
	let query = db(scope)
		.selectFrom('evidence_event')
		.select((eb) => [
			eb.fn.countAll<number>().as('events'),
			eb.fn.countAll<number>().filterWhere('kind', '=', 'response').as('answers'),
			eb.fn
				.count<number>('learner_id')
				.distinct()
				.filterWhere('kind', '=', 'response')
				.as('learners'),
			sql<EvidenceId | null>`(array_agg(event_id order by event_id desc))[1]`.as('last')
		])
		.where('community_id', '=', scope.communityId);
	if (upTo) query = query.where('event_id', '<=', upTo);
	return query.executeTakeFirstOrThrow();
}

/** Learners with answers up to an event, those who answered last first. */
export async function listAnswering(scope: Scope, upTo: EvidenceId): Promise<readonly Answering[]> {
	return db(scope)
		.selectFrom('evidence_event')
		.select((eb) => [
			'learner_id as learnerId',
			eb.fn.countAll<number>().as('answers'),
			sql<EvidenceId>`(array_agg(event_id order by event_id desc))[1]`.as('last')
		])
		.where('community_id', '=', scope.communityId)
		.where('kind', '=', 'response')
		.where('event_id', '<=', upTo)
		.groupBy('learner_id')
		.orderBy(sql`(array_agg(event_id order by event_id desc))[1]`, 'desc')
		.execute();
}

/** The logs of some learners up to an event, answers and withdrawals alone. */
export async function listTrainingEvents(
	scope: Scope,
	learnerIds: readonly PersonId[],
	upTo: EvidenceId
): Promise<ReadonlyMap<PersonId, readonly LearnerEvent[]>> {
	const rows = await db(scope)
		.selectFrom('evidence_event')
		.select(engineColumns)
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.where('kind', 'in', ['response', 'withdrawal'])
		.where('event_id', '<=', upTo)
		.orderBy('learner_id')
		.orderBy('event_id')
		.execute();
	const logs = new Map<PersonId, LearnerEvent[]>(learnerIds.map((id) => [id, []]));
	for (const row of rows) {
		const event = toEngineEvent(row);
		if (event) logs.get(row.learner_id)?.push(event);
	}
	return logs;
}

/** One trained model without its parameters. */
export interface TrainedRow extends LogSize {
	readonly modelId: TrainedModelId;
	readonly state: TrainedState;
	readonly upTo: EvidenceId;
	readonly graphStamp: string;
	readonly seed: number;
	readonly wentOnFrom: TrainedModelId | null;
	readonly afreshAnswers: number;
	readonly shippedLoss: number | null;
	readonly loss: number | null;
	readonly beganAt: Date;
	readonly endedAt: Date | null;
}

/** All trainings of the community, newest first; locked where one is about to change. */
export async function listTrained(
	scope: Scope,
	lock: 'lock' | 'read'
): Promise<readonly TrainedRow[]> {
	const query = db(scope)
		.selectFrom('trained_model')
		.select([
			'model_id as modelId',
			'state',
			'up_to as upTo',
			'events',
			'answers',
			'learners',
			'graph_stamp as graphStamp',
			'seed',
			'went_on_from as wentOnFrom',
			'afresh_answers as afreshAnswers',
			'shipped_loss as shippedLoss',
			'loss',
			'began_at as beganAt',
			'ended_at as endedAt'
		])
		.where('community_id', '=', scope.communityId)
		.orderBy('model_id', 'desc');
	return (lock === 'lock' ? query.forUpdate() : query).execute();
}

/** The bytes of one model: its parameters, or the stages behind it. */
export async function findBytes(
	scope: Scope,
	modelId: TrainedModelId,
	of: 'parameters' | 'stages'
): Promise<Buffer | null> {
	const row = await db(scope)
		.selectFrom('trained_model')
		.select(`${of} as bytes`)
		.where('community_id', '=', scope.communityId)
		.where('model_id', '=', modelId)
		.executeTakeFirst();
	return row?.bytes ?? null;
}

/** How many events up to `upTo` were withdrawn after it. */
export async function countWithdrawnSince(scope: Scope, upTo: EvidenceId): Promise<number> {
	const { withdrawn } = await db(scope)
		.selectFrom('evidence_event')
		.select((eb) => eb.fn.countAll<number>().as('withdrawn'))
		.where('community_id', '=', scope.communityId)
		.where('kind', '=', 'withdrawal')
		.where('event_id', '>', upTo)
		.where('withdraws', '<=', upTo)
		.executeTakeFirstOrThrow();
	return withdrawn;
}

/** Opens a training. */
export async function insertTraining(
	scope: Scope,
	row: Pick<
		TrainedRow,
		| 'modelId'
		| 'upTo'
		| 'events'
		| 'answers'
		| 'learners'
		| 'graphStamp'
		| 'seed'
		| 'wentOnFrom'
		| 'afreshAnswers'
	>
): Promise<void> {
	await db(scope)
		.insertInto('trained_model')
		.values({
			community_id: scope.communityId,
			model_id: row.modelId,
			state: 'training',
			up_to: row.upTo,
			events: row.events,
			answers: row.answers,
			learners: row.learners,
			graph_stamp: row.graphStamp,
			seed: row.seed,
			went_on_from: row.wentOnFrom,
			afresh_answers: row.afreshAnswers,
			stages: null,
			parameters: null,
			shipped_loss: null,
			loss: null,
			began_at: scope.now,
			ended_at: null
		})
		.execute();
}

/** Keeps what is finished of a training; false when it is no longer under way. */
export async function saveStages(
	scope: Scope,
	modelId: TrainedModelId,
	stages: Buffer
): Promise<boolean> {
	const { numUpdatedRows } = await db(scope)
		.updateTable('trained_model')
		.set({ stages })
		.where('community_id', '=', scope.communityId)
		.where('model_id', '=', modelId)
		.where('state', '=', 'training')
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Ends a training under way; false when it is not. */
export async function endTraining(
	scope: Scope,
	modelId: TrainedModelId,
	end: {
		readonly state: 'in-use' | 'not-better';
		readonly parameters: Buffer | null;
		readonly shippedLoss: number;
		readonly loss: number;
	}
): Promise<boolean> {
	const { numUpdatedRows } = await db(scope)
		.updateTable('trained_model')
		.set({
			state: end.state,
			parameters: end.parameters,
			...(end.state === 'in-use' ? {} : { stages: null }),
			shipped_loss: end.shippedLoss,
			loss: end.loss,
			ended_at: scope.now
		})
		.where('community_id', '=', scope.communityId)
		.where('model_id', '=', modelId)
		.where('state', '=', 'training')
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Takes the model in use out of use, before another takes its place. */
export async function retireInUse(scope: Scope): Promise<void> {
	await db(scope)
		.updateTable('trained_model')
		.set({ state: 'retired', stages: null })
		.where('community_id', '=', scope.communityId)
		.where('state', '=', 'in-use')
		.execute();
}

/** Forgets a training whose log is no longer the one it began with. */
export async function deleteTraining(scope: Scope, modelId: TrainedModelId): Promise<void> {
	await db(scope)
		.deleteFrom('trained_model')
		.where('community_id', '=', scope.communityId)
		.where('model_id', '=', modelId)
		.where('state', '=', 'training')
		.execute();
}
