import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope } from '../../platform/access/index.ts';
import { onePlan } from '../../platform/db/one-plan.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { CurriculumTables } from '../curriculum/index.ts';
import {
	toEngineEvent,
	type EngineRow,
	type EvidenceId,
	type EvidenceTables
} from '../evidence/index.ts';
import type { PeopleTables } from '../people/index.ts';
import type { History } from './history.ts';
import type { LearnerModelTables, TrainedModelId } from './learner-model.tables.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<LearnerModelTables & EvidenceTables & PeopleTables & CurriculumTables>();

/** What beliefs are folded with, as it stands now. */
export interface ModelStamp {
	/** Changes when a framework is adopted or changed. */
	readonly graphStamp: string;
	/** The parameters in use; null for those that Locus ships with. */
	readonly trainedId: TrainedModelId | null;
	/** Names what is known by heart: another one needs no new beliefs, only a new look at the outcomes. */
	readonly factStamp: string;
}

export interface Histories {
	/** Null when nobody was read. */
	readonly stamp: ModelStamp | null;
	readonly histories: readonly History[];
}

/** Earlier than every key: without a snapshot the whole log is the tail. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Snapshots of a model version with the log after them, several learners in one statement. A version nobody has
 * (such as '') gives whole logs.
 */
export async function loadHistories(
	scope: Scope,
	learnerIds: readonly PersonId[],
	version: string,
	also: 'with-recalls' | 'alone' = 'alone'
): Promise<Histories> {
	const { communityId } = scope;
	const rows = await db(scope)
		.selectFrom('person')
		.modifyFront(onePlan)
		.leftJoin('belief_snapshot as s', (join) =>
			join
				.onRef('s.learner_id', '=', 'person.person_id')
				.on('s.community_id', '=', communityId)
				.on('s.model_version', '=', version)
		)
		.select((eb) => [
			'person.person_id as learnerId',
			's.events_seen as eventsSeen',
			// As the text it is: bytes would come as two letters each.
			sql<string | null>`convert_from(s.state, 'UTF8')`.as('state'),
			's.last_event_id as lastSeen',
			graphStampOf(scope).as('graphStamp'),
			trainedIdOf(scope).as('trainedId'),
			factStampOf(scope).as('factStamp'),
			eb
				.selectFrom('evidence_event as older')
				.select((of) => of.fn.countAll<number>().as('count'))
				.where('older.community_id', '=', communityId)
				.whereRef('older.learner_id', '=', 'person.person_id')
				.whereRef('older.event_id', '<=', 's.last_event_id')
				.as('older'),
			jsonArrayFrom(
				eb
					.selectFrom('evidence_event as e')
					.select(eventColumns)
					.where('e.community_id', '=', communityId)
					.whereRef('e.learner_id', '=', 'person.person_id')
					.where('e.event_id', '>', sql<EvidenceId>`coalesce(s.last_event_id, ${beforeAll}::uuid)`)
					.orderBy('e.event_id')
			).as('tail')
		])
		.$if(also === 'with-recalls', (query) =>
			query.select((eb) =>
				jsonArrayFrom(
					eb
						.selectFrom('evidence_event as e')
						.select(eventColumns)
						.where('e.community_id', '=', communityId)
						.whereRef('e.learner_id', '=', 'person.person_id')
						// Asked once: where nothing is to be known by heart, no log is read for it.
						.where((of) => of.exists(factsOf(scope)))
						.where((of) =>
							of.or([
								of('e.kind', '=', 'withdrawal'),
								of.exists(factsOf(scope).where(sql<boolean>`fact.outcome_id = any(e.outcome_ids)`))
							])
						)
						.orderBy('e.event_id')
				).as('recalls')
			)
		)
		.where('person.community_id', '=', communityId)
		.where('person.person_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.execute();
	return {
		stamp: rows[0] ? toStamp(rows[0]) : null,
		histories: rows.map((row) => ({
			learnerId: row.learnerId,
			snapshot:
				row.state === null || row.eventsSeen === null
					? null
					: { eventsSeen: row.eventsSeen, state: row.state },
			older: row.older ?? 0,
			tail: row.tail.flatMap((event) => toEngineEvent(dated(event)) ?? []),
			tailRows: row.tail.length,
			recalls: (row.recalls ?? []).flatMap((event) => toEngineEvent(dated(event)) ?? []),
			lastEventId: row.tail.at(-1)?.event_id ?? row.lastSeen
		}))
	};
}

const eventColumns = [
	'e.event_id',
	'e.learner_id',
	'e.kind',
	'e.at',
	'e.outcome_ids',
	'e.weight',
	'e.item_id',
	'e.result',
	'e.level',
	'e.withdraws',
	'e.author_id'
] as const;

/** What is to be known by heart. */
const factsOf = (scope: Scope) =>
	db(scope)
		.selectFrom('adopted_outcome as fact')
		.select('fact.outcome_id')
		.where('fact.community_id', '=', scope.communityId)
		.where('fact.is_fact', '=', true);

const graphStampOf = (scope: Scope) =>
	db(scope)
		.selectFrom('adopted_framework')
		.select(
			sql<string>`count(*) || ' ' || coalesce(extract(epoch from max(adopted_at)), 0)`.as('stamp')
		)
		.where('adopted_framework.community_id', '=', scope.communityId);

const factStampOf = (scope: Scope) =>
	db(scope)
		.selectFrom('adopted_framework')
		.select(sql<string>`coalesce(sum(facts_turned), 0)::text`.as('stamp'))
		.where('adopted_framework.community_id', '=', scope.communityId);

const trainedIdOf = (scope: Scope) =>
	db(scope)
		.selectFrom('trained_model')
		.select('trained_model.model_id')
		.where('trained_model.community_id', '=', scope.communityId)
		.where('trained_model.state', '=', 'in-use');

const toStamp = (row: {
	readonly graphStamp: string | null;
	readonly trainedId: TrainedModelId | null;
	readonly factStamp: string | null;
}): ModelStamp => ({
	graphStamp: row.graphStamp ?? '',
	trainedId: row.trainedId,
	factStamp: row.factStamp ?? ''
});

/** The stamp alone. */
export async function findModelStamp(scope: Scope): Promise<ModelStamp> {
	const row = await db(scope)
		.selectNoFrom([
			graphStampOf(scope).as('graphStamp'),
			trainedIdOf(scope).as('trainedId'),
			factStampOf(scope).as('factStamp')
		])
		.executeTakeFirstOrThrow();
	return toStamp(row);
}

/** Instants come out of JSON as text. */
const dated = (row: Omit<EngineRow, 'at'> & { readonly at: Date | string }): EngineRow => ({
	...row,
	at: new Date(row.at)
});

export interface NewSnapshot {
	readonly learnerId: PersonId;
	readonly modelVersion: string;
	readonly eventsSeen: number;
	readonly lastEventId: EvidenceId | null;
	readonly state: Buffer;
}

/** Puts a newer snapshot in the place of the old one; either is right, since a read checks what it finds. */
export async function saveSnapshot(scope: Scope, snapshot: NewSnapshot): Promise<void> {
	await db(scope)
		.insertInto('belief_snapshot')
		.values({
			community_id: scope.communityId,
			learner_id: snapshot.learnerId,
			model_version: snapshot.modelVersion,
			events_seen: snapshot.eventsSeen,
			last_event_id: snapshot.lastEventId,
			state: snapshot.state,
			taken_at: scope.now
		})
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'learner_id']).doUpdateSet((eb) => ({
				model_version: eb.ref('excluded.model_version'),
				events_seen: eb.ref('excluded.events_seen'),
				last_event_id: eb.ref('excluded.last_event_id'),
				state: eb.ref('excluded.state'),
				taken_at: eb.ref('excluded.taken_at')
			}))
		)
		.execute();
}

