import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Alternative, DeclineReason } from '#engines/pathways/index.ts';
import { actorId, type Scope } from '../../platform/access/index.ts';
import { toId, type PersonId } from '../../platform/ids.ts';
import type { OpportunityId, OpportunityTables } from '../opportunities/index.ts';
import type { PeopleTables } from '../people/index.ts';
import type { AlternativeSetId, PathwayTables } from './pathways.tables.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<PathwayTables & OpportunityTables & PeopleTables>();

export type NewSet = Pick<
	PathwayTables['alternative_set'],
	'set_id' | 'learner_id' | 'weights_version' | 'seed' | 'fitting' | 'too_few'
> & { readonly wish: object; readonly owed_unmet: readonly string[] };

/** Writes a set with its alternatives; false when that key is there already (a retried request). */
export async function insertSet(
	scope: Scope,
	{ wish, owed_unmet, ...set }: NewSet,
	alternatives: readonly Alternative[]
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('alternative_set')
		.values({
			...set,
			wish: JSON.stringify(wish),
			owed_unmet: owed_unmet.map((id) => toId(id)),
			community_id: scope.communityId,
			made_by: actorId(scope),
			made_at: scope.now
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false;
	if (alternatives.length === 0) return true;
	await db(scope)
		.insertInto('alternative')
		.values(
			alternatives.map(({ opportunityId, score, reasons }, position) => ({
				community_id: scope.communityId,
				set_id: set.set_id,
				position,
				opportunity_id: toId<OpportunityId>(opportunityId),
				score,
				reasons: JSON.stringify(reasons),
				answer: null,
				decline_reason: null,
				decline_words: null,
				answered_at: null
			}))
		)
		.execute();
	return true;
}

/** The newest set of a learner, or a given one of theirs, with what each opportunity is. One statement. */
export async function findSet(scope: Scope, learnerId: PersonId | null, setId?: AlternativeSetId) {
	const { communityId } = scope;
	let query = db(scope)
		.selectFrom('alternative_set as s')
		.leftJoin('person as maker', (join) =>
			join.onRef('maker.person_id', '=', 's.made_by').on('maker.community_id', '=', communityId)
		)
		.select((eb) => [
			's.set_id as setId',
			's.learner_id as learnerId',
			's.wish',
			's.made_at as madeAt',
			's.made_by as madeBy',
			'maker.called as madeByName',
			's.fitting',
			's.too_few as tooFew',
			's.owed_unmet as owedUnmet',
			jsonArrayFrom(
				eb
					.selectFrom('alternative as a')
					.innerJoin('opportunity as o', (join) =>
						join
							.onRef('o.opportunity_id', '=', 'a.opportunity_id')
							.on('o.community_id', '=', communityId)
					)
					.select([
						'a.opportunity_id as opportunityId',
						'a.reasons',
						'a.score',
						'a.answer',
						'a.decline_reason as declineReason',
						'a.decline_words as declineWords',
						'o.kind',
						'o.title',
						'o.about',
						'o.place',
						'o.place_name as placeName',
						'o.mode',
						'o.company',
						'o.minutes',
						'o.cost_minor as costMinor',
						'o.currency',
						'o.times',
						'o.url',
						'o.picture',
						'o.safety_needs as safetyNeeds',
						'o.vouched_by as vouchedBy',
						'o.attribution'
					])
					.where('a.community_id', '=', communityId)
					.whereRef('a.set_id', '=', 's.set_id')
					.orderBy('a.position')
			).as('alternatives')
		])
		.where('s.community_id', '=', communityId)
		.where('s.learner_id', '=', learnerId)
		.orderBy('s.made_at', 'desc')
		.orderBy('s.set_id', 'desc')
		.limit(1);
	if (setId) query = query.where('s.set_id', '=', setId);
	return query.executeTakeFirst();
}
export type SetRow = NonNullable<Awaited<ReturnType<typeof findSet>>>;

/** One alternative, locked until the command ends, with the learner and maker of its set. */
export async function lockAlternative(
	scope: Scope,
	setId: AlternativeSetId,
	opportunityId: OpportunityId
) {
	const { communityId } = scope;
	return db(scope)
		.selectFrom('alternative as a')
		.innerJoin('alternative_set as s', (join) =>
			join.onRef('s.set_id', '=', 'a.set_id').on('s.community_id', '=', communityId)
		)
		.innerJoin('opportunity as o', (join) =>
			join.onRef('o.opportunity_id', '=', 'a.opportunity_id').on('o.community_id', '=', communityId)
		)
		.select([
			's.learner_id as learnerId',
			's.made_by as madeBy',
			's.wish',
			'a.answer',
			'o.title',
			'o.minutes',
			'o.place',
			'o.place_name as placeName',
			'o.safety_needs as safetyNeeds',
			sql<number>`(select count(*)::int from alternative n where n.community_id = ${communityId}
				and n.set_id = ${setId})`.as('options')
		])
		.where('a.community_id', '=', communityId)
		.where('a.set_id', '=', setId)
		.where('a.opportunity_id', '=', opportunityId)
		.forUpdate('a')
		.executeTakeFirst();
}

export interface AlternativeAnswer {
	readonly answer: 'picked' | 'declined' | null;
	readonly reason?: DeclineReason;
	readonly words?: string | null;
}

export async function updateAnswer(
	scope: Scope,
	setId: AlternativeSetId,
	opportunityId: OpportunityId,
	{ answer, reason, words }: AlternativeAnswer
): Promise<void> {
	await db(scope)
		.updateTable('alternative')
		.set({
			answer,
			decline_reason: reason ?? null,
			decline_words: words ?? null,
			answered_at: answer === null ? null : scope.now
		})
		.where('community_id', '=', scope.communityId)
		.where('set_id', '=', setId)
		.where('opportunity_id', '=', opportunityId)
		.execute();
}

/** Learners whose newest set had too little to choose from, newest first: adults are asked to find more. */
export async function listTooFewRows(scope: Scope, learnerIds: readonly PersonId[], since: Date) {
	const { communityId } = scope;
	const { rows } = await sql<{
		readonly setId: AlternativeSetId;
		readonly learnerId: PersonId;
		readonly learnerName: string;
		readonly madeAt: Date;
		readonly fitting: number;
	}>`
select * from (
	select distinct on (s.learner_id) s.set_id as "setId", s.learner_id as "learnerId", p.called as "learnerName",
		s.made_at as "madeAt", s.fitting, s.too_few
	from alternative_set s
	join person p on p.community_id = ${communityId} and p.person_id = s.learner_id
	where s.community_id = ${communityId} and s.learner_id = any(${[...learnerIds]}::uuid[]) and s.made_at > ${since}
	order by s.learner_id, s.made_at desc
) newest where too_few order by "madeAt" desc`.execute(scope.tx);
	return rows;
}
