import { sql } from 'kysely';
import { actorId, type Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { CurriculumTables } from '../curriculum/index.ts';
import type { EvidenceView } from './evidence.ts';
import type { EvidenceId, EvidenceTables } from './evidence.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<EvidenceTables & CurriculumTables>();

type Row = EvidenceTables['evidence_event'];
type Needed = Pick<
	Row,
	'learner_id' | 'event_id' | 'kind' | 'at' | 'place' | 'source' | 'outcome_ids'
>;

/** A row to be written; what a kind does not use stays empty. */
export type NewEvidence = Needed &
	Partial<Omit<Row, keyof Needed | 'community_id' | 'recorded_at'>>;

const rowsPerStatement = 2_000;

/** Appends events; one that is there already (a retried request) is left as it is. Returns how many were new. */
export async function insertEvidence(
	scope: Scope,
	events: readonly NewEvidence[]
): Promise<number> {
	let added = 0;
	for (let start = 0; start < events.length; start += rowsPerStatement) {
		const { numInsertedOrUpdatedRows } = await db(scope)
			.insertInto('evidence_event')
			.values(
				events.slice(start, start + rowsPerStatement).map((event) => ({
					weight: 1,
					item_id: null,
					result: null,
					seconds: null,
					level: null,
					words: null,
					is_talk: false,
					author_id: actorId(scope),
					subject_id: null,
					withdraws: null,
					...event,
					outcome_ids: [...event.outcome_ids],
					community_id: scope.communityId,
					recorded_at: scope.now
				}))
			)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		added += Number(numInsertedOrUpdatedRows ?? 0);
	}
	return added;
}

export interface WhichEvidence {
	readonly outcomeId?: OutcomeId;
	/** Older than this one: the way to the next page. */
	readonly before?: EvidenceId;
	readonly limit?: number;
}

/** A learner's evidence, newest first, with what was withdrawn marked; withdrawals themselves are not listed. */
export async function listEvidenceRows(
	scope: Scope,
	learnerId: PersonId | null,
	{ outcomeId, before, limit = 20 }: WhichEvidence
): Promise<readonly EvidenceView[]> {
	let query = db(scope)
		.selectFrom('evidence_event as e')
		.leftJoin('evidence_event as w', (join) =>
			join
				.onRef('w.withdraws', '=', 'e.event_id')
				.on('w.community_id', '=', scope.communityId)
				.on('w.learner_id', '=', learnerId)
		)
		.select([
			'e.event_id as eventId',
			'e.kind',
			'e.at',
			'e.place',
			'e.source',
			'e.outcome_ids as outcomeIds',
			'e.result',
			'e.level',
			'e.words',
			'e.is_talk as isTalk',
			'e.author_id as authorId',
			'w.at as withdrawnAt'
		])
		.where('e.community_id', '=', scope.communityId)
		.where('e.learner_id', '=', learnerId)
		.where('e.kind', '<>', 'withdrawal')
		.orderBy('e.event_id', 'desc')
		.limit(limit);
	if (outcomeId) query = query.where(sql<boolean>`${outcomeId} = any(e.outcome_ids)`);
	if (before) query = query.where('e.event_id', '<', before);
	return query.execute();
}

/** The columns of an event that the engine folds. */
export type EngineRow = Pick<
	Row,
	| 'event_id'
	| 'learner_id'
	| 'kind'
	| 'at'
	| 'outcome_ids'
	| 'weight'
	| 'item_id'
	| 'result'
	| 'level'
	| 'withdraws'
	| 'author_id'
>;

/** They are asked for by name, also where a longer log is read. */
export const engineColumns = [
	'event_id',
	'learner_id',
	'kind',
	'at',
	'outcome_ids',
	'weight',
	'item_id',
	'result',
	'level',
	'withdraws',
	'author_id'
] as const;

/** The events of several learners at once, oldest first; the engine's input for a class page in one statement. */
export async function listEngineRows(
	scope: Scope,
	learnerIds: readonly PersonId[],
	after?: EvidenceId
): Promise<readonly EngineRow[]> {
	let query = db(scope)
		.selectFrom('evidence_event')
		.select(engineColumns)
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.orderBy('learner_id')
		.orderBy('event_id');
	if (after) query = query.where('event_id', '>', after);
	return query.execute();
}

export type FoundEvidence = Pick<
	Row,
	'event_id' | 'kind' | 'author_id' | 'outcome_ids' | 'place'
> & { readonly isWithdrawn: boolean };

/** One event of a learner, locked against nothing: events never change. */
export async function findEvidence(
	scope: Scope,
	learnerId: PersonId,
	eventId: EvidenceId
): Promise<FoundEvidence | undefined> {
	const found = await db(scope)
		.selectFrom('evidence_event as e')
		.leftJoin('evidence_event as w', (join) =>
			join
				.onRef('w.withdraws', '=', 'e.event_id')
				.on('w.community_id', '=', scope.communityId)
				.on('w.learner_id', '=', learnerId)
		)
		.select([
			'e.event_id',
			'e.kind',
			'e.author_id',
			'e.outcome_ids',
			'e.place',
			'w.event_id as withdrawal'
		])
		.where('e.community_id', '=', scope.communityId)
		.where('e.learner_id', '=', learnerId)
		.where('e.event_id', '=', eventId)
		.limit(1)
		.executeTakeFirst();
	if (!found) return undefined;
	const { withdrawal, ...event } = found;
	return { ...event, isWithdrawn: withdrawal !== null };
}

/** Whether all of these are outcomes of this community: an array holds no foreign keys. */
export async function areOutcomes(scope: Scope, ids: readonly OutcomeId[]): Promise<boolean> {
	const wanted = [...new Set(ids)];
	const { count } = await db(scope)
		.selectFrom('adopted_outcome')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('community_id', '=', scope.communityId)
		.where('outcome_id', '=', sql<OutcomeId>`any(${wanted}::uuid[])`)
		.executeTakeFirstOrThrow();
	return count === wanted.length;
}
