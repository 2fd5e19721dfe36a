// SQL rule 20, read from what EXPLAIN (FORMAT JSON) says of one statement.
import { isTree, listOf, type Tree } from './sql-tree.ts';

export interface PlanRules {
	/** Tables that a community has few rows of whatever its learners do: read by the community alone. */
	readonly bounded: ReadonlySet<string>;
	/** Operators that wait until row-level security has spoken, so that no index takes them. */
	readonly leaky: ReadonlySet<string>;
}

function* nodesOf(plan: Tree): Generator<Tree> {
	yield plan;
	for (const inner of listOf(plan['Plans'])) if (isTree(inner)) yield* nodesOf(inner);
}

const text = (node: Tree, key: string): string => String(node[key] ?? '');

/** A bitmap is made by an index scan below it, whose condition counts for the table. */
const conditionOf = (node: Tree): string =>
	[...nodesOf(node)].map((each) => text(each, 'Index Cond')).join(' ');

/** The words of a condition without what stands in quotes. */
const wordsOf = (condition: string): readonly string[] =>
	condition.replaceAll(/'(?:[^']|'')*'/g, "''").split(/[\s()]+/);

const columnsOf = (condition: string): ReadonlySet<string> =>
	new Set([...condition.matchAll(/\(?(\w+|"\w+") (?:=|<|>|<=|>=) /g)].map(([, name = '']) => name));

/** What a plan reads that no index narrows beyond the community, and what it compares by operators that leak. */
export function brokenInPlan(plan: Tree, { bounded, leaky }: PlanRules): readonly string[] {
	return [...nodesOf(plan)].flatMap((node) => {
		const table = text(node, 'Relation Name');
		if (table === '') return [];
		const condition = conditionOf(node);
		const further = [...columnsOf(condition)].filter((column) => column !== 'community_id');
		const isWide = further.length === 0 && !bounded.has(table);
		const filter = wordsOf(`${text(node, 'Filter')} ${text(node, 'Recheck Cond')}`);
		return [
			...(isWide ? [`${table}: ${text(node, 'Node Type')} by ${condition || 'nothing'}`] : []),
			...filter.filter((word) => leaky.has(word)).map((word) => `${table}: ${word} leaks`)
		];
	});
}
