import { sql } from 'kysely';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { CurriculumTables, FrameworkId, StrandId } from './curriculum.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

export interface StrandView {
	readonly strandId: StrandId;
	readonly name: string;
	readonly kind: 'subject' | 'competency' | 'habit';
	readonly frameworkId: FrameworkId;
	readonly outcomes: number;
}

/** The strands that have outcomes, with how many, in the order of their frameworks. */
export const strandsWithOutcomes = (scope: Scope) =>
	db(scope)
		.selectFrom('strand')
		.innerJoin('adopted_outcome', (join) =>
			join
				.onRef('adopted_outcome.strand_id', '=', 'strand.strand_id')
				.on('adopted_outcome.community_id', '=', scope.communityId)
				.on('adopted_outcome.kind', '=', 'outcome')
		)
		.select((eb) => [
			'strand.strand_id as strandId',
			'strand.name',
			'strand.kind',
			'strand.framework_id as frameworkId',
			eb.fn.countAll<number>().as('outcomes')
		])
		.where('strand.community_id', '=', scope.communityId)
		.groupBy([
			'strand.strand_id',
			'strand.name',
			'strand.kind',
			'strand.framework_id',
			'strand.position'
		])
		.orderBy('strand.framework_id')
		.orderBy('strand.position');

/** The strands a learner can open; strands without outcomes are left out. */
export const listStrands = (scope: Scope): Promise<readonly StrandView[]> =>
	strandsWithOutcomes(scope).execute();

/** In whose words: the learner statement of this band and language, else English, else the formal statement. */
export interface Wording {
	readonly band: AgeBand;
	readonly locale: string;
}

export interface OutcomeView {
	readonly outcomeId: OutcomeId;
	readonly strandId: StrandId | null;
	readonly strandName: string | null;
	readonly code: string | null;
	readonly statement: string;
	/** What the learner reads. */
	readonly words: string;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
	readonly position: number;
}

export type WhichOutcomes =
	{ readonly strandId: StrandId } | { readonly outcomeIds: readonly OutcomeId[] } | 'all';

/** Outcomes with their words, in the order of the framework; unknown ids are missing. */
export async function listOutcomes(
	scope: Scope,
	which: WhichOutcomes,
	{ band, locale }: Wording
): Promise<readonly OutcomeView[]> {
	const words = sql<string>`coalesce(mine.words, english.words, adopted_outcome.statement)`;
	let query = db(scope)
		.selectFrom('adopted_outcome')
		.leftJoin('strand', (join) =>
			join
				.onRef('strand.strand_id', '=', 'adopted_outcome.strand_id')
				.on('strand.community_id', '=', scope.communityId)
		)
		.leftJoin('learner_statement as mine', (join) =>
			join
				.onRef('mine.outcome_id', '=', 'adopted_outcome.outcome_id')
				.on('mine.community_id', '=', scope.communityId)
				.on('mine.band', '=', band)
				.on('mine.locale', '=', locale)
		)
		.leftJoin('learner_statement as english', (join) =>
			join
				.onRef('english.outcome_id', '=', 'adopted_outcome.outcome_id')
				.on('english.community_id', '=', scope.communityId)
				.on('english.band', '=', band)
				.on('english.locale', '=', 'en')
		)
		.select([
			'adopted_outcome.outcome_id as outcomeId',
			'adopted_outcome.strand_id as strandId',
			'strand.name as strandName',
			'adopted_outcome.code',
			'adopted_outcome.statement',
			words.as('words'),
			'adopted_outcome.age_from as ageFrom',
			'adopted_outcome.age_to as ageTo',
			'adopted_outcome.position'
		])
		.where('adopted_outcome.community_id', '=', scope.communityId)
		.where('adopted_outcome.kind', '=', 'outcome')
		.orderBy('adopted_outcome.framework_id')
		.orderBy('adopted_outcome.position');
	if (which !== 'all') {
		query =
			'strandId' in which
				? query.where('adopted_outcome.strand_id', '=', which.strandId)
				: query.where(
						'adopted_outcome.outcome_id',
						'=',
						sql<OutcomeId>`any(${[...which.outcomeIds]}::uuid[])`
					);
	}
	return query.execute();
}

/** Outcomes and soft "learn this before that" edges, as the engines take them. */
export interface OutcomeGraph {
	readonly ids: readonly OutcomeId[];
	readonly precedes: readonly (readonly [from: OutcomeId, to: OutcomeId])[];
}

/** The graph of a strand, or of everything adopted; one statement. */
export async function getGraph(scope: Scope, strandId: StrandId | null): Promise<OutcomeGraph> {
	let query = db(scope)
		.selectFrom('adopted_outcome')
		.leftJoin('adopted_association', (join) =>
			join
				.onRef('adopted_association.from_outcome_id', '=', 'adopted_outcome.outcome_id')
				.on('adopted_association.community_id', '=', scope.communityId)
				.on('adopted_association.kind', '=', 'precedes')
		)
		.select(['adopted_outcome.outcome_id as from', 'adopted_association.to_outcome_id as to'])
		.where('adopted_outcome.community_id', '=', scope.communityId)
		.where('adopted_outcome.kind', '=', 'outcome')
		.orderBy('adopted_outcome.framework_id')
		.orderBy('adopted_outcome.position')
		.orderBy('adopted_association.to_outcome_id');
	if (strandId) query = query.where('adopted_outcome.strand_id', '=', strandId);
	const rows = await query.execute();
	const ids = [...new Set(rows.map((row) => row.from))];
	const known = new Set(ids);
	const precedes = rows.flatMap(({ from, to }) =>
		to !== null && known.has(to) ? [[from, to] as const] : []
	);
	return { ids, precedes };
}
