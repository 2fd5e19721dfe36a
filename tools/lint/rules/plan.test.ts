import { expect, test } from 'vitest';
import { brokenInPlan } from './plan.ts';

const rules = { bounded: new Set(['site']), leaky: new Set(['~~', '@>']) };
const scan = (table: string, condition: string, more: object = {}) => ({
	'Node Type': 'Index Scan',
	'Relation Name': table,
	'Index Cond': condition,
	...more
});
const broken = (...plans: readonly object[]) =>
	brokenInPlan({ 'Node Type': 'Nested Loop', Plans: plans }, rules);

test('a table is read by more than its community, but for those with few rows', () => {
	const narrow = scan('goal', '((community_id = $1) AND (learner_id = ANY ($2)))');
	const wide = scan('goal', '(community_id = $1)');
	expect(broken(narrow, scan('site', '(community_id = $1)'))).toEqual([]);
	expect(broken(narrow, wide)).toEqual(['goal: Index Scan by (community_id = $1)']);
});

test('a scan of everything is found however deep', () => {
	const seq = { 'Node Type': 'Seq Scan', 'Relation Name': 'goal', Filter: '(learner_id = $1)' };
	expect(broken({ 'Node Type': 'Sort', Plans: [seq] })).toEqual(['goal: Seq Scan by nothing']);
});

test('a bitmap is judged by the index below it', () => {
	const index = {
		'Node Type': 'Bitmap Index Scan',
		'Index Cond': '((community_id = $1) AND (at > $2))'
	};
	expect(
		broken({ 'Node Type': 'Bitmap Heap Scan', 'Relation Name': 'goal', Plans: [index] })
	).toEqual([]);
});

test('an operator that leaks is found, in quotes it is only a word', () => {
	const by = '((community_id = $1) AND (learner_id = $2))';
	expect(broken(scan('goal', by, { Filter: "(words ~~ 'a%'::text)" }))).toEqual(['goal: ~~ leaks']);
	expect(broken(scan('goal', by, { Filter: "(words = 'a ~~ b'::text)" }))).toEqual([]);
});
