import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { inBatches } from '../../platform/db/in-batches.ts';
import type { CurriculumTables } from './curriculum.tables.ts';
import { likenessOf } from './likeness.ts';

const db = (scope: Scope) => scope.tx.$extendTables<CurriculumTables>();

const suggestionsPerTag = 5;

/**
 * Works out, for every topic nobody has matched, the outcomes whose words are most like its own. Replaces what was
 * suggested before; what people decided stays. Only suggests: nothing is asked or offered until a person confirms.
 */
export async function suggestOutcomes(scope: Scope): Promise<void> {
	const { communityId } = scope;
	const outcomes = await db(scope)
		.selectFrom('adopted_outcome')
		.leftJoin('strand', (join) =>
			join
				.onRef('strand.strand_id', '=', 'adopted_outcome.strand_id')
				.on('strand.community_id', '=', communityId)
		)
		.select(['outcome_id', 'statement', 'code', 'strand.name as strand'])
		.where('adopted_outcome.community_id', '=', communityId)
		.where('adopted_outcome.kind', '=', 'outcome')
		.orderBy('outcome_id')
		.execute();
	const tags = await db(scope)
		.selectFrom('content_tag')
		.select(['tag_id', 'words', 'example'])
		.where('community_id', '=', communityId)
		.orderBy('tag_id')
		.execute();
	const alike = likenessOf(
		outcomes.map(({ outcome_id, statement, code, strand }) => ({
			id: outcome_id,
			text: `${statement} ${strand ?? ''} ${code ?? ''}`
		}))
	);
	const rows = tags.flatMap(({ tag_id, words, example }) =>
		// The topic's own name says more than what happens to stand under it.
		alike(`${words} ${words} ${example}`, suggestionsPerTag).map(({ id, likeness }) => ({
			community_id: communityId,
			tag_id,
			outcome_id: id,
			likeness
		}))
	);
	await sql`delete from tag_suggestion where community_id = ${communityId}`.execute(scope.tx);
	await inBatches(rows, 4, (batch) =>
		db(scope).insertInto('tag_suggestion').values(batch).execute()
	);
}
