import { below, calledBelow, isTree, listOf, partOf, partsOf, type Tree } from './sql-tree.ts';

const volatile = new Set(
	'random clock_timestamp gen_random_uuid uuid_generate_v4 statement_timestamp timeofday nextval'.split(
		' '
	)
);
const statements = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt'] as const;
type Kind = (typeof statements)[number];

/** A statement or a part of one that has its own FROM: only what stands in it can filter its tables. */
interface Level {
	readonly kind: Kind;
	readonly node: Tree;
}

const levelsBelow = (tree: unknown): readonly Level[] =>
	statements.flatMap((kind) => [
		...below(tree, kind).map((node) => ({ kind, node })),
		// The parts of a UNION hang in it without a node of their own.
		...(kind === 'SelectStmt' ? below(tree, kind).flatMap(unionParts) : [])
	]);

function unionParts(node: Tree): readonly Level[] {
	return [node['larg'], node['rarg']]
		.filter(isTree)
		.flatMap((part): readonly Level[] => [{ kind: 'SelectStmt', node: part }, ...unionParts(part)]);
}

/** Tables of a level itself, joins opened, subqueries left closed. */
function tablesOf({ kind, node }: Level): readonly Tree[] {
	const from = kind === 'DeleteStmt' ? node['usingClause'] : node['fromClause'];
	const own =
		kind === 'SelectStmt' || kind === 'InsertStmt' ? [] : [node['relation']].filter(isTree);
	return [...own, ...below(from, 'RangeVar', ['RangeSubselect', 'SubLink'])];
}

/** Conditions that all hold: the WHERE and every inner ON, taken apart at each AND. */
function conditionsOf({ kind, node }: Level): readonly unknown[] {
	const from = kind === 'DeleteStmt' ? node['usingClause'] : node['fromClause'];
	const joins = below(from, 'JoinExpr', ['RangeSubselect', 'SubLink']).map(({ quals }) => quals);
	return [node['whereClause'], ...joins].flatMap(takenApart);
}

function takenApart(condition: unknown): readonly unknown[] {
	const all = partOf('BoolExpr', condition);
	return all?.['boolop'] === 'AND_EXPR' ? listOf(all['args']).flatMap(takenApart) : [condition];
}

/** A parameter, cast or not. */
function isParameter(node: unknown): boolean {
	const cast = partOf('TypeCast', node);
	return cast ? isParameter(cast['arg']) : partOf('ParamRef', node) !== undefined;
}

/** The table by whose name `community_id = $n` is asked, '' where it has none; null for any other condition. */
function filteredBy(condition: unknown): string | null {
	const compared = partOf('A_Expr', condition);
	if (compared?.['kind'] !== 'AEXPR_OP' || partsOf(compared['name'])[0] !== '=') return null;
	const sides = [compared['lexpr'], compared['rexpr']];
	const column = sides.map((side) => partOf('ColumnRef', side)).find((side) => side !== undefined);
	const parts = partsOf(column?.['fields']);
	if (parts.at(-1) !== 'community_id' || !sides.some(isParameter)) return null;
	return parts.at(-2) ?? '';
}

const nameOf = (table: Tree): string => String(table['relname']);
const calledIn = (table: Tree): string =>
	isTree(table['alias']) ? String(table['alias']['aliasname']) : nameOf(table);
const schemaOf = (table: Tree): string => String(table['schemaname'] ?? 'public');

function unfiltered(level: Level, isTenant: (table: Tree) => boolean): readonly string[] {
	const tables = tablesOf(level);
	const filtered = new Set(conditionsOf(level).map(filteredBy));
	const isAlone = tables.length === 1;
	return tables
		.filter((table) => isTenant(table) && !filtered.has(calledIn(table)))
		.filter(() => !(isAlone && filtered.has('')))
		.map((table) => `1: ${nameOf(table)} is not met by community_id = $n where it stands`);
}

