import type { AssociationKind, FrameworkPlan } from './framework-plan.ts';

/** What a framework is counted in; each is a message key `import_noun_<noun>`. */
export type FrameworkNoun =
	'outcomes' | 'strands' | 'precedes' | 'is_child_of' | 'is_related_to' | 'exact_matches';

export function countFramework(plan: FrameworkPlan): Readonly<Record<FrameworkNoun, number>> {
	const of = (kind: AssociationKind) =>
		plan.associations.filter((each) => each.kind === kind).length;
	return {
		outcomes: plan.items.length,
		strands: new Set(plan.items.map((item) => item.strandId)).size,
		precedes: of('precedes'),
		is_child_of: of('is child of'),
		is_related_to: of('is related to'),
		exact_matches: of('exact match')
	};
}