/** Learners whose snapshot does not serve a page well, those without one first. */
export async function listStale(
	scope: Scope,
	version: string,
	{ tail, most }: { readonly tail: number; readonly most: number }
): Promise<readonly PersonId[]> {
	const { communityId } = scope;
	const rows = await db(scope)
		.selectFrom((from) =>
			from
				.selectFrom('person')
				.leftJoin('belief_snapshot as s', (join) =>
					join
						.onRef('s.learner_id', '=', 'person.person_id')
						.on('s.community_id', '=', communityId)
						.on('s.model_version', '=', version)
				)
				.select((eb) => [
					'person.person_id',
					's.taken_at',
					's.events_seen',
					eb
						.selectFrom('evidence_event as older')
						.select((of) => of.fn.countAll<number>().as('count'))
						.where('older.community_id', '=', communityId)
						.whereRef('older.learner_id', '=', 'person.person_id')
						.whereRef('older.event_id', '<=', 's.last_event_id')
						.as('older'),
					eb
						.selectFrom('evidence_event as e')
						.select(
							sql<number>`count(*) + ${tail} * count(*) filter (where e.kind = 'withdrawal')`.as(
								'n'
							)
						)
						.where('e.community_id', '=', communityId)
						.whereRef('e.learner_id', '=', 'person.person_id')
						.where(
							'e.event_id',
							'>',
							sql<EvidenceId>`coalesce(s.last_event_id, ${beforeAll}::uuid)`
						)
						.as('newer')
				])
				.where('person.community_id', '=', communityId)
				.as('h')
		)
		.select('h.person_id as learnerId')
		.where((eb) => eb.or([eb('h.newer', '>=', tail), eb('h.older', '<>', eb.ref('h.events_seen'))]))
		.orderBy('h.taken_at', (order) => order.asc().nullsFirst())
		.orderBy('h.person_id')
		.limit(most)
		.execute();
	return rows.map(({ learnerId }) => learnerId);
}

/** Strand, ages and kind of every adopted outcome. */
export async function listOutcomePlaces(scope: Scope) {
	const rows = await db(scope)
		.selectFrom('adopted_outcome')
		.select([
			'outcome_id as outcomeId',
			'strand_id as strandId',
			'age_from as ageFrom',
			'age_to as ageTo',
			'is_fact as isFact'
		])
		.where('community_id', '=', scope.communityId)
		.where('kind', '=', 'outcome')
		.orderBy('framework_id')
		.orderBy('position')
		.execute();
	return new Map(rows.map(({ outcomeId, ...place }) => [outcomeId, place]));
}
