import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { CurriculumTables, ItemId, StrandId } from '../curriculum/index.ts';
import type { EvidenceTables } from '../evidence/index.ts';
import type { CheckEnd, CheckProgress, WordsBefore } from './check.ts';
import type { CheckId, LearnerModelTables } from './learner-model.tables.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<LearnerModelTables & CurriculumTables & EvidenceTables>();

/** What a check is about: a strand, or one outcome ("test me"). */
export type CheckTarget = { readonly strandId: StrandId } | { readonly outcomeId: OutcomeId };

/** The question that waits for an answer. */
export interface Waiting {
	readonly itemId: ItemId;
	readonly outcomeId: OutcomeId;
	readonly since: Date;
}

export interface Check {
	readonly checkId: CheckId;
	readonly learnerId: PersonId;
	readonly strandId: StrandId | null;
	readonly outcomeId: OutcomeId | null;
	readonly progress: CheckProgress;
	readonly waiting: Waiting | null;
	readonly version: number;
	readonly startedAt: Date;
	readonly endedAt: Date | null;
	readonly endReason: CheckEnd | null;
	readonly before: WordsBefore;
}

const columns = [
	'check_id as checkId',
	'learner_id as learnerId',
	'strand_id as strandId',
	'outcome_id as outcomeId',
	'diagnostic',
	'waiting_item_id',
	'waiting_outcome_id',
	'waiting_since',
	'version',
	'started_at as startedAt',
	'ended_at as endedAt',
	'end_reason as endReason',
	'before'
] as const;

interface Row extends Omit<Check, 'progress' | 'waiting'> {
	readonly diagnostic: CheckProgress;
	readonly waiting_item_id: ItemId | null;
	readonly waiting_outcome_id: OutcomeId | null;
	readonly waiting_since: Date | null;
}

function toCheck(row: Row): Check {
	const {
		diagnostic,
		waiting_item_id: itemId,
		waiting_outcome_id: outcomeId,
		waiting_since: since,
		...rest
	} = row;
	const isWaiting = itemId !== null && outcomeId !== null && since !== null;
	return {
		...rest,
		progress: diagnostic,
		waiting: isWaiting ? { itemId, outcomeId, since } : null
	};
}

const waitingColumns = (waiting: Waiting | null) => ({
	waiting_item_id: waiting?.itemId ?? null,
	waiting_outcome_id: waiting?.outcomeId ?? null,
	waiting_since: waiting?.since ?? null
});

/** A new check; one of the same key is left as it is. */
export async function insertCheck(
	scope: Scope,
	check: Omit<Check, 'version' | 'startedAt' | 'endedAt' | 'endReason'>
): Promise<void> {
	await db(scope)
		.insertInto('check_run')
		.values({
			community_id: scope.communityId,
			check_id: check.checkId,
			learner_id: check.learnerId,
			strand_id: check.strandId,
			outcome_id: check.outcomeId,
			diagnostic: JSON.stringify(check.progress),
			...waitingColumns(check.waiting),
			version: 0,
			started_at: scope.now,
			ended_at: null,
			end_reason: null,
			before: JSON.stringify(check.before)
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** One check of a learner; locked where it is about to change. */
export async function findCheck(
	scope: Scope,
	learnerId: PersonId,
	checkId: CheckId,
	lock: 'lock' | 'read'
): Promise<Check | undefined> {
	let query = db(scope)
		.selectFrom('check_run')
		.select(columns)
		.where('community_id', '=', scope.communityId)
		.where('check_id', '=', checkId)
		.where('learner_id', '=', learnerId);
	if (lock === 'lock') query = query.forUpdate();
	const row = await query.executeTakeFirst();
	return row && toCheck(row);
}

/** The checks that a learner has not ended, newest first. */
export async function listOpenChecks(scope: Scope, learnerId: PersonId): Promise<readonly Check[]> {
	const rows = await db(scope)
		.selectFrom('check_run')
		.select(columns)
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('ended_at', 'is', null)
		.orderBy('started_at', 'desc')
		.limit(20)
		.execute();
	return rows.map(toCheck);
}

/** Puts the next state of a check in the place of version `version`; false when somebody else was quicker. */
export async function saveCheck(
	scope: Scope,
	check: Check,
	next: {
		readonly progress: CheckProgress;
		readonly waiting: Waiting | null;
		readonly end: CheckEnd | null;
	}
): Promise<boolean> {
	const { numUpdatedRows } = await db(scope)
		.updateTable('check_run')
		.set({
			diagnostic: JSON.stringify(next.progress),
			...waitingColumns(next.waiting),
			version: check.version + 1,
			ended_at: next.end === null ? null : scope.now,
			end_reason: next.end
		})
		.where('community_id', '=', scope.communityId)
		.where('check_id', '=', check.checkId)
		.where('version', '=', check.version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Items the learner answered lately, newest first: asking them again would show little. */
export async function listItemsMet(
	scope: Scope,
	learnerId: PersonId,
	most = 200
): Promise<readonly ItemId[]> {
	const rows = await db(scope)
		.selectFrom('evidence_event')
		.select('item_id')
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.where('item_id', 'is not', null)
		.orderBy('event_id', 'desc')
		.limit(most)
		.execute();
	return rows.flatMap(({ item_id: itemId }) => itemId ?? []);
}

export interface AskableStrand {
	readonly strandId: StrandId;
	readonly name: string;
	/** Outcomes with at least one question. */
	readonly askable: number;
}

/** The strands a check can run over, in the order of their frameworks. */
export async function listAskableStrands(scope: Scope): Promise<readonly AskableStrand[]> {
	const { communityId } = scope;
	return db(scope)
		.selectFrom('strand')
		.innerJoin('adopted_outcome', (join) =>
			join
				.onRef('adopted_outcome.strand_id', '=', 'strand.strand_id')
				.on('adopted_outcome.community_id', '=', communityId)
				.on('adopted_outcome.kind', '=', 'outcome')
		)
		.innerJoin('tag_outcome', (join) =>
			join
				.onRef('tag_outcome.outcome_id', '=', 'adopted_outcome.outcome_id')
				.on('tag_outcome.community_id', '=', communityId)
				.on('tag_outcome.state', '=', 'confirmed')
		)
		.innerJoin('content_tag', (join) =>
			join
				.onRef('content_tag.tag_id', '=', 'tag_outcome.tag_id')
				.on('content_tag.community_id', '=', communityId)
				.on('content_tag.items', '>', 0)
		)
		.select((eb) => [
			'strand.strand_id as strandId',
			'strand.name',
			eb.fn.count<number>(sql`distinct adopted_outcome.outcome_id`).as('askable')
		])
		.where('strand.community_id', '=', communityId)
		.groupBy(['strand.strand_id', 'strand.name', 'strand.framework_id', 'strand.position'])
		.orderBy('strand.framework_id')
		.orderBy('strand.position')
		.execute();
}