function inserted({ node }: Level): readonly string[] {
	const source = partOf('SelectStmt', node['selectStmt']);
	const rows = below(source?.['valuesLists'], 'List');
	const columns = listOf(node['cols']).map((column) => partOf('ResTarget', column)?.['name']);
	const at = columns.indexOf('community_id');
	const isFree = rows.some(({ items }) => at < 0 || !isParameter(listOf(items)[at]));
	const conflict = isTree(node['onConflictClause']) ? node['onConflictClause']['targetList'] : [];
	const isNow = calledBelow(conflict).length > 0 || below(conflict, 'SQLValueFunction').length > 0;
	const unnested = below(source?.['fromClause'], 'RangeFunction').flatMap(calledBelow);
	const isCase = below(source?.['targetList'], 'CaseExpr').some(({ arg }) => arg !== undefined);
	return [
		...(isFree ? ['1: a row is inserted without community_id as a parameter'] : []),
		...(isNow ? ['8: a function in ON CONFLICT DO UPDATE; use excluded'] : []),
		...(below(rows, 'SubLink').length > 0 ? ['9: a subquery in VALUES'] : []),
		...(unnested.includes('unnest') ? ['10: a batch by unnest; write rows of VALUES'] : []),
		...(isCase ? ['11: CASE x WHEN in INSERT ... SELECT; write CASE WHEN x ='] : [])
	];
}

function updated({ node }: Level): readonly string[] {
	const set = below(node['targetList'], 'ResTarget', ['SubLink']);
	const isMoved = set.some(({ name }) => name === 'community_id');
	const wild = calledBelow([node['targetList'], node['whereClause']]).filter((name) =>
		volatile.has(name)
	);
	return [
		...wild.map((name) => `7: ${name}() in an UPDATE`),
		...(isMoved ? ['12: community_id is changed'] : [])
	];
}

/** Names that WITH gives, which are no tables. */
const namedParts = (tree: unknown): ReadonlySet<string> =>
	new Set(below(tree, 'CommonTableExpr').map(({ ctename }) => String(ctename)));

/**
 * What a statement breaks of `sql-rules.md`, each line with the rule's number.
 * `tree` is what PostgreSQL's parser makes of one statement; `tenant` names the tables with a community.
 */
export function brokenRules(tree: unknown, tenant: ReadonlySet<string>): readonly string[] {
	const named = namedParts(tree);
	const isTenant = (table: Tree) =>
		schemaOf(table) === 'public' && tenant.has(nameOf(table)) && !named.has(nameOf(table));
	const levels = levelsBelow(tree);
	const all = below(tree, 'RangeVar').concat(levels.flatMap(tablesOf));
	const hasTenant = all.some(isTenant) || levels.some(({ node }) => isTenantInsert(node, isTenant));
	const isMixed = hasTenant && all.some((table) => /^(auth|local|jobs)$/.test(schemaOf(table)));
	const isInto = ({ kind, node }: Level) => kind === 'InsertStmt' && isTenantInsert(node, isTenant);
	return [
		...levels.flatMap((level) => unfiltered(level, isTenant)),
		...levels.filter(isInto).flatMap(inserted),
		...levels.filter(({ kind }) => kind === 'UpdateStmt').flatMap(updated),
		...(below(tree, 'CopyStmt').length > 0 ? ['10: COPY'] : []),
		...(below(tree, 'GroupingSet').length > 0 ? ['15: GROUPING SETS, CUBE or ROLLUP'] : []),
		...(isMixed ? ['17: local and tenant tables in one statement'] : []),
		...(below(tree, 'MergeStmt').length > 0 ? ['18: MERGE'] : [])
	];
}

const isTenantInsert = (node: Tree, isTenant: (table: Tree) => boolean): boolean =>
	isTree(node['relation']) && isTenant(node['relation']);

/** The tables with a community: those that a migration makes without naming a schema. */
export const tenantTablesIn = (sql: readonly string[]): ReadonlySet<string> =>
	new Set(
		sql.flatMap((text) => [...text.matchAll(/create table (\w+) \(/g)].map(([, name = '']) => name))
	);
