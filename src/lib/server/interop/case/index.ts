/** CASE 1.0 packages: JSON to a checked framework in the words of Locus. */
export { parseFramework } from './parse-framework.ts';
export { countFramework, type FrameworkNoun } from './count-framework.ts';
export type {
	AssociationKind,
	CaseId,
	FrameworkAssociation,
	FrameworkDocument,
	FrameworkItem,
	FrameworkPlan
} from './framework-plan.ts';
