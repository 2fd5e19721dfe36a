import { parse } from 'libpg-query';
import { expect, test } from 'vitest';
import { normalised, recordOf, recordText, statementsIn } from './recorded-sql.ts';

test.each([
	[
		'rows of a batch',
		'insert into a values ($1, $2), ($3, $4) returning x',
		'insert into a values ($1, $2) returning x'
	],
	[
		'members of a list',
		'select 1 from a where b in ($1, $2, $3) and c = $4',
		'select 1 from a where b in ($1) and c = $2'
	],
	['breaks', 'select 1\n\t\tfrom a\nwhere b = $1', 'select 1 from a where b = $1'],
	[
		'a parameter used twice',
		'select $2, $1 from a where b = $2',
		'select $1, $2 from a where b = $1'
	]
])('%s do not make another statement', (_, sent, kept) => {
	expect(normalised(sent)).toBe(kept);
});

const statements = [
	'select a from b inner join c on c.x = b.x where b.y = $1 order by b.y',
	'insert into b (x) values ($1) on conflict (x) do update set x = excluded.x'
];

test('a record is sorted, says each statement once, is SQL, and gives back what was put in', async () => {
	const text = recordText('src/goal.store.ts', [...statements, ...statements]);
	expect(statementsIn(text)).toEqual(statements.toSorted());
	expect((await parse(text)).stmts).toHaveLength(2);
	expect(text).toContain('goal.store.ts');
	expect(recordText('src/goal.store.ts', statementsIn(text))).toBe(text);
});

test('a record stands beside its file', () => {
	expect(recordOf('src/plans/goal.store.ts')).toBe('src/plans/goal.sql');
	expect(recordOf('src/plans/goal-subjects.ts')).toBe('src/plans/goal-subjects.sql');
});
