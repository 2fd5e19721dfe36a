import type { NewFramework, NewOutcome } from '#lib/server/modules/curriculum/index.ts';
import type { CaseId, FrameworkItem, FrameworkPlan } from '../case/index.ts';

const kindOf = {
	precedes: 'precedes',
	'is child of': 'is-child-of',
	'is related to': 'is-related-to',
	'exact match': 'exact-match'
} as const;

/** Usual ages of grade levels: CEDS 01 is 6 to 7, England's Y1 is 5 to 6; null where no level has a known age. */
export function agesOfLevels(levels: readonly string[]): NewOutcome['ages'] {
	const ages = levels.flatMap((level) => {
		if (level === 'KG') return [5];
		if (/^(0[1-9]|1[0-3])$/u.test(level)) return [Number(level) + 5];
		return /^Y([1-9]|1[0-3])$/u.test(level) ? [Number(level.slice(1)) + 4] : [];
	});
	return ages.length === 0 ? null : { from: Math.min(...ages), to: Math.max(...ages) + 1 };
}

/** Headings: items with others below them, of a type that nothing at the bottom and nothing in an order has. */
function headings(plan: FrameworkPlan): ReadonlySet<CaseId> {
	const parents = new Set(plan.items.flatMap(({ parentIds }) => parentIds));
	const ordered = new Set(
		plan.associations.flatMap(({ kind, fromId, toId }) =>
			kind === 'precedes' ? [fromId, toId] : []
		)
	);
	const learnt = new Set(plan.items.filter(({ id }) => !parents.has(id)).map(({ type }) => type));
	const isHeading = ({ id, type }: FrameworkItem) =>
		parents.has(id) && !ordered.has(id) && (type === null || !learnt.has(type));
	return new Set(plan.items.filter(isHeading).map(({ id }) => id));
}

/** Item types of what is known by heart; whatever else a package says is a skill. */
const factTypes: ReadonlySet<string> = new Set(['fact', 'vocabulary', 'word', 'term']);

/** A strand is called by its statement, after the top item it lies under; one that would repeat gets its code. */
function strandsOf(plan: FrameworkPlan): NewFramework['strands'] {
	const byId = new Map(plan.items.map((item) => [item.id, item]));
	const top = (item: FrameworkItem): FrameworkItem => {
		const [parent] = item.parentIds;
		const above = parent === undefined ? undefined : byId.get(parent);
		return above ? top(above) : item;
	};
	const strands = [...new Set(plan.items.map(({ strandId }) => strandId))].flatMap((id) => {
		const item = byId.get(id);
		if (!item) return [];
		const root = top(item);
		const name =
			root === item ? item.fullStatement : `${root.fullStatement}: ${item.fullStatement}`;
		return [{ key: id, name, code: item.code }];
	});
	const uses = Map.groupBy(strands, ({ name }) => name);
	return strands.map(({ key, name, code }) => {
		const same = uses.get(name) ?? [];
		const nth = same.findIndex((each) => each.key === key) + 1;
		const full = same.length < 2 ? name : `${name} (${code ?? nth})`;
		return { key, name: full, kind: 'subject' };
	});
}

/** A plan as the curriculum takes it; links to the document itself and to other frameworks stay out. */
export function toNewFramework(plan: FrameworkPlan): NewFramework {
	const { document } = plan;
	const groups = headings(plan);
	const inside = new Set<CaseId>(plan.items.map(({ id }) => id));
	return {
		sourceId: document.id,
		title: document.title,
		creator: document.creator ?? document.publisher ?? '',
		version: document.version ?? '',
		licence: document.licence?.title ?? null,
		attribution: document.licence?.text ?? document.creator,
		shape: plan.kind,
		strands: strandsOf(plan),
		outcomes: plan.items.map((item) => ({
			sourceId: item.id,
			code: item.code,
			statement: item.fullStatement,
			kind: groups.has(item.id) ? 'group' : 'outcome',
			strandKey: item.strandId,
			parentId: item.parentIds[0] ?? null,
			isFact: !groups.has(item.id) && factTypes.has(item.type?.toLowerCase() ?? ''),
			ages: agesOfLevels(item.gradeLevels)
		})),
		associations: plan.associations
			.filter(({ fromId, toId }) => inside.has(fromId) && inside.has(toId))
			.map(({ kind, fromId, toId }) => ({ kind: kindOf[kind], fromId, toId }))
	};
}
