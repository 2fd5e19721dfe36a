/** Door of the module `curriculum`: frameworks, strands, outcomes and their words, items and their tags. */
export {
	associationKinds,
	type AssociationKind,
	type CurriculumTables,
	type FrameworkId,
	type ItemId,
	type StrandId,
	type TagId
} from './curriculum.tables.ts';
export {
	listStrands,
	listOutcomes,
	getGraph,
	type OutcomeGraph,
	type OutcomeView,
	type StrandView,
	type WhichOutcomes,
	type Wording
} from './outcome.store.ts';
export {
	askableOutcomes,
	pickItem,
	findItem,
	type PickItem,
	type StoredItem
} from './item.store.ts';
